import { say } from "../../text/index.ts";
import { element } from "../filter/elements.ts";
import { letDrag } from "./drag.ts";
import type { KeptSlide, Written } from "./kept.ts";

/** What a reader does to a slide. */
export interface Actions {
  move: (key: number, by: number) => void;
  remove: (key: number) => void;
  /** Words are kept while they are written. */
  reword: (key: number, field: Written, text: string) => void;
}

/** A slide of the list: what it shows, its place, and the words that its reader may change. */
export function slideElement(
  slide: KeptSlide,
  { place, count, isOld, base }: { place: number; count: number; isOld: boolean; base: string },
  actions: Actions,
): HTMLLIElement {
  const words = say.deck.builder;
  const { key, provenance, address } = slide;
  const title = slide.title ?? provenance.title;
  const act = (name: string, label: string, isOff: boolean, work: () => void) => {
    const attributes = { type: "button", "data-act": name, "aria-label": words.of(label, title) };
    const button = element("button", attributes, label);
    button.disabled = isOff;
    button.addEventListener("click", work);
    return button;
  };
  // Keys and screen readers have the buttons.
  const grip = element("span", { class: "grip", title: words.drag, "aria-hidden": "true" }, "⠿");
  const item = element(
    "li",
    { "data-key": String(key), tabindex: "-1" },
    grip,
    element("h2", {}, title),
    element("p", { class: "measure" }, provenance.measure),
    element("p", { class: "note" }, `${provenance.facts} ${provenance.source}`),
    isOld && element("p", { class: "note old" }, words.old),
    element(
      "div",
      { class: "acts" },
      act("up", words.up, place === 0, () => actions.move(key, -1)),
      act("down", words.down, place === count - 1, () => actions.move(key, 1)),
      act("remove", words.remove, false, () => actions.remove(key)),
      element("a", { href: `${base}${address}` }, words.page),
    ),
    element(
      "details",
      (slide.title ?? slide.commentary ?? slide.notes) ? { open: "" } : {},
      element("summary", {}, words.edit),
      ...(["title", "commentary", "notes"] as const).map((field) =>
        fieldElement(slide, field, actions),
      ),
    ),
  );
  letDrag(grip, item, (by) => actions.move(key, by));
  return item;
}

function fieldElement(slide: KeptSlide, field: Written, { reword }: Actions): HTMLElement {
  const words = say.deck.builder;
  const id = `${field}-${slide.key}`;
  const rows = field === "title" ? "2" : "4";
  const hint = field === "title" ? slide.provenance.title : words.hints[field];
  const input = element("textarea", { id, rows, placeholder: hint });
  input.value = slide[field] ?? "";
  input.addEventListener("input", () => reword(slide.key, field, input.value));
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, words.fields[field]),
    input,
  );
}
