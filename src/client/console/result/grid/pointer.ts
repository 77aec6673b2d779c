import type { GridControl } from "./control.ts";
import type { Place, Selection } from "./selection.ts";

/** Chooses cells by clicks and by dragging, rows by their counts; a finger scrolls, and chooses by a tap. */
export function listenPointer(grid: HTMLElement, body: HTMLElement, control: GridControl): void {
  let dragging: { from: Place; x: number; y: number } | undefined;

  const span = (anchor: Place, focus: Place): Selection => {
    const last = control.size().columns - 1;
    return anchor.column < 0
      ? { anchor: { ...anchor, column: 0 }, focus: { ...focus, column: last } }
      : { anchor, focus: { ...focus, column: Math.max(0, focus.column) } };
  };

  const begin = (event: MouseEvent) => {
    const place = control.placeAt(event.clientX, event.clientY);
    const before = control.selection()?.anchor;
    const isLonger = event.shiftKey && before && before.row >= 0;
    const from = isLonger ? (place.column < 0 ? { ...before, column: -1 } : before) : place;
    control.select(span(from, place), false);
    return from;
  };

  body.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    dragging = { from: begin(event), x: event.clientX, y: event.clientY };
    body.setPointerCapture(event.pointerId);
    follow();
  });
  body.addEventListener("pointermove", (event) => {
    if (!dragging) return;
    dragging = { ...dragging, x: event.clientX, y: event.clientY };
    control.select(span(dragging.from, control.placeAt(event.clientX, event.clientY)), false);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    body.addEventListener(end, () => {
      dragging = undefined;
    });
  }
  body.addEventListener("click", (event) => {
    if ((event as PointerEvent).pointerType === "touch") begin(event);
  });
  body.addEventListener("dblclick", () => control.open());

  /** Beyond an edge the rows move on, faster the further. */
  const follow = () => {
    if (!dragging) return;
    const { top, bottom } = body.getBoundingClientRect();
    const { x, y, from } = dragging;
    const beyond =
      Math.min(0, y - top) + Math.max(0, y - Math.min(bottom, grid.getBoundingClientRect().bottom));
    if (beyond !== 0) {
      control.scrollBy(beyond);
      control.select(span(from, control.placeAt(x, y)), false);
    }
    requestAnimationFrame(follow);
  };
}
