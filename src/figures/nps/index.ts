import { say } from "../../text/index.ts";
import { withMarks } from "../board/restated.ts";
import type { FigureModel, NoticeFigure } from "../figure.ts";
import type { View } from "../view.ts";
import { breakdown } from "./breakdown.ts";
import { brokenDown } from "./by-wave.ts";
import { distribution } from "./distribution.ts";
import { drivers } from "./drivers.ts";
import { renewals } from "./renewals.ts";
import { response } from "./response.ts";
import { shares } from "./shares.ts";
import { comments, themes } from "./themes.ts";
import { waves } from "./waves.ts";

export { breakdown } from "./breakdown.ts";
export { brokenDown, companyWaves, npsFinding } from "./by-wave.ts";
export { satisfaction } from "./satisfaction.ts";

/** The figures of a company with a scored wave, in their order. */
export function npsFigures(view: View): (FigureModel | NoticeFigure)[] {
  const { nps } = say;
  const figures = [
    waves(view),
    distribution(view),
    shares(view),
    ...brokenDown(view).map((dimension) => breakdown(view, dimension)),
    drivers(view),
    renewals(view) ?? { fact: nps.renewalsNone, remedy: nps.renewalsNoneRemedy },
    response(view),
    themes(view) ?? { fact: nps.themesNone, remedy: nps.themesNoneRemedy },
    comments(view),
  ].filter((figure) => figure !== undefined);
  return withMarks(view, figures);
}
