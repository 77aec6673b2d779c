/** What a million rows of 28 pixels would need browsers do not give; this much all of them give, zoomed too. */
const tallest = 8_000_000;

/** Rows under a view, in pixels of the rows; the scroll bar's pixels are fewer where there are too many rows. */
export interface Extent {
  rowCount: number;
  rowHeight: number;
  /** Height in which rows are seen. */
  view: number;
}

export interface Scale {
  /** Height that the browser is asked for. */
  height: number;
  /** The furthest that the rows can be moved up. */
  furthest: number;
  /** Pixels of the rows for each of the scroll bar. */
  ratio: number;
}

export function scaleOf({ rowCount, rowHeight, view }: Extent): Scale {
  const whole = rowCount * rowHeight;
  const height = Math.min(whole, tallest);
  const furthest = Math.max(0, whole - view);
  const reach = Math.max(0, height - view);
  return { height, furthest, ratio: reach === 0 ? 1 : furthest / reach };
}

/** Where the rows must be moved to so that one of them is seen whole; where it is, they stay. */
export function topShowing(row: number, top: number, { rowHeight, view }: Extent): number {
  const own = row * rowHeight;
  if (own < top) return own;
  const lowest = own + rowHeight - view;
  return Math.max(lowest, top);
}

/** Columns seen between two edges, those beside them too; widths and edges in pixels. */
export function columnsBetween(
  starts: readonly number[],
  left: number,
  right: number,
): { first: number; last: number } {
  const past = starts.findIndex((start) => start > left);
  const first = Math.max(0, (past < 0 ? starts.length : past) - 1);
  const beyond = starts.findIndex((start) => start >= right);
  return { first, last: Math.max(first, (beyond < 0 ? starts.length - 1 : beyond) - 1) };
}
