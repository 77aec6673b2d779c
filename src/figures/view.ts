import { monthDay, monthIndex } from "../charts/index.ts";
import type { Report } from "../report.ts";
import { say } from "../text/index.ts";
import type { RestatedDeck } from "./board/restated.ts";
import { formatsOf, type PageFormats } from "./formats.ts";

/** The parts of the configuration that figures tell. */
export const definitionsTold = [
  "benchmarks",
  "cac",
  "cash",
  "churn",
  "definitions",
  "events",
  "ltv",
  "margin",
  "north_star",
  "nps",
  "publish",
  "retention",
  "segments",
  "survival",
] as const;

/** What figures know of the report. Plain data, so that a part of it can travel to the browser. */
export interface FigureReport
  extends Pick<Report, "company" | "asOf" | "lastMonth" | "marts" | "sql"> {
  definitions: Pick<Report["definitions"], (typeof definitionsTold)[number]>;
  /** Whether its rows are of the customers of several segments together. */
  isCombination?: boolean;
  /** Of a combination: whose cost of winning a customer its rows are reckoned with. */
  costOf?: Scope | undefined;
  /** Of a combination: the dimensions of its segments. */
  dimensions?: readonly string[];
  datasets: readonly Pick<Report["datasets"][number], "dataset" | "isPresent">[];
  metrics: readonly Pick<Report["metrics"][number], "id" | "short" | "unit" | "direction">[];
  /** Decks whose numbers are held against those of now. */
  restatements?: readonly RestatedDeck[];
}

/** Whose numbers a figure shows: those of a segment, or of the whole company. */
export interface Scope {
  /** tier, industry and so on; "all" is the whole company. */
  dimension: string;
  segment: string;
}

export const company: Scope = { dimension: "all", segment: "all" };

/** First and last month that figures over time show, such as 2024-03-01; open where absent. */
export interface Period {
  from?: string;
  to?: string;
}

/** All that a figure is made from. */
export interface View {
  report: FigureReport;
  scope: Scope;
  period: Period;
  format: PageFormats;
}

export function viewOf(report: FigureReport, scope = company, period: Period = {}): View {
  const format = formatsOf(report);
  if (!report.isCombination) return { report, scope, period, format };
  const segment = (name: string) =>
    name === company.segment ? say.filter.theseCustomers : format.segment(name);
  return { report, scope, period, format: { ...format, segment } };
}

export const isCompany = ({ scope }: View): boolean => scope.dimension === "all";

/** Whether nobody is left out: neither a segment nor several together. */
export const isEveryone = (view: View): boolean =>
  isCompany(view) && view.report.isCombination !== true;

/** Whether figures over time show some months only. */
export const isLimited = ({ period: { from, to } }: View): boolean =>
  from !== undefined || to !== undefined;

/** Why a figure has no row in the period of a view, although it has some. */
export function noneWhole({ period, format }: View, every: "quarter" | "half"): string {
  const [from, to] = [period.from, period.to].map((month) => month && format.monthLabel(month));
  return say.filter.noneWhole(every, from, to);
}

/** The rows of a mart that are the scope's own, as a question asks for them. */
export function rowsOf({ dimension, segment }: Scope): { dimension: string; segment?: string } {
  return dimension === "all" ? { dimension } : { dimension, segment };
}

/** Months that a row of a figure over time is of. */
export const monthsIn = { month: 1, quarter: 3, half: 6 } as const;

/** What the column of months, quarters or half-years must be for all their months to lie in the period. */
export function inPeriod<Column extends string>(
  { from, to }: Period,
  column: Column,
  every: keyof typeof monthsIn,
): { readonly [Own in Column]?: { above?: string; atMost?: string } } {
  if (from === undefined && to === undefined) return {};
  const test = {
    ...(from === undefined ? {} : { above: dayBefore(from) }),
    ...(to === undefined ? {} : { atMost: lastStart(to, every) }),
  };
  return { [column]: test } as { readonly [Own in Column]: typeof test };
}

/** The newest first day of what ends with the month `to` at the latest: of a quarter two months before it. */
export function lastStart(to: string, every: keyof typeof monthsIn): string {
  return monthDay(monthIndex(to) - monthsIn[every] + 1);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
