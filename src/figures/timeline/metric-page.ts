import type { Unit } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { type Row, selectRows, sqlOf } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { type Shown, tableOf } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { ToldPage } from "../tell.ts";
import {
  company,
  dayBefore,
  isEveryone,
  isLimited,
  lastStart,
  monthsIn,
  noneWhole,
  type Period,
  rowsOf,
  type View,
} from "../view.ts";
import { eventsWithin } from "./events.ts";
import { needsOwnCost, reckonedWith, unknownForCost } from "./metric-cost.ts";
import { type MetricPast, metricPastFigure, writeValue } from "./metric-past.ts";

export type MetricQuestion = Report["metrics"][number]["past"];
type MartName = keyof Report["marts"];

/** What a metric's page says of any customers: its words, and where their numbers stand. */
export interface MetricPage {
  id: string;
  title: string;
  unit: Unit;
  /** Whether anything can be said of it. */
  isKnown: boolean;
  /** The period of the newest value, in words. */
  period: string;
  /** Why some customers may have no value, in a sentence. */
  unknown?: string | undefined;
  /** What it means where a mart has the row but no value. */
  blank?: string | undefined;
  /** The newest value, of the whole company's rows; those of several segments together read the same. */
  now: MetricQuestion;
  /** The same by segment; absent where it is known for the whole company only. */
  bySegment?: MetricQuestion | undefined;
  past?: MetricQuestion | undefined;
  pastBySegment?: MetricQuestion | undefined;
  /** Of the past, what does not depend on the customers. */
  shown?: Omit<MetricPast, "points" | "events" | "target"> | undefined;
  /** Of the whole company, with what it is read from. */
  target?: { value: number; query: Shown } | undefined;
}

/** mrr_movements -> mrrMovements, its name in the report. */
export const martNamed = (table: string): MartName =>
  table.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) as MartName;

/** Marts that are made anew for a metric of several segments together. */
export const martsOfMetric = ({ now, past }: MetricPage): MartName[] => [
  ...new Set<MartName>([
    "survivalSummary",
    ...[now, ...(past ? [past] : [])].map(({ mart }) => martNamed(mart)),
  ]),
];

/** The page of a metric, of the customers of a view; of everyone, and said so, what is told of no segment. */
export function tellMetric(page: MetricPage, view: View): ToldPage {
  const { metrics } = say;
  const isOfSegment = view.scope.dimension !== "all";
  const now = isOfSegment ? page.bySegment : page.now;
  const past = isOfSegment ? page.pastBySegment : page.past;
  const isPastOfAll = isOfSegment && !page.pastBySegment;
  const toldPast = isPastOfAll ? page.past : past;
  const toldOf = isPastOfAll ? { ...view, scope: company } : view;
  const figure = toldPast && pastFigure(page, toldPast, toldOf);
  const figures = figure ? [figure] : [];
  const elsewhere = page.past?.columns.includes("payback_age") ? [metrics.cohortsElsewhere] : [];
  const why =
    (toldPast && outside(page, toldPast, toldOf)) ??
    (isPastOfAll ? metrics.noPastThen : metrics.noPastOfThese);
  const whose = isPastOfAll ? { history: [metrics.pastOfCompany, ...elsewhere].join(" ") } : {};
  if (now) return { ...tellNewest(page, now, view), figures, why, whose };
  const isOfCohorts = page.now.columns.includes("payback_age");
  const title = [metrics.toldOfCompany, ...(isOfCohorts ? elsewhere : [])].join(" ");
  return {
    ...tellNewest(page, page.now, { ...view, scope: company }),
    figures,
    why,
    whose: { ...whose, title, how: metrics.toldOfCompany },
  };
}

/** Why a past of quarters or half-years is not told in the period, although there is one. */
function outside(page: MetricPage, past: MetricQuestion, view: View): string | undefined {
  const every = page.shown?.every;
  if (every === undefined || every === "month" || !isLimited(view)) return undefined;
  if (!pastFigure(page, past, { ...view, period: {} })) return undefined;
  return noneWhole(view, every);
}

