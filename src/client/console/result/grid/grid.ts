import { say } from "../../../../text/index.ts";
import { element } from "../../../filter/elements.ts";
import { type Direction, orderBy } from "../sort/order.ts";
import type { Result, ResultColumn } from "../values/result.ts";
import { isPinned, layoutOf, resized, startsOf, turnPin } from "./columns.ts";
import { listenKeys } from "./keys.ts";
import { firstWidths, fittingWidth, pensOf } from "./measure.ts";
import { listenPointer } from "./pointer.ts";
import { openRows, type Slot } from "./rows.ts";
import { columnsBetween, scaleOf, topShowing } from "./scroll.ts";
import { boxOf, everything, type Place, type Selection, type Size } from "./selection.ts";
import { openTitles } from "./titles.ts";

/** In pixels; the stylesheet takes them from here. */
const rowHeight = 28;
const titleHeight = 46;

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

/** A grid over the rows of a result; however many, only those that are seen have elements. */
export function openGrid(host: HTMLElement, result: Result, events: GridEvents) {
  const { rowCount, columns } = result;
  const words = say.console.result.grid;
  const pens = pensOf(host);
  let layout = layoutOf(firstWidths(result, pens, host.clientWidth));
  let order: Uint32Array | undefined;
  let sorted: { column: ResultColumn; direction: Direction } | undefined;
  let selection: Selection | undefined;
  let top = 0;
  /** Where the scroll bar was put; where it is elsewhere, the reader moved it. */
  let put = 0;

  const body = element("div", { class: "body", role: "rowgroup" });
  const titleRow = element("div", { class: "titles row", role: "row", "aria-rowindex": "1" });
  const bodyFrame = element("div", { class: "frame" }, body);
  const pane = element("div", { class: "window" }, titleRow, bodyFrame);
  const canvas = element("div", { class: "canvas" }, pane);
  const grid = element(
    "div",
    {
      class: "grid",
      role: "grid",
      tabindex: "0",
      "aria-label": words.label(rowCount, columns.length),
      "aria-multiselectable": "true",
      "aria-rowcount": String(rowCount + 1),
      "aria-colcount": String(columns.length + 1),
    },
    canvas,
  );
  const gutter = Math.ceil(pens.type(rowCount.toLocaleString("en-GB"))) + 26;
  const sizes = {
    row: rowHeight,
    title: titleHeight,
    gutter,
    content: titleHeight + Math.min(rowCount, 1_000) * rowHeight,
  };
  for (const [name, value] of Object.entries(sizes)) {
    grid.style.setProperty(`--${name}`, `${value}px`);
  }
  const rows = openRows(body, "result");
  const titles = openTitles(titleRow, rows.focusId, {
    sort: (column) => sortBy(column),
    pin: (column) => change(turnPin(layout, columns.indexOf(column))),
    resize: (column, width) => change(resized(layout, columns.indexOf(column), width)),
    fit: (column) => widen(column),
    all: () => select(everything(size())),
  });
  host.append(grid);

  /** As last told: asking for it between changes would lay the page out again and again. */
  let frame = { width: grid.clientWidth, height: grid.clientHeight };
  const view = () => Math.max(rowHeight, frame.height - titleHeight);
  const extent = () => ({ rowCount, rowHeight, view: view() });
  const rowOf = (shown: number) => order?.[shown] ?? shown;
  const columnAt = (place: number) => columns[layout.order[place] ?? -1];
  const size = (): Size => ({
    rows: rowCount,
    columns: columns.length,
    page: Math.max(1, Math.floor(view() / rowHeight) - 1),
  });

  let isWaiting = false;
  const draw = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      drawNow();
    });
  };

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
    const { first, last } = columnsBetween(free, scrollLeft + edge, scrollLeft + frame.width);
    const seen = Array.from(
      { length: last - first + 1 },
      (_, step) => layout.pinned + first + step,
    );
    return { slots: [...pinned, ...seen].flatMap(slotOf), skipped: (free[first] ?? 0) - edge };
  }

  function drawNow(): void {
    const seen = slotsSeen();
    top = Math.max(0, Math.min(scaleOf(extent()).furthest, top));
    const first = Math.floor(top / rowHeight);
    const focus = selection?.focus;
    titles.draw({ ...seen, sorted, focused: focus?.row === -1 ? focus.column : -1 });
    rows.draw({
      ...seen,
      first,
      count: Math.min(rowCount - first, Math.ceil(view() / rowHeight) + 1),
      above: top - first * rowHeight,
      rowOf,
      box: selection && boxOf(selection),
      focus,
    });
    if (focus) grid.setAttribute("aria-activedescendant", rows.focusId);
    else grid.removeAttribute("aria-activedescendant");
  }

  function measure(): void {
    canvas.style.height = `${titleHeight + scaleOf(extent()).height}px`;
    canvas.style.width = `${startsOf(layout, gutter).at(-1) ?? 0}px`;
    pane.style.height = `${frame.height}px`;
  }

  function moveTo(pixels: number): void {
    const { furthest, ratio } = scaleOf(extent());
    top = Math.max(0, Math.min(furthest, pixels));
    grid.scrollTop = top / ratio;
    put = grid.scrollTop;
    draw();
  }

  function select(next: Selection, isShown = true): void {
    selection = next;
    if (isShown) showPlace(next.focus);
    events.chosen(chosenNow());
    draw();
  }

  function showPlace({ row, column }: Place): void {
    if (row >= 0) {
      const wanted = topShowing(row, top, extent());
      if (wanted !== top) moveTo(wanted);
    }
    if (column < layout.pinned) return;
    const starts = startsOf(layout, gutter);
    const [left = 0, right = 0] = starts.slice(column, column + 2);
    const edge = starts[layout.pinned] ?? gutter;
    if (left - grid.scrollLeft < edge) grid.scrollLeft = left - edge;
    else if (right - grid.scrollLeft > frame.width) grid.scrollLeft = right - frame.width;
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
    measure();
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
    const first = Math.floor(top / rowHeight);
    const count = Math.min(rowCount - first, 2 * size().page);
    const seen = Array.from({ length: count }, (_, step) => rowOf(first + step));
    change(resized(layout, columns.indexOf(column), fittingWidth(column, seen, pens, 900)));
  }

  function placeAt(x: number, y: number): Place {
    const { left, top: upper } = grid.getBoundingClientRect();
    const row = Math.floor((y - upper - titleHeight + top) / rowHeight);
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
  grid.addEventListener("scroll", () => {
    if (Math.abs(grid.scrollTop - put) >= 1) {
      put = grid.scrollTop;
      top = put * scaleOf(extent()).ratio;
    }
    draw();
  });
  // Where the scroll bar has fewer pixels than the rows, a turn of the wheel would leap over rows.
  grid.addEventListener(
    "wheel",
    (event) => {
      const { furthest, ratio } = scaleOf(extent());
      if (ratio <= 1 || event.ctrlKey || event.deltaY === 0) return;
      const pixels = [1, rowHeight, view()][event.deltaMode] ?? 1;
      const wanted = Math.max(0, Math.min(furthest, top + event.deltaY * pixels));
      if (wanted === top) return;
      event.preventDefault();
      grid.scrollLeft += event.deltaX * pixels;
      moveTo(wanted);
    },
    { passive: false },
  );
  const watcher = new ResizeObserver(() => {
    frame = { width: grid.clientWidth, height: grid.clientHeight };
    measure();
    draw();
  });
  watcher.observe(grid);

  const control: GridControl = {
    size,
    selection: () => selection,
    select,
    placeAt,
    scrollBy: (pixels) => moveTo(top + pixels),
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
  listenPointer(grid, bodyFrame, control);
  measure();
  drawNow();

  return {
    element: grid,
    /** All rows in the order shown, all columns as they are arranged. */
    all: (): Chosen => ({
      rowCount,
      rowAt: rowOf,
      columns: layout.order.flatMap((column) => columns[column] ?? []),
    }),
    isPinned: (column: number) => isPinned(layout, column),
    close: () => {
      watcher.disconnect();
      grid.remove();
    },
  };
}
