import type { Unit } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { type Row, selectRows, sqlOf } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { type Shown, tableOf } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { ToldPage } from "../tell.ts";
import {
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
import { type MetricPast, metricPastFigure, writeValue } from "./metric-past.ts";

export type MetricQuestion = Report["metrics"][number]["past"];
type MartName = keyof Report["marts"];

/** What a metric's page says of any customers: its words, and where their numbers stand. */
export interface MetricPage {
  title: string;
  unit: Unit;
  /** Whether anything can be said of it. */
  isKnown: boolean;
  /** The period of the newest value, in words. */
  period: string;
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

/** The page of a metric, of the customers of a view. */
export function tellMetric(page: MetricPage, view: View): ToldPage {
  const isOfSegment = view.scope.dimension !== "all";
  const [now, past] = isOfSegment ? [page.bySegment, page.pastBySegment] : [page.now, page.past];
  if (!now) {
    const { title, isKnown } = page;
    const finding = isKnown ? say.metrics.ofCompany(title) : say.metrics.isUnknown(title);
    return { finding, figures: [], why: say.filter.untoldAny };
  }
  const figure = past && pastFigure(page, past, view);
  return {
    finding: newestFinding(page, now, view),
    figures: figure ? [figure] : [],
    why: past ? (outside(page, past, view) ?? say.metrics.noPastOfThese) : say.filter.untoldAny,
  };
}

/** Why a past of quarters or half-years is not told in the period, although there is one. */
function outside(page: MetricPage, past: MetricQuestion, view: View): string | undefined {
  const every = page.shown?.every;
  if (every === undefined || every === "month" || !isLimited(view)) return undefined;
  if (!pastFigure(page, past, { ...view, period: {} })) return undefined;
  return noneWhole(view, every);
}

function newestFinding(page: MetricPage, now: MetricQuestion, view: View): string {
  const [row] = answer(view, scoped(now, view)).rows;
  const value = row?.[now.columns.at(-1) ?? ""];
  if (typeof value === "number") {
    return say.metrics.is(page.title, writeValue(page.unit, value, view.format), page.period);
  }
  return row && page.blank
    ? say.metrics.is(page.title, page.blank, page.period)
    : say.metrics.isUnknown(page.title);
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

function answer({ report }: View, { mart, columns, where }: MetricQuestion) {
  const rows = report.marts[martNamed(mart)] as readonly unknown[] as readonly Row[];
  const question = { columns, where, order: columns.slice(0, -1) };
  return {
    rows: selectRows<Row, string>(rows, question),
    sql: sqlOf<Row, string>(mart, question),
    mart,
    madeBy: report.sql[tableOf(martNamed(mart))] ?? "",
  };
}
