/** Widths and order of the columns as shown: those pinned first, the others as they came. */
export interface Layout {
  /** Columns of the result, in the order shown. */
  order: readonly number[];
  pinned: number;
  /** By column of the result, in pixels. */
  widths: readonly number[];
}

export const narrowest = 48;
const widest = 2_000;

export function layoutOf(widths: readonly number[]): Layout {
  return { order: widths.map((_, column) => column), pinned: 0, widths };
}

export const resized = (layout: Layout, column: number, width: number): Layout => ({
  ...layout,
  widths: layout.widths.map((own, place) =>
    place === column ? Math.round(Math.max(narrowest, Math.min(widest, width))) : own,
  ),
});

/** Puts a column behind those that are pinned already, or back where it came from. */
export function turnPin(layout: Layout, column: number): Layout {
  const pinned = layout.order.slice(0, layout.pinned);
  const kept = pinned.includes(column)
    ? pinned.filter((other) => other !== column)
    : [...pinned, column];
  const others = layout.widths.map((_, place) => place).filter((place) => !kept.includes(place));
  return { ...layout, order: [...kept, ...others], pinned: kept.length };
}

/** Left edges of the columns as shown, and behind them the right edge of the last. */
export function startsOf({ order, widths }: Layout, from: number): number[] {
  const starts = [from];
  for (const column of order) starts.push((starts.at(-1) ?? 0) + (widths[column] ?? 0));
  return starts;
}
