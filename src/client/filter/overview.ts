import {
  type FigureModel,
  type NorthStarModel,
  type ScorecardModel,
  type Size,
  type SummarySentence,
  type Tile,
  type ToldPage,
  topFigures,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { drawingElements } from "../choice/drawings.ts";
import { rememberShown } from "../export/shown.ts";
import { actionsElement, type ScopeLine } from "./actions.ts";
import { element } from "./elements.ts";
import { scopeElement } from "./figure.ts";

/** What stands in the place of the overview's summary, north star and scorecard, by their ids. */
export function overviewElements(
  told: ToldPage,
  line: ScopeLine,
  size: Size,
): [id: string, make: (original: HTMLElement) => HTMLElement][] {
  const { overview } = told;
  if (!overview) return [];
  const [star, score, summary] = topFigures(told);
  const remembered = (figure: FigureModel | undefined, now: HTMLElement) => {
    if (figure) rememberShown(now, { figure, whose: line.text, madeOf: line.madeOf });
    return now;
  };
  return [
    ["summary", () => remembered(summary, summaryElement(overview.summary, line))],
    [
      "north-star",
      (original) => remembered(star, starElement(original, overview.star, line, size)),
    ],
    ["scorecard", (original) => remembered(score, scoreElement(original, overview.score, line))],
  ];
}

function starElement(
  original: HTMLElement,
  { star, facts, caveat, drawing, table, queries }: NorthStarModel,
  line: ScopeLine,
  size: Size,
): HTMLElement {
  const [link, what] = original.querySelectorAll(".name");
  return element(
    "section",
    { class: "star", id: "north-star", "aria-label": star.name },
    element(
      "div",
      { class: "head" },
      link?.cloneNode(true),
      element("p", { class: "value" }, star.formatted),
      what?.cloneNode(true),
      scopeElement(line),
      element("p", { class: "note" }, facts),
      caveat !== "" && element("p", { class: "note" }, caveat),
    ),
    drawing && element("div", { class: "content" }, ...drawingElements(drawing, size)),
    actionsElement({ table, queries, line }),
  );
}

function scoreElement(
  original: HTMLElement,
  { tiles, facts, table, queries }: ScorecardModel,
  line: ScopeLine,
): HTMLElement {
  const links = [...original.querySelectorAll(".tile > .name")];
  return element(
    "section",
    { id: "scorecard", "aria-label": say.overview.scorecard },
    element(
      "ul",
      { class: "tiles" },
      ...tiles.map((tile, place) => tileElement(tile, links[place]?.cloneNode(true))),
    ),
    scopeElement(line),
    element("p", { class: "facts" }, facts),
    actionsElement({ table, queries, line }),
  );
}

function tileElement({ formatted, isKnown, lines, spark }: Tile, name: Node | undefined) {
  const tile = element(
    "li",
    { class: "tile" },
    name,
    element("span", { class: isKnown ? "value" : "value unknown" }, formatted),
    ...lines.map(({ text, tone }) =>
      element("span", { class: tone ? `change ${tone}` : "change" }, text),
    ),
  );
  if (spark) {
    tile.append(new DOMParser().parseFromString(spark, "image/svg+xml").documentElement);
  }
  return tile;
}

/** Of a segment the sentences stand on figures of this page alone. */
function summaryElement(sentences: readonly SummarySentence[], line: ScopeLine): HTMLElement {
  return element(
    "section",
    { class: "summary", id: "summary", "aria-labelledby": "summary-title" },
    element("h2", { id: "summary-title" }, say.board.summary),
    scopeElement(line),
    element(
      "ul",
      { class: "sentences" },
      ...sentences.map(({ text, figure }) =>
        element("li", {}, element("a", { class: "quiet", href: `#${figure}` }, `${text}.`)),
      ),
    ),
    actionsElement({ queries: sentences.flatMap(({ queries }) => queries), line }),
  );
}
