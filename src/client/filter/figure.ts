import type { Choice, Drawings, FigureModel, Shown, Size, Table } from "../../figures/index.ts";
import { type DrawnReadings, encodeReadings } from "../../shared/readings.ts";
import { say } from "../../text/index.ts";
import { encodeQuery } from "../console/links/query-link.ts";
import { type MadeOf, rememberShown } from "../export/shown.ts";
import { openChart } from "../reading/open-chart.ts";
import { element } from "./elements.ts";
import { tableElement } from "./table.ts";

/** Whose numbers are shown, in words, and how to show everyone's again. */
export interface ScopeLine {
  text: string;
  clear: () => void;
  madeOf?: MadeOf | undefined;
}

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

function onceSeen(place: HTMLElement, fill: () => void): void {
  const seen = new ResizeObserver(([entry]) => {
    if (!entry || entry.contentRect.width === 0) return;
    seen.disconnect();
    fill();
  });
  seen.observe(place);
}

/** The buttons that copy and export the figure, which the page hears itself. */
function takeElement(): HTMLElement {
  const more = { "data-take": "more", "aria-haspopup": "menu", "aria-expanded": "false" };
  return element(
    "div",
    { class: "take" },
    element("button", { type: "button", "data-take": "copy" }, say.exports.copy),
    element("button", { type: "button", ...more }, say.exports.more),
    element("button", { type: "button", "data-take": "deck" }, say.deck.builder.add),
  );
}

interface ActionsOf {
  canTake?: boolean;
  table?: Table | undefined;
  queries?: readonly Shown[] | undefined;
  note?: string | undefined;
  line: ScopeLine;
}

/** Table and SQL, folded, as the page has them. */
export function actionsElement({
  canTake = true,
  table,
  queries = [],
  note,
  line,
}: ActionsOf): HTMLElement {
  const own = new Map(queries.map(({ sql, mart }) => [sql, mart]));
  // Tables made anew are this page's; the console has those of everybody.
  const queryOf = line.madeOf ? line.madeOf.queryOf : (sql: string) => sql;
  const marts = new Map(queries.map(({ mart, madeBy }) => [mart, madeBy]));
  const madeOf = [...marts].map(([mart, sql]) =>
    element(
      "details",
      {},
      element("summary", {}, say.site.madeBy(mart)),
      element("pre", { tabindex: "0", "data-mart": mart }, sql),
      consoleLink(`#marts/${mart}`),
    ),
  );
  return element(
    "div",
    { class: "actions" },
    canTake && takeElement(),
    table &&
      element(
        "details",
        { class: "more" },
        element("summary", {}, say.site.table),
        tableElement(table, line.text),
      ),
    own.size > 0 &&
      element(
        "details",
        { class: "more" },
        element("summary", {}, say.site.sql),
        ...[line.madeOf?.text, note].map((text) =>
          text ? element("p", { class: "note" }, text) : false,
        ),
        ...[...own].flatMap(([sql, mart]) => [
          element("pre", { tabindex: "0", "data-query": "" }, sql),
          queryOf && consoleLink(encodeQuery(queryOf(sql, mart))),
        ]),
        ...madeOf,
      ),
  );
}

/** @param hash of the console's address, which may take a moment */
function consoleLink(hash: string | Promise<string>): HTMLElement {
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  const link = element("a", {}, say.site.openInConsole);
  Promise.resolve(hash).then((own) => {
    link.href = `${base}sql/${own}`;
  });
  return element("p", { class: "to-console" }, link);
}
