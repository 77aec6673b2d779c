import type { FigureModel } from "../figures/index.ts";

/** What a slide shows of a figure: its tiles, its chart or its table. */
export function shownAs({
  id,
  native,
  tiles,
}: Pick<FigureModel, "id" | "native" | "tiles">): "tiles" | "chart" | "table" {
  if (tiles) return "tiles";
  // Nine quarters of all movements are read as a table.
  return native && id !== "quarters" ? "chart" : "table";
}
