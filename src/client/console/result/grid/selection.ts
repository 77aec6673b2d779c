/** A cell by its row and column as shown; row -1 is the titles. */
export interface Place {
  row: number;
  column: number;
}

/** Cells between two corners: where the selection began, and where it is moved from. */
export interface Selection {
  anchor: Place;
  focus: Place;
}

export interface Size {
  rows: number;
  columns: number;
  /** Rows that a page key moves by. */
  page: number;
}

export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The rows and columns of a selection, ends included; the titles alone are no cells. */
export function boxOf({ anchor, focus }: Selection): Box {
  return {
    top: Math.max(0, Math.min(anchor.row, focus.row)),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export const isWithin = ({ top, bottom, left, right }: Box, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const single = (place: Place): Selection => ({ anchor: place, focus: place });

export const everything = ({ rows, columns }: Size): Selection => ({
  anchor: { row: 0, column: 0 },
  focus: { row: rows - 1, column: columns - 1 },
});

export interface Key {
  key: string;
  /** Shift held: the selection grows or shrinks. */
  extends: boolean;
  /** Ctrl or Cmd held: to the end. */
  jumps: boolean;
}

/** The selection after a key of movement; nothing where the key moves nothing. */
export function moved(selection: Selection, key: Key, size: Size): Selection | undefined {
  const to = target(selection.focus, key, size);
  if (!to) return undefined;
  const lowest = key.extends ? 0 : -1;
  const focus = {
    row: Math.max(lowest, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  };
  return { anchor: key.extends ? selection.anchor : focus, focus };
}

function target({ row, column }: Place, { key, jumps }: Key, size: Size): Place | undefined {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case "ArrowUp":
      return { row: jumps ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: jumps ? lastRow : row + 1, column };
    case "ArrowLeft":
      return { row, column: jumps ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: jumps ? lastColumn : column + 1 };
    case "PageUp":
      return { row: Math.max(0, row - size.page), column };
    case "PageDown":
      return { row: row + size.page, column };
    case "Home":
      return { row: jumps ? 0 : row, column: 0 };
    case "End":
      return { row: jumps ? lastRow : row, column: lastColumn };
    default:
      return undefined;
  }
}
