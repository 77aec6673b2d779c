import type { MeasuredReport, Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { breakdown, companyWaves } from "../nps/index.ts";
import { placesOf } from "../places.ts";
import type { Definition } from "../provenance.ts";
import { hasCustomers, listSegments } from "../segments.ts";
import { type PageName, tellPage } from "../tell.ts";
import { isCompany, type View } from "../view.ts";
import { headlineStrip } from "./headline.ts";
import { rates } from "./rates.ts";

const pages: readonly PageName[] = ["overview", "retention", "cash", "nps"];

/** A figure for a deck by its id; undefined where this view has nothing to say of it. */
export function deckFigure(view: View, id: string): FigureModel | undefined {
  if (!hasCustomers(view.report)) return undefined;
  if (id === "headline") return headlineStrip(view);
  if (id === "nrr-grr") return rates(view);
  const own = id === "by-segment" ? `by-${listSegments(view.report).dimension}` : id;
  const told = toldOf(view).find((figure) => figure.id === own) ?? scoreBy(view, own);
  return told && isTold(told) ? told : undefined;
}

/** The score by a dimension that no page breaks it down by; a page shows those that are read most. */
function scoreBy(view: View, id: string): FigureModel | undefined {
  const dimension = /^by-(.+)$/.exec(id)?.[1];
  const hasScore = isCompany(view) && companyWaves(view).length > 0;
  return dimension !== undefined && dimension !== "all" && hasScore
    ? breakdown(view, dimension)
    : undefined;
}

/** By view: a deck asks for many figures of one. */
const told = new WeakMap<View, FigureModel[]>();

function toldOf(view: View): FigureModel[] {
  const figures = told.get(view) ?? pages.flatMap((page) => tellPage(page, view).figures);
  told.set(view, figures);
  return figures;
}

/** Whether there is anything to show: rows, and values where they are drawn. */
const isTold = ({ native, table }: FigureModel): boolean =>
  (table?.rows.length ?? 0) > 0 &&
  (native?.series ?? [{ values: [0] }]).some(({ values }) =>
    values.some((value) => value !== null),
  );

const needs: Readonly<Record<string, string>> = {
  targets: "goals",
  "left-before-payback": "costs",
  "one-customer": "costs",
  fleet: "costs",
  "payback-map": "costs",
  levers: "costs",
  payback: "costs",
  "ltv-cac": "costs",
};
const ofSurveys = [
  "waves",
  "distribution",
  "shares",
  "drivers",
  "renewals",
  "response",
  "themes",
  "satisfaction",
];

/** Why a deck has to do without a figure, in a sentence. */
export function untoldInDeck({ report, scope, format }: View, id: string): string {
  const what = nameOfFigure(id);
  const { dimension, segment } = scope;
  const known = report.marts.survivalSummary
    .filter((row) => row.dimension === dimension)
    .map((row) => row.segment);
  if (dimension !== "all" && !known.includes(segment)) {
    const name = say.site.dimensions[dimension] ?? dimension;
    return say.deck.noSegment(what, name, segment, known.map(format.segment));
  }
  const needed =
    needs[id] ?? (ofSurveys.includes(id) || id.startsWith("by-") ? "surveys" : undefined);
  const isAbsent = report.datasets.some((one) => one.dataset === needed && !one.isPresent);
  return needed !== undefined && isAbsent
    ? say.site.missing(what, [needed])
    : say.deck.untold(what);
}

/** A figure in words, as lists of figures name it. */
export function nameOfFigure(id: string): string {
  const figures: Readonly<Record<string, string>> = { ...say.metrics.figures, ...say.deck.figures };
  const dimension = id.replace(/^by-/, "");
  return figures[id] ?? say.metrics.figureBy(say.site.dimensions[dimension] ?? dimension);
}

/** Metrics of the figures that only a deck has. */
const ownMetrics: Readonly<Record<string, readonly string[]>> = {
  headline: ["arr", "nrr", "grr", "churn", "cac", "ltv_cac", "tcv", "nps"],
  "nrr-grr": ["nrr", "grr"],
};

/** Ids of the metrics that a figure of a deck shows. */
export function metricsInDeck(report: MeasuredReport, id: string): readonly string[] {
  const place = placesOf(report).find(({ figure }) => figure === id);
  return ownMetrics[id] ?? place?.metrics ?? (id.startsWith("by-") ? ["nps"] : []);
}

/** The definitions of the metrics that a figure of a deck shows. */
export function definitionsInDeck(report: Report, id: string): Definition[] {
  const shown = new Set(metricsInDeck(report, id));
  return report.metrics
    .filter((metric) => shown.has(metric.id))
    .map(({ title, definition }) => ({ name: title, text: definition }));
}
