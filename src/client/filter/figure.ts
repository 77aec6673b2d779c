import type { FigureModel, Shown, Size } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { chosenElements, openChoices } from "../choice/choice.ts";
import { rememberShown } from "../export/shown.ts";
import { actionsElement, consoleLink, encodedQuery, type ScopeLine } from "./actions.ts";
import { element } from "./elements.ts";
import { tableElement } from "./table.ts";

/** A figure in the place of the page's own, drawn at one size. */
export function figureElement(model: FigureModel, scope: ScopeLine, size: Size): HTMLElement {
  const { id, measure, finding, facts, caveat, hint, drawing, table } = model;
  const content = drawing
    ? chosenElements(model, size)
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
      caveat ? element("p", { class: "caveat" }, caveat) : undefined,
      hint ? element("p", { class: "hint" }, hint) : undefined,
    ),
    actionsElement({ ...model, table: drawing && table, line: scope }),
  );
  openChoices(section, model, size, scope);
  rememberShown(section, { figure: model, whose: scope.text, madeOf: scope.madeOf });
  return section;
}

/**
 * Why there is no figure of these customers, in the place of the page's own.
 *
 * @param remedy what would bring one
 */
export function untoldElement(
  original: HTMLElement,
  why: string,
  scope: ScopeLine,
  remedy?: { label: string; act: () => void },
): HTMLElement {
  const ofAll = original.querySelector(".measure")?.textContent ?? "";
  const measure = ofAll.replace(say.metrics.wholeCompany, "");
  const { id } = original;
  const button = remedy && element("button", { type: "button", class: "control" }, remedy.label);
  button?.addEventListener("click", () => remedy?.act());
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
    button && element("div", { class: "content" }, button),
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

/** How a metric is computed, with the query that its newest value of some customers is read from. */
export function howElement(
  original: HTMLElement,
  { sql, mart }: Shown,
  line: ScopeLine,
): HTMLElement {
  const how = original.cloneNode(true) as HTMLElement;
  how.classList.remove("stale");
  const query = how.querySelector("pre[data-query]");
  query?.before(scopeElement(line));
  if (line.madeOf) query?.before(element("p", { class: "note" }, line.madeOf.text));
  query?.replaceChildren(sql);
  how
    .querySelector("pre[data-query] + .to-console")
    ?.replaceWith(consoleLink(() => encodedQuery(sql, mart, line.madeOf)));
  return how;
}
