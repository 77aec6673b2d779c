/** A part of the console's page, by its name in the markup. */
export function paneOf(host: HTMLElement, name: string): HTMLElement {
  const found = host.querySelector<HTMLElement>(`[data-pane=${name}]`);
  if (!found) throw new Error(`no pane "${name}" in the console; add it to Console.astro`);
  return found;
}

/** A button of the console, by what it does. */
export function buttonOf(host: HTMLElement, name: string): HTMLButtonElement {
  const found = host.querySelector<HTMLButtonElement>(`button[data-do=${name}]`);
  if (!found) throw new Error(`no button "${name}" in the console; add it to Console.astro`);
  return found;
}

/** Tabs of which one pane is shown: the arrow keys go from one to the next. */
export function switchPanes(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLElement>("[role=tab]")];
  const show = (shown: HTMLElement) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === shown));
      tab.tabIndex = tab === shown ? 0 : -1;
      const pane = document.getElementById(tab.getAttribute("aria-controls") ?? "");
      if (pane) pane.hidden = tab !== shown;
    }
  };
  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener("click", () => show(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const next = step && tabs.at((place + step) % tabs.length);
      if (!next) return;
      event.preventDefault();
      show(next);
      next.focus();
    });
  }
}
