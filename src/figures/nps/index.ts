import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";
import { breakdown } from "./breakdown.ts";
import { brokenDown } from "./by-wave.ts";
import { distribution } from "./distribution.ts";
import { shares } from "./shares.ts";
import { waves } from "./waves.ts";

export { brokenDown, companyWaves, npsFinding } from "./by-wave.ts";
export { satisfaction } from "./satisfaction.ts";

/** The figures of a company with a scored wave, in their order. */
export function npsFigures(view: View): FigureModel[] {
  return [
    waves(view),
    distribution(view),
    shares(view),
    ...brokenDown(view).map((dimension) => breakdown(view, dimension)),
  ].filter((figure) => figure !== undefined);
}
