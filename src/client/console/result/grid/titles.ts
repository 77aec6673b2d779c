import { say } from "../../../../text/index.ts";
import { element } from "../../../filter/elements.ts";
import type { Direction } from "../sort/order.ts";
import type { ResultColumn } from "../values/result.ts";
import type { Slot } from "./rows.ts";

export interface TitlesView {
  slots: readonly Slot[];
  skipped: number;
  sorted: { column: ResultColumn; direction: Direction } | undefined;
  /** Place of the title that the keys move, or -1. */
  focused: number;
}

export interface TitleEvents {
  sort: (column: ResultColumn) => void;
  pin: (column: ResultColumn) => void;
  resize: (column: ResultColumn, width: number) => void;
  /** To what is in it. */
  fit: (column: ResultColumn) => void;
  all: () => void;
}

interface DrawnTitle {
  node: HTMLElement;
  pin: HTMLElement;
  arrow: HTMLElement;
  width: number;
}

const arrows = { ascending: "↑", descending: "↓" } as const;

/** The row of names and types: sorts at a click, resizes at its edges, pins. */
export function openTitles(host: HTMLElement, focusId: string, events: TitleEvents) {
  const words = say.console.result.grid;
  const corner = element(
    "div",
    { class: "cell count", role: "columnheader", title: words.all },
    "#",
  );
  corner.addEventListener("click", events.all);
  const skip = element("div", { class: "skipped", role: "presentation" });
  host.append(corner, skip);
  const drawn = new Map<ResultColumn, DrawnTitle>();

  const makeTitle = (column: ResultColumn): DrawnTitle => {
    const arrow = element("span", { class: "arrow", "aria-hidden": "true" });
    const pin = element("button", { class: "pin", type: "button", tabindex: "-1" });
    const grip = element("div", { class: "grip", "aria-hidden": "true" });
    const name = element("div", { class: "name" }, element("span", {}, column.name), arrow);
    const node = element(
      "div",
      { class: "title", role: "columnheader", title: words.title(column.name, column.type) },
      name,
      element("div", { class: "type" }, column.type),
      pin,
      grip,
    );
    const title = { node, pin, arrow, width: 0 };
    node.addEventListener("click", ({ target }) => {
      if (target !== grip && target !== pin) events.sort(column);
    });
    pin.addEventListener("click", () => events.pin(column));
    grip.addEventListener("dblclick", () => events.fit(column));
    grip.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const { clientX } = event;
      const { width } = title;
      const stop = new AbortController();
      const { signal } = stop;
      grip.addEventListener(
        "pointermove",
        (moved) => events.resize(column, width + moved.clientX - clientX),
        { signal },
      );
      for (const end of ["pointerup", "pointercancel"]) {
        grip.addEventListener(end, () => stop.abort(), { signal });
      }
    });
    return title;
  };

  let before: TitlesView | undefined;
  const isSame = (view: TitlesView) =>
    before?.skipped === view.skipped &&
    before.sorted === view.sorted &&
    before.focused === view.focused &&
    before.slots.length === view.slots.length &&
    view.slots.every(({ column, width, stays }, index) => {
      const own = before?.slots[index];
      return own?.column === column && own.width === width && own.stays === stays;
    });

  return {
    draw(view: TitlesView): void {
      if (isSame(view)) return;
      before = view;
      const { slots, skipped, sorted, focused } = view;
      const seen = new Set(slots.map(({ column }) => column));
      for (const [column, { node }] of drawn) {
        if (seen.has(column)) continue;
        node.remove();
        drawn.delete(column);
      }
      skip.style.width = `${skipped}px`;
      let last: Element = corner;
      const put = (node: Element) => {
        if (last.nextElementSibling !== node) last.after(node);
        last = node;
      };
      for (const [index, { column, place, width, stays }] of slots.entries()) {
        if (stays === undefined && (index === 0 || slots[index - 1]?.stays !== undefined))
          put(skip);
        const title = drawn.get(column) ?? makeTitle(column);
        drawn.set(column, title);
        title.width = width;
        const { node, pin, arrow } = title;
        put(node);
        const isPinned = stays !== undefined;
        const direction = sorted?.column === column ? sorted.direction : undefined;
        node.className = `title ${column.kind}${isPinned ? " pinned" : ""}`;
        node.style.width = `${width}px`;
        node.style.left = isPinned ? `${stays}px` : "";
        node.setAttribute("aria-colindex", String(place + 2));
        node.setAttribute("aria-sort", direction ?? "none");
        node.classList.toggle("focused", place === focused);
        node.id = place === focused ? focusId : "";
        arrow.textContent = direction ? arrows[direction] : "";
        pin.setAttribute("aria-pressed", String(isPinned));
        pin.setAttribute(
          "aria-label",
          isPinned ? words.unpin(column.name) : words.pin(column.name),
        );
        pin.title = isPinned ? words.unpin(column.name) : words.pin(column.name);
      }
    },
  };
}