function tellNewest(
  page: MetricPage,
  now: MetricQuestion,
  view: View,
): Pick<ToldPage, "finding" | "note" | "newest"> {
  const { id, title, unit, blank, period } = page;
  const isOwnOnly = needsOwnCost(id) && view.scope.dimension !== "all";
  const { rows, ...newest } = answer(view, scoped(now, view), isOwnOnly);
  const [row] = rows;
  const value = row?.[now.columns.at(-1) ?? ""];
  if (typeof value === "number") {
    const finding = say.metrics.is(title, writeValue(unit, value, view.format), period);
    return { finding, note: reckonedWith(id, view), newest };
  }
  if (row && blank) {
    return { finding: say.metrics.is(title, blank, period), note: reckonedWith(id, view), newest };
  }
  const note = page.isKnown ? (unknownForCost(id, view) ?? page.unknown) : undefined;
  return { finding: say.metrics.isUnknown(title), note, newest };
}

function pastFigure(
  { shown, target }: MetricPage,
  past: MetricQuestion,
  view: View,
): FigureModel | undefined {
  const { report, period, format } = view;
  const [time = "", column = ""] = past.columns;
  const all = answer(view, scoped(past, view)).rows;
  const blank = all[all.findIndex((row) => row[column] !== null) - 1]?.[time];
  const every = shown?.every ?? "month";
  const older = typeof blank === "string" ? blank : "";
  const asked = within(scoped(past, view), time, every, period, older);
  const { rows, ...query } = answer(view, asked);
  const points = rows.flatMap((row) => {
    const [month, value] = [row[time], row[column]];
    return typeof month === "string"
      ? [{ month, value: typeof value === "number" ? value : null }]
      : [];
  });
  if (!shown || points.every(({ value }) => value === null)) return undefined;
  const starts = points.map(({ month }) => month);
  const events = eventsWithin(report, starts, format, monthsIn[shown.every]);
  const goal = isEveryone(view) ? target : undefined;
  const whose = isEveryone(view) ? { target: goal?.value } : { isPart: true };
  const told = { ...shown, ...whose, isCut: period.from !== undefined, points, events };
  return { ...metricPastFigure(told, format), queries: [query, ...(goal ? [goal.query] : [])] };
}

/** The question, of the rows of the view's customers. */
function scoped(question: MetricQuestion, { scope }: View): MetricQuestion {
  const own = scope.dimension === "all" ? {} : rowsOf(scope);
  return { ...question, where: { ...question.where, ...own } };
}

/** The question, of what lies whole in a period and comes after `blank`. */
function within(
  { where, ...question }: MetricQuestion,
  time: string,
  every: keyof typeof monthsIn,
  { from, to }: Period,
  blank: string,
): MetricQuestion {
  const until = where[time];
  const last = typeof until === "object" ? until.atMost : "9999-12-01";
  const before = from === undefined ? "" : dayBefore(from);
  const above = before > blank ? before : blank;
  const newest = to === undefined ? undefined : lastStart(to, every);
  const atMost = newest !== undefined && newest < last ? newest : last;
  return {
    ...question,
    where: { ...where, [time]: above === "" ? { atMost } : { above, atMost } },
  };
}

/** @param isOwnOnly whether a value reckoned with the cost of more than these customers is left out */
function answer({ report }: View, { mart, columns, where }: MetricQuestion, isOwnOnly = false) {
  const rows = report.marts[martNamed(mart)] as readonly unknown[] as readonly Row[];
  const own = isOwnOnly ? { is_cac_own: true } : {};
  const question = { columns, where: { ...where, ...own }, order: columns.slice(0, -1) };
  return {
    rows: selectRows<Row, string>(rows, question),
    sql: sqlOf<Row, string>(mart, question),
    mart,
    madeBy: report.sql[tableOf(martNamed(mart))] ?? "",
  };
}
