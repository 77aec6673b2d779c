import type { Unit } from "../../charts/index.ts";
import {
  halfOf,
  type PageFormats,
  periodName,
  type Shown,
  writeValue,
} from "../../figures/index.ts";
import type { Report } from "../../report.ts";
import { type Order, sqlOf } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";

export type Metric = Report["metrics"][number];

/** What a page asks a metric's mart, in SQL, with the SQL of the mart. */
export function shownOf(
  report: Report,
  { mart, columns, where }: Metric["past"],
  order: readonly Order<string>[],
  dimension?: string,
): Shown {
  const question = { columns, where: dimension ? { dimension, ...where } : where, order };
  const sql = sqlOf<Record<string, string | number | boolean | null>, string>(mart, question);
  return { mart, sql, madeBy: report.sql[mart] ?? "" };
}

/** How the charts write a metric's values. */
export function unitOf({ unit }: Metric): Unit {
  return unit === "count" || unit === "score" ? "number" : unit;
}

export function write(metric: Metric, value: number | null, format: PageFormats): string {
  return writeValue(unitOf(metric), value, format);
}

/** In a table whose heading names the unit. */
export function writeCell(metric: Metric, value: number | null, format: PageFormats): string {
  return value !== null && metric.unit === "months"
    ? format.number(value)
    : write(metric, value, format);
}

/** The newest value; where it is missing, what that means. */
export function writeNewest(metric: Metric, format: PageFormats): string {
  const { value, blank, hasRow } = metric;
  return value === null && hasRow && blank ? blank : write(metric, value, format);
}

/** Whether nothing can be said of a metric, not even that it is not reached. */
export function isUnknown({ value, blank, hasRow }: Metric): boolean {
  return value === null && !(hasRow && blank);
}

/** The period of a value in words: Sep 2025, 2025 Q3, 2025 H2, or as of a day. */
export function periodLabel(
  metric: Metric,
  period: string | null,
  report: Report,
  format: PageFormats,
): string {
  if (period === null) return say.metrics.asOf(format.day(report.asOf.day));
  return periodName(metric.every ?? "month", period, format);
}

/** The period as goals write theirs: 2025-09, 2025-Q3, 2025-H2. */
export function periodCode(metric: Metric): string | null {
  const { period, every } = metric;
  if (period === null) return null;
  if (every === "half") return halfOf(period, "-");
  if (every === "month") return period.slice(0, 7);
  return `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5, 7)) / 3)}`;
}

/** Why a metric has no value, in a sentence; `needs` says it of files that are not there. */
export function whyUnknown(
  metric: Metric,
  report: Report,
  needs: (datasets: readonly string[]) => string = say.metrics.needs,
): string {
  const present = new Set(
    report.datasets.filter(({ isPresent }) => isPresent).map(({ dataset }) => dataset),
  );
  const missing = (metric.needs ?? []).filter((name) => !present.has(name));
  return missing.length > 0 ? needs(missing) : metric.unknown;
}

/** The history as the charts take it, from the first known value on. */
export function historyOf({ history }: Metric): { month: string; value: number | null }[] {
  const first = history.findIndex(({ value }) => value !== null);
  const known = first === -1 ? [] : history.slice(first);
  return known.map(({ period, value }) => ({ month: period, value }));
}

/** The question of that history: without the periods before the first known value. */
export function pastOf({ history, past }: Metric): Metric["past"] {
  const [period = ""] = past.columns;
  const blank = history.findIndex(({ value }) => value !== null) - 1;
  const before = history[blank]?.period;
  const until = past.where[period];
  if (before === undefined || typeof until !== "object") return past;
  return { ...past, where: { ...past.where, [period]: { above: before, ...until } } };
}

export function unitLabel({ unit }: Metric, report: Report): string {
  return say.metrics.units[unit](report.company.currency);
}

/** What the configuration chose for a field such as churn.grace_days; undefined where it is not set. */
export function chosenOf(report: Report, path: string): unknown {
  const fields: unknown = { ...report.definitions, company: report.company };
  return path
    .split(".")
    .reduce<unknown>(
      (value, name) =>
        typeof value === "object" && value !== null
          ? (value as Record<string, unknown>)[name]
          : undefined,
      fields,
    );
}

/** Settings that change the metric and are not as its definition has them: "churn.dated = cancellation". */
export function otherSettings(report: Report, { settings }: Metric): string[] {
  return settings.flatMap((path) => {
    const field = report.reference.config.find((entry) => entry.path === path);
    const usual: unknown = field?.default === undefined ? undefined : JSON.parse(field.default);
    const chosen = chosenOf(report, path);
    return chosen === usual ? [] : [`${path} = ${String(chosen)}`];
  });
}
