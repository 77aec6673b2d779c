import type { FigureModel } from "../figures/index.ts";

/** What a slide shows of a figure: its tiles, its sentences, its chart or its table. */
export function shownAs({
  id,
  native,
  tiles,
  sentences,
}: Pick<FigureModel, "id" | "native" | "tiles" | "sentences">):
  | "tiles"
  | "sentences"
  | "chart"
  | "table" {
  if (tiles) return "tiles";
  if (sentences) return "sentences";
  // Nine quarters of all movements are read as a table.
  return native && id !== "quarters" ? "chart" : "table";
}
