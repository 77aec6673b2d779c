import { say } from "../../../../text/index.ts";
import { type Direction, orderBy } from "../sort/order.ts";
import type { Result, ResultColumn } from "../values/result.ts";
import { layoutOf, resized, startsOf, turnPin } from "./columns.ts";
import type { Chosen, GridControl, GridEvents } from "./control.ts";
import { listenKeys } from "./keys.ts";
import { firstWidths, fittingWidth, pensOf } from "./measure.ts";
import { listenPointer } from "./pointer.ts";
import { openRows, type Slot } from "./rows.ts";
import { columnsBetween, topShowing } from "./scroll.ts";
import { boxOf, everything, type Place, type Selection, type Size } from "./selection.ts";
import { openTitles } from "./titles.ts";
import { openViewport, rowHeight, titleHeight } from "./viewport.ts";

/** A grid over the rows of a result; however many, only those that are seen have elements. */
export function openGrid(host: HTMLElement, result: Result, events: GridEvents) {
  const { rowCount, columns } = result;
  const words = say.console.result.grid;
  const pens = pensOf(host);
  let layout = layoutOf(firstWidths(result, pens, host.clientWidth));
  let order: Uint32Array | undefined;
  let sorted: { column: ResultColumn; direction: Direction } | undefined;
  let selection: Selection | undefined;
  const gutter = Math.ceil(pens.type(rowCount.toLocaleString("en-GB"))) + 26;
  let isWaiting = false;
  const draw = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      drawNow();
    });
  };
  const viewport = openViewport(host, rowCount, gutter, draw);
  const { grid, extent } = viewport;
  for (const [name, value] of Object.entries({
    label: words.label(rowCount, columns.length),
    multiselectable: "true",
    rowcount: String(rowCount + 1),
    colcount: String(columns.length + 1),
  })) {
    grid.setAttribute(`aria-${name}`, value);
  }
  const rows = openRows(viewport.body, "result");
  const titles = openTitles(viewport.titles, rows.focusId, {
    sort: (column) => sortBy(column),
    pin: (column) => change(turnPin(layout, columns.indexOf(column))),
    resize: (column, width) => change(resized(layout, columns.indexOf(column), width)),
    fit: (column) => widen(column),
    all: () => select(everything(size())),
  });

  const rowOf = (shown: number) => order?.[shown] ?? shown;
  const columnAt = (place: number) => columns[layout.order[place] ?? -1];
  const size = (): Size => ({
    rows: rowCount,
    columns: columns.length,
    page: Math.max(1, Math.floor(extent().view / rowHeight) - 1),
  });

  function slotsSeen(): { slots: Slot[]; skipped: number } {
    const starts = startsOf(layout, gutter);
    const slotOf = (place: number): Slot[] => {
      const index = layout.order[place] ?? -1;
      const column = columns[index];
      const stays = place < layout.pinned ? starts[place] : undefined;
      return column ? [{ column, place, width: layout.widths[index] ?? 0, stays }] : [];
    };
    const pinned = Array.from({ length: layout.pinned }, (_, place) => place);
    const edge = starts[layout.pinned] ?? gutter;
    const free = starts.slice(layout.pinned);
    if (free.length < 2) return { slots: pinned.flatMap(slotOf), skipped: 0 };
    const { scrollLeft } = grid;
    const { first, last } = columnsBetween(free, scrollLeft + edge, scrollLeft + viewport.width());
    const seen = Array.from(
      { length: last - first + 1 },
      (_, step) => layout.pinned + first + step,
    );
    return { slots: [...pinned, ...seen].flatMap(slotOf), skipped: (free[first] ?? 0) - edge };
  }

  function drawNow(): void {
    const seen = slotsSeen();
    const top = viewport.top();
    const first = Math.floor(top / rowHeight);
    const focus = selection?.focus;
    titles.draw({ ...seen, sorted, focused: focus?.row === -1 ? focus.column : -1 });
    rows.draw({
      ...seen,
      first,
      count: Math.min(rowCount - first, Math.ceil(extent().view / rowHeight) + 1),
      above: top - first * rowHeight,
      rowOf,
      box: selection && boxOf(selection),
      focus,
    });
    if (focus) grid.setAttribute("aria-activedescendant", rows.focusId);
    else grid.removeAttribute("aria-activedescendant");
  }

  function select(next: Selection, isShown = true): void {
    selection = next;
    if (isShown) showPlace(next.focus);
    events.chosen(chosenNow());
    draw();
  }

  function showPlace({ row, column }: Place): void {
    if (row >= 0) {
      const wanted = topShowing(row, viewport.top(), extent());
      if (wanted !== viewport.top()) viewport.moveTo(wanted);
    }
    if (column < layout.pinned) return;
    const starts = startsOf(layout, gutter);
    const [left = 0, right = 0] = starts.slice(column, column + 2);
    const edge = starts[layout.pinned] ?? gutter;
    if (left - grid.scrollLeft < edge) grid.scrollLeft = left - edge;
    else if (right - grid.scrollLeft > viewport.width()) grid.scrollLeft = right - viewport.width();
  }

  function chosenNow(): Chosen | undefined {
    if (!selection) return undefined;
    const box = boxOf(selection);
    if (box.bottom < box.top) return undefined;
    return {
      rowCount: box.bottom - box.top + 1,
      rowAt: (index) => rowOf(box.top + index),
      columns: layout.order
        .slice(box.left, box.right + 1)
        .flatMap((column) => columns[column] ?? []),
    };
  }

  function change(next: typeof layout): void {
    layout = next;
    viewport.widenTo(startsOf(layout, gutter).at(-1) ?? 0);
    draw();
  }

  function sortBy(column: ResultColumn): void {
    const before = sorted?.column === column ? sorted.direction : undefined;
    const direction = before === "descending" ? undefined : before ? "descending" : "ascending";
    sorted = direction && { column, direction };
    order = sorted && orderBy(column, rowCount, sorted.direction);
    if (selection) events.chosen(chosenNow());
    draw();
  }

  function widen(column: ResultColumn): void {
    const first = Math.floor(viewport.top() / rowHeight);
    const count = Math.min(rowCount - first, 2 * size().page);
    const seen = Array.from({ length: count }, (_, step) => rowOf(first + step));
    change(resized(layout, columns.indexOf(column), fittingWidth(column, seen, pens, 900)));
  }

  function placeAt(x: number, y: number): Place {
    const { left, top: upper } = grid.getBoundingClientRect();
    const row = Math.floor((y - upper - titleHeight + viewport.top()) / rowHeight);
    const starts = startsOf(layout, gutter);
    const edge = starts[layout.pinned] ?? gutter;
    const across = x - left < edge ? x - left : x - left + grid.scrollLeft;
    const past = starts.findIndex((start) => start > across);
    const column = past < 0 ? columns.length - 1 : past - 1;
    return { row: Math.max(0, Math.min(rowCount - 1, row)), column };
  }

  grid.addEventListener("copy", (event) => {
    const chosen = chosenNow();
    const text = chosen && events.copied(chosen);
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
  });

  const control: GridControl = {
    size,
    selection: () => selection,
    select,
    placeAt,
    scrollBy: (pixels) => viewport.moveTo(viewport.top() + pixels),
    open: () => {
      const { row, column } = selection?.focus ?? { row: -1, column: -1 };
      const found = columnAt(column);
      if (found && row >= 0) events.opened(found, rowOf(row));
    },
    sort: (place) => {
      const column = columnAt(place);
      if (column) sortBy(column);
    },
    pin: (place) => {
      const column = layout.order[place] ?? 0;
      const next = turnPin(layout, column);
      const focus = { row: -1, column: next.order.indexOf(column) };
      change(next);
      select({ anchor: focus, focus });
    },
    widen: (place, by) => {
      const column = layout.order[place] ?? 0;
      change(resized(layout, column, (layout.widths[column] ?? 0) + by));
    },
  };
  listenKeys(grid, control);
  listenPointer(grid, viewport.frame, control);
  change(layout);
  drawNow();

  return {
    /** All rows in the order shown, all columns as they are arranged. */
    all: (): Chosen => ({
      rowCount,
      rowAt: rowOf,
      columns: layout.order.flatMap((column) => columns[column] ?? []),
    }),
    close: viewport.close,
  };
}
