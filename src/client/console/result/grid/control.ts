import type { ResultColumn } from "../values/result.ts";
import type { Place, Selection, Size } from "./selection.ts";

/** The cells that are chosen: rows of the result in the order shown, and columns likewise. */
export interface Chosen {
  rowCount: number;
  rowAt: (index: number) => number;
  columns: readonly ResultColumn[];
}

export interface GridEvents {
  /** Cells were chosen, or none. */
  chosen: (chosen: Chosen | undefined) => void;
  /** What the reader's own copying takes; nothing where it is too much. */
  copied: (chosen: Chosen) => string | undefined;
  /** The reader wants to see all of a cell. */
  opened: (column: ResultColumn, row: number) => void;
}

/** What keys and pointer do to a grid. */
export interface GridControl {
  size: () => Size;
  selection: () => Selection | undefined;
  select: (selection: Selection, isShown?: boolean) => void;
  /** The cell at a point of the window; outside the cells the nearest; column -1 is the count of rows. */
  placeAt: (x: number, y: number) => Place;
  scrollBy: (pixels: number) => void;
  open: () => void;
  sort: (place: number) => void;
  pin: (place: number) => void;
  widen: (place: number, by: number) => void;
}
