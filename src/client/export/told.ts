import { element } from "../filter/elements.ts";

/** Says beside a figure's buttons what became of them, to screen readers too. */
export function tell(button: Element, text: string, link?: HTMLAnchorElement): void {
  const place = button.closest(".actions");
  if (!place) return;
  const line =
    place.querySelector(":scope > .told") ?? element("p", { class: "told", role: "status" });
  if (!line.isConnected) place.append(line);
  // A region that is not there yet is not heard.
  requestAnimationFrame(() => {
    line.replaceChildren(text, ...(link ? [" ", link] : []));
  });
}
