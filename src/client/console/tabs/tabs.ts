import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import {
  freeId,
  freeTitle,
  keptTabs,
  type Tab,
  withoutTab,
  withTab,
  withText,
} from "./open-tabs.ts";

export interface Tabs {
  /** The tab that is shown. */
  shown(): Tab;
  /** Opens a query in a tab of its own, or the tab that has it. */
  open(title: string | undefined, sql: string): void;
  /** What the reader typed into the tab that is shown. */
  typed(sql: string): void;
}

/**
 * Tabs over the editor, kept from visit to visit. The arrow keys go from tab to tab, Delete closes.
 *
 * @param onShow another tab is shown, or another text in it
 */
export function openTabs(host: HTMLElement, base: string, onShow: (tab: Tab) => void): Tabs {
  const words = say.console.session.tabs;
  const tabOf = (tabs: readonly Tab[], title: string | undefined, sql: string): Tab => ({
    id: freeId(tabs),
    title: title ?? freeTitle(tabs, words.untitled),
    sql,
  });
  const first = tabOf([], undefined, "");
  const store = keptTabs(base, { tabs: [first], shown: first.id });
  let now = store.read();
  const shown = () => now.tabs.find(({ id }) => id === now.shown) ?? first;

  const change = (next: typeof now, isFocused: boolean) => {
    now = next;
    store.write(now);
    draw(isFocused);
    onShow(shown());
  };
  const othersOf = (id: string) => now.tabs.filter((tab) => tab.id !== id);
  const close = (id: string, isFocused: boolean) =>
    change(withoutTab(now, id, tabOf(othersOf(id), undefined, "")), isFocused);

  const draw = (isFocused: boolean) => {
    const list = element("div", { role: "tablist", "aria-label": words.list });
    for (const tab of now.tabs) list.append(tabElement(tab));
    const add = element("button", { type: "button", class: "add", title: words.add }, "+");
    add.setAttribute("aria-label", words.add);
    add.addEventListener("click", () => change(withTab(now, tabOf(now.tabs, undefined, "")), true));
    host.replaceChildren(list, add);
    const current = list.querySelector<HTMLElement>("[aria-selected=true]");
    current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (isFocused) current?.focus();
  };

  const tabElement = (tab: Tab): HTMLElement => {
    const isShown = tab.id === now.shown;
    const button = element(
      "button",
      {
        type: "button",
        role: "tab",
        "aria-selected": String(isShown),
        "aria-controls": "console-editor",
        tabindex: isShown ? "0" : "-1",
        "aria-keyshortcuts": "Delete",
        title: words.tab(tab.title),
      },
      tab.title,
    );
    button.addEventListener("click", () => change({ ...now, shown: tab.id }, true));
    button.addEventListener("keydown", (event) => onKey(event, tab.id));
    // For the pointer; a list of tabs holds tabs only, and Delete closes one by the keyboard.
    const cross = element("span", { class: "close", "aria-hidden": "true" }, "×");
    cross.addEventListener("click", () => close(tab.id, true));
    return element("div", { role: "presentation", class: "tab" }, button, cross);
  };

  const onKey = (event: KeyboardEvent, id: string) => {
    if (event.key === "Delete") return close(id, true);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = now.tabs.findIndex((tab) => tab.id === id);
    const next = now.tabs.at((place + step) % now.tabs.length);
    if (next) change({ ...now, shown: next.id }, true);
  };

  draw(false);
  return {
    shown,
    open: (title, sql) => change(withTab(now, tabOf(now.tabs, title, sql)), false),
    typed: (sql) => {
      now = withText(now, sql);
      store.write(now);
    },
  };
}
