import { element } from "../../../filter/elements.ts";
import { type Extent, scaleOf } from "./scroll.ts";

/** In pixels; the stylesheet takes them from here. */
export const rowHeight = 28;
export const titleHeight = 46;

export interface Viewport {
  grid: HTMLElement;
  titles: HTMLElement;
  body: HTMLElement;
  /** The window that the rows move behind. */
  frame: HTMLElement;
  /** Pixels of the rows above the view. */
  top: () => number;
  extent: () => Extent;
  width: () => number;
  moveTo: (pixels: number) => void;
  /** Of all columns together. */
  widenTo: (pixels: number) => void;
  close: () => void;
}

/**
 * The elements of a grid, and where its rows are scrolled to. The rows stay in a window over a canvas of
 * their height, so that nothing blank is ever seen, however fast the scroll bar is moved.
 *
 * @param onMoved told when something else is to be seen
 */
export function openViewport(
  host: HTMLElement,
  rowCount: number,
  gutter: number,
  onMoved: () => void,
): Viewport {
  const body = element("div", { class: "body", role: "rowgroup" });
  const titles = element("div", { class: "titles row", role: "row", "aria-rowindex": "1" });
  const frame = element("div", { class: "frame" }, body);
  const pane = element("div", { class: "window" }, titles, frame);
  const canvas = element("div", { class: "canvas" }, pane);
  const grid = element("div", { class: "grid", role: "grid", tabindex: "0" }, canvas);
  const sizes = {
    row: rowHeight,
    title: titleHeight,
    gutter,
    content: titleHeight + Math.min(rowCount, 1_000) * rowHeight,
  };
  for (const [name, value] of Object.entries(sizes)) {
    grid.style.setProperty(`--${name}`, `${value}px`);
  }
  host.append(grid);

  let top = 0;
  /** Where the scroll bar was put; where it is elsewhere, the reader moved it. */
  let put = 0;
  /** As last told: asking for it between changes would lay the page out again and again. */
  let size = { width: 0, height: 0 };
  const extent = () => ({
    rowCount,
    rowHeight,
    view: Math.max(rowHeight, size.height - titleHeight),
  });

  const measure = () => {
    size = { width: grid.clientWidth, height: grid.clientHeight };
    const { height, furthest } = scaleOf(extent());
    canvas.style.height = `${titleHeight + height}px`;
    pane.style.height = `${size.height}px`;
    top = Math.min(top, furthest);
  };

  const moveTo = (pixels: number) => {
    const { furthest, ratio } = scaleOf(extent());
    top = Math.max(0, Math.min(furthest, pixels));
    grid.scrollTop = top / ratio;
    put = grid.scrollTop;
    onMoved();
  };

  grid.addEventListener("scroll", () => {
    if (Math.abs(grid.scrollTop - put) >= 1) {
      const { furthest, ratio } = scaleOf(extent());
      put = grid.scrollTop;
      top = Math.max(0, Math.min(furthest, put * ratio));
    }
    onMoved();
  });
  // Where the scroll bar has fewer pixels than the rows, a turn of the wheel would leap over rows.
  grid.addEventListener(
    "wheel",
    (event) => {
      const { furthest, ratio } = scaleOf(extent());
      if (ratio <= 1 || event.ctrlKey || event.deltaY === 0) return;
      const pixels = [1, rowHeight, extent().view][event.deltaMode] ?? 1;
      const wanted = Math.max(0, Math.min(furthest, top + event.deltaY * pixels));
      if (wanted === top) return;
      event.preventDefault();
      grid.scrollLeft += event.deltaX * pixels;
      moveTo(wanted);
    },
    { passive: false },
  );
  const watcher = new ResizeObserver(() => {
    measure();
    onMoved();
  });
  watcher.observe(grid);
  measure();

  return {
    grid,
    titles,
    body,
    frame,
    top: () => top,
    extent,
    width: () => size.width,
    moveTo,
    widenTo: (pixels) => {
      canvas.style.width = `${pixels}px`;
    },
    close: () => {
      watcher.disconnect();
      grid.remove();
    },
  };
}
