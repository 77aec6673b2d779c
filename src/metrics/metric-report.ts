import { catalogue } from "./catalogue/index.ts";
import { metrics } from "./catalogue/metrics/index.ts";
import { type LineageTable, settingPaths, standsOn } from "./lineage.ts";
import {
  type Every,
  type MetricSpec,
  type MetricWords,
  type Reading,
  wordsUnder,
} from "./metric.ts";
import { filterOf, type MetricValues, readValues } from "./metric-values.ts";
import type { Marts } from "./read.ts";
import type { MetricSettings } from "./runner.ts";

/** A metric with its values, as pages and files tell it. */
export interface MetricReport extends MetricWords, MetricValues {
  /** Table that it is read from; `column` and `filter` are as its SQL names them. */
  mart: string;
  martTitle: string;
  column: string;
  filter: string;
  /** Column of its periods and their length; null where only the newest day is known. */
  time: string | null;
  every: Every | null;
  /** What one row of the mart is: "one row per dimension, segment and month". */
  grain: string;
  /** Datasets and tables that it stands on, its mart last. */
  standsOn: readonly string[];
  /** The datasets of them. */
  inputs: readonly string[];
  /** Fields of the configuration that change it, such as churn.grace_days. */
  settings: string[];
  /** What its value is read from. */
  now: MetricQuestion;
  /** What its history is read from, up to the newest complete month. */
  past: MetricQuestion;
  /** What its values by segment are read from. */
  bySegment: MetricQuestion;
}

/** Where values stand: the pages ask the mart by it, and show what they ask. */
export interface MetricQuestion {
  mart: string;
  columns: string[];
  where: Readonly<Record<string, string | boolean | number | { above?: string; atMost: string }>>;
}

/**
 * Every metric of the catalogue with its values up to `lastMonth`, the newest complete month, in
 * words that say the rules in force.
 */
export function reportMetrics(
  marts: Marts,
  lineage: readonly LineageTable[],
  rules: MetricSettings,
  lastMonth: string,
): MetricReport[] {
  return metrics.map((metric) => {
    const { where: _where, time, history, bySegment, mart: key, ...spec } = metric;
    const { alsoSettings: _also, notSettings: _not, notInputs, ...words } = spec;
    const mart = catalogue[key];
    const tables = standsOn(lineage, mart.name, notInputs);
    const values = readValues(marts, metric, lastMonth, metric);
    return {
      ...words,
      ...wordsUnder(rules, metric),
      mart: mart.name,
      martTitle: mart.title,
      filter: filterOf(metric),
      time: time?.column ?? null,
      every: (history ?? metric).time?.every ?? null,
      grain: grainIn(lineage, mart.name),
      standsOn: tables,
      inputs: datasetsOf(lineage, tables),
      settings: settingsOf(lineage, tables, metric),
      ...values,
      now: nowOf(metric, values.period),
      past: pastOf(history ?? metric, lastMonth),
      bySegment: bySegmentOf(bySegment ?? metric, values.period),
    };
  });
}

function nowOf({ mart, column, where, time }: Reading, period: string | null): MetricQuestion {
  const { name, columns } = catalogue[mart];
  const company = "dimension" in columns ? { dimension: "all" } : {};
  const then = time && period !== null ? { [time.column]: period } : {};
  return { mart: name, columns: [column], where: { ...company, ...where, ...then } };
}

function pastOf({ mart, column, where, time }: Reading, lastMonth: string): MetricQuestion {
  const { name, columns } = catalogue[mart];
  const company = "dimension" in columns ? { dimension: "all" } : {};
  const until = time ? { [time.column]: { atMost: lastMonth } } : {};
  return {
    mart: name,
    columns: [...(time ? [time.column] : []), column],
    where: { ...company, ...where, ...until },
  };
}

function bySegmentOf(
  { mart, column, where, time }: Reading,
  period: string | null,
): MetricQuestion {
  const then = time && period !== null ? { [time.column]: period } : {};
  return { mart: catalogue[mart].name, columns: ["segment", column], where: { ...where, ...then } };
}

/** The day and the currency move every number; they are told on every page. */
const everywhere = ["as_of", "company.currency"];

function settingsOf(
  lineage: readonly LineageTable[],
  tables: readonly string[],
  { alsoSettings = [], notSettings = [] }: Pick<MetricSpec, "alsoSettings" | "notSettings">,
): string[] {
  const taken = new Set(
    lineage.filter(({ name }) => tables.includes(name)).flatMap(({ settings }) => settings),
  );
  return Object.entries(settingPaths).flatMap(([name, path]) =>
    path !== null &&
    (taken.has(name as never) || alsoSettings.includes(path)) &&
    ![...everywhere, ...notSettings].includes(path)
      ? [path]
      : [],
  );
}

/** What one row of a table is. */
const grainIn = (lineage: readonly LineageTable[], name: string): string =>
  lineage.find((table) => table.name === name)?.grain ?? "";

/** Tables that no SQL makes. */
function datasetsOf(lineage: readonly LineageTable[], tables: readonly string[]): string[] {
  const made = new Set(lineage.map(({ name }) => name));
  return tables.filter((name) => !made.has(name)).sort();
}

/** A row of the table `metrics` in the published database. */
export interface CatalogueRow {
  id: string;
  theme: string;
  title: string;
  definition: string;
  formula: string;
  unit: string;
  direction: string;
  mart: string;
  column_name: string;
  /** As a where clause of SQL; empty where the mart has nothing to choose. */
  filter: string;
  /** Column of its periods; null where the mart knows the newest day only. */
  period_column: string | null;
  /** month, quarter or half; null as period_column. */
  period: string | null;
  grain: string;
  /** Names of datasets, blanks between. */
  inputs: string;
  caveats: string;
  /** "Vendor: rule" sentences. */
  vendors: string;
  source: string;
}

/** Every metric as plain text, one row each. */
export function catalogueRows(metrics: readonly MetricReport[]): CatalogueRow[] {
  return metrics.map((metric) => ({
    id: metric.id,
    theme: metric.theme,
    title: metric.title,
    definition: metric.definition,
    formula: metric.formula,
    unit: metric.unit,
    direction: metric.direction,
    mart: metric.mart,
    column_name: metric.column,
    filter: metric.filter,
    period_column: metric.time,
    period: metric.time === null ? null : metric.every,
    grain: metric.grain,
    inputs: metric.inputs.join(" "),
    caveats: metric.caveats.join(" "),
    vendors: metric.vendors.map(({ vendor, rule }) => `${vendor}: ${rule}`).join(" "),
    source: metric.source,
  }));
}
