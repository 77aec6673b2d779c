import type { GridControl } from "./control.ts";
import { everything, moved, single } from "./selection.ts";

/** Pixels by which a key widens a column. */
const widening = 16;

/** Moves, selects, sorts, pins and resizes by keys; the grid itself keeps the focus. */
export function listenKeys(grid: HTMLElement, control: GridControl): void {
  grid.addEventListener("keydown", (event) => {
    if (event.target !== grid) return;
    if (act(event, control)) event.preventDefault();
  });
  grid.addEventListener("focus", () => {
    if (control.selection() || !grid.matches(":focus-visible")) return;
    control.select(single({ row: control.size().rows > 0 ? 0 : -1, column: 0 }));
  });
}

/** @returns whether the key was one of the grid's */
function act(event: KeyboardEvent, control: GridControl): boolean {
  const size = control.size();
  const selection = control.selection() ?? single({ row: size.rows > 0 ? 0 : -1, column: 0 });
  const { row, column } = selection.focus;
  const { key, shiftKey, altKey } = event;
  const jumps = event.ctrlKey || event.metaKey;
  if (altKey) {
    if (key !== "ArrowLeft" && key !== "ArrowRight") return false;
    control.widen(column, key === "ArrowLeft" ? -widening : widening);
    return true;
  }
  if (jumps && key.toLowerCase() === "a") {
    if (size.rows > 0) control.select(everything(size), false);
    return true;
  }
  if (key === " " && (shiftKey || jumps) && row >= 0) {
    const { anchor, focus } = selection;
    control.select(
      shiftKey
        ? { anchor: { ...anchor, column: 0 }, focus: { ...focus, column: size.columns - 1 } }
        : { anchor: { ...anchor, row: 0 }, focus: { ...focus, row: size.rows - 1 } },
      false,
    );
    return true;
  }
  if (jumps && !key.startsWith("Arrow") && key !== "Home" && key !== "End") return false;
  if (key === "Enter" || (key === " " && row < 0)) {
    if (row < 0) control.sort(column);
    else control.open();
    return true;
  }
  if (row < 0 && key.toLowerCase() === "p") {
    control.pin(column);
    return true;
  }
  const next = moved(selection, { key, extends: shiftKey, jumps }, size);
  if (next) control.select(next);
  return next !== undefined;
}
