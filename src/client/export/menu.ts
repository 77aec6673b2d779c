import { say } from "../../text/index.ts";
import { element } from "../filter/elements.ts";
import { type Item, take } from "./items.ts";
import { tell } from "./told.ts";
import { isTransparent, setTransparent } from "./transparent.ts";

const groups: readonly { label: string; items: readonly Item[] }[] = [
  { label: say.exports.copyGroup, items: ["picture", "cells", "caption"] },
  {
    label: say.exports.downloadGroup,
    items: ["png", "wide", "classic", "half", "square", "svg", "xlsx", "csv"],
  },
];

let close = () => {};

/** Opens the menu of a figure's button, or closes it. */
export function toggleMenu(button: HTMLButtonElement): void {
  const isOpen = button.getAttribute("aria-expanded") === "true";
  close();
  if (!isOpen) open(button);
}

function open(button: HTMLButtonElement): void {
  const stop = new AbortController();
  const { signal } = stop;
  const menu = element(
    "div",
    { class: "menu", role: "menu", "aria-label": say.exports.menu },
    ...groups.map(({ label, items }) =>
      element(
        "div",
        { role: "group", "aria-label": label },
        element("p", { "aria-hidden": "true" }, label),
        ...items.map((item) => itemElement(item, button)),
      ),
    ),
    checkElement(),
  );
  button.after(menu);
  button.setAttribute("aria-expanded", "true");
  close = () => {
    stop.abort();
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    close = () => {};
  };
  menu.addEventListener("keydown", (event) => moveBy(event, menu, button));
  const outside = ({ target }: Event) => {
    if (target instanceof Node && !menu.contains(target) && !button.contains(target)) close();
  };
  for (const event of ["pointerdown", "focusin"]) addEventListener(event, outside, { signal });
  menu.querySelector("button")?.focus();
}

function itemElement(item: Item, button: HTMLButtonElement): HTMLElement {
  const attributes = { type: "button", role: "menuitem", tabindex: "-1", "data-item": item };
  const own = element("button", attributes, say.exports.items[item]);
  own.addEventListener("click", () => {
    // Asked for within the click: the clipboard wants a reader's hand.
    const done = take(item, button);
    close();
    button.focus();
    tell(button, say.exports.working);
    void done.then((told) => tell(button, told));
  });
  return own;
}

function checkElement(): HTMLElement {
  const attributes = {
    type: "button",
    role: "menuitemcheckbox",
    tabindex: "-1",
    "aria-checked": String(isTransparent()),
  };
  const own = element("button", attributes, say.exports.transparent);
  own.addEventListener("click", () => {
    setTransparent(!isTransparent());
    own.setAttribute("aria-checked", String(isTransparent()));
  });
  return own;
}

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The keys of a menu. Source: WAI-ARIA Authoring Practices, "Menu and Menubar". */
function moveBy(event: KeyboardEvent, menu: HTMLElement, button: HTMLButtonElement): void {
  const items = [...menu.querySelectorAll("button")];
  const at = items.findIndex((item) => item.matches(":focus"));
  const step = steps[event.key];
  if (step) {
    event.preventDefault();
    items[step(at, items.length)]?.focus();
  } else if (event.key === "Escape") {
    close();
    button.focus();
  } else if (event.key === "Tab") {
    close();
  }
}
