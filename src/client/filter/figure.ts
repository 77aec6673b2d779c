import type { Choice, Drawings, FigureModel, Size } from "../../figures/index.ts";
import { type DrawnReadings, encodeReadings } from "../../shared/readings.ts";
import { say } from "../../text/index.ts";
import { rememberShown } from "../export/shown.ts";
import { openChart } from "../reading/open-chart.ts";
import { actionsElement, type ScopeLine } from "./actions.ts";
import { element } from "./elements.ts";
import { onceSeen } from "./once-seen.ts";
import { tableElement } from "./table.ts";

/** A figure in the place of the page's own, drawn at one size. */
export function figureElement(model: FigureModel, scope: ScopeLine, size: Size): HTMLElement {
  const {
    id,
    measure,
    finding,
    facts,
    caveat,
    drawing,
    choice,
    table,
    queries,
    model: note,
  } = model;
  const content = drawing
    ? choice
      ? choiceElements(id, drawing, choice, size)
      : drawingElements(drawing, size)
    : [table ? tableElement(table, scope.text) : undefined];
  const section = element(
    "section",
    { class: `figure${model.isWide ? " wide" : ""}`, id, "aria-labelledby": `${id}-finding` },
    element(
      "div",
      { class: "head" },
      element("p", { class: "measure" }, measure),
      element("h2", { id: `${id}-finding` }, finding),
      scopeElement(scope),
    ),
    element("div", { class: "content" }, ...content),
    element(
      "div",
      { class: "notes" },
      element("p", {}, facts),
      caveat ? element("p", {}, caveat) : undefined,
    ),
    actionsElement({ table: drawing && table, queries, note, line: scope }),
  );
  rememberShown(section, { figure: model, whose: scope.text, madeOf: scope.madeOf });
  return section;
}

/** Why there is no figure of these customers, in the place of the page's own. */
export function untoldElement(original: HTMLElement, why: string, scope: ScopeLine): HTMLElement {
  const measure = original.querySelector(".measure")?.textContent ?? "";
  const { id } = original;
  return element(
    "section",
    { class: "figure untold", id, "aria-labelledby": `${id}-finding` },
    element(
      "div",
      { class: "head" },
      element("p", { class: "measure" }, measure),
      element("h2", { id: `${id}-finding` }, why),
      scopeElement(scope),
    ),
  );
}

export function scopeElement({ text, clear }: ScopeLine): HTMLElement {
  const button = element(
    "button",
    { type: "button", "aria-label": say.filter.clear, title: say.filter.clear },
    "×",
  );
  button.addEventListener("click", clear);
  return element("p", { class: "scope" }, text, button);
}

/** Drawings to choose from, as the page has them; those that are not chosen wait until they are. */
function choiceElements(id: string, first: Drawings, choice: Choice, size: Size): HTMLElement[] {
  const options = [{ label: choice.shown, drawing: first }, ...choice.others];
  const labels = options.map(({ label }, place) => {
    const checked = place === 0 ? "" : undefined;
    const input = element("input", { type: "radio", name: `${id}-choice`, checked });
    return element("label", {}, input, label);
  });
  return [
    element("fieldset", { class: "choice" }, element("legend", {}, choice.name), ...labels),
    ...options.flatMap(({ drawing }, place) =>
      drawingElements(drawing, place === 0 ? size : undefined, place + 1),
    ),
  ];
}

/** Both places of a drawing; one that is not seen stays empty until it is. */
export function drawingElements(
  drawings: Drawings,
  size: Size | undefined,
  option = 1,
): HTMLElement[] {
  const own = { "data-option": String(option) };
  const template = element("template", { class: "readings", ...own });
  const read: { -readonly [Own in Size]?: DrawnReadings[Own] } = {};
  const places = (["narrow", "wide"] as const).map((drawn) => {
    const place = element("div", { class: `drawing ${drawn}`, ...own });
    const fill = () => {
      const { svg, guide, readings } = drawings(drawn);
      const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      read[drawn] = readings;
      template.content.replaceChildren(encodeReadings(read));
      place.dataset.guide = guide;
      place.append(picture);
      openChart(place, template);
    };
    if (drawn === size) fill();
    else onceSeen(place, fill);
    return place;
  });
  return [...places, template];
}
