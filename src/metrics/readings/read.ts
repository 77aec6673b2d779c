import type { Warehouse } from "../../warehouse/index.ts";
import { inOrder, type Model, readModels, referencesOf } from "../models.ts";
import { type MetricSettings, settingsRow, tablesBeside } from "../runner.ts";
import { type Making, makeSideBySide } from "../side-by-side.ts";
import { comparePairs, type PairOfReadings } from "./pairs.ts";

/** The headline metrics that vendors define otherwise, in the order of a reader. */
export const definedMetrics = [
  "mrr",
  "arr",
  "customers",
  "logo_churn",
  "gross_mrr_churn",
  "nrr",
  "grr",
  "quick_ratio",
  "ltv",
  "ltv_cac",
] as const;

export type DefinedMetric = (typeof definedMetrics)[number];

/** The headline metrics of the newest complete month by one set of rules; null where unknown. */
export type Reading = Record<DefinedMetric, number | null>;

/** Tables that a reading is taken from. */
export const tablesOfReadings = ["stg_definition_headline", "stg_definition_accounts"];

/** Months before as_of from which MRR is computed: a year, its year before, and what is running. */
const monthsMeasured = 26;

/**
 * The headline metrics by several sets of rules, and the accounts that make any two of them differ.
 * The tables of the first are those that `buildMetrics` made. For the others the same SQL runs in a
 * schema each, over the whole company only; a table that depends on no setting in which two sets
 * differ is made once.
 *
 * @param others Settings of the second set of rules and on.
 * @param most Accounts told of each pair, the largest differences first.
 * @returns Readings in the order of the sets; a pair for every two of them.
 */
export async function readByRules(
  warehouse: Warehouse,
  own: MetricSettings,
  others: readonly MetricSettings[],
  most: number,
): Promise<{ readings: Reading[]; pairs: PairOfReadings[] }> {
  const schemas = ["main", ...others.map((_, place) => `rules_${place + 1}`)];
  const models = readModels();
  const needed = inOrder(models, await tablesBeside(warehouse, models), tablesOfReadings);
  const reads = readsOf(models);
  const made = new Map(models.map(({ name }) => [keyOf(name, reads, own, false), "main"]));
  try {
    const makings: Making[] = [];
    for (const [place, settings] of others.entries()) {
      const schema = `rules_${place + 1}`;
      const from = monthsBefore(own.asOf, monthsMeasured);
      const narrowed = { ...settings, measuredFrom: from };
      await warehouse.run(`create schema ${schema}`);
      await warehouse.run(`create table ${schema}.settings as ${settingsRow(narrowed)}`);
      makings.push(...makingsIn(schema, needed, narrowed, { reads, made }));
    }
    await makeSideBySide(warehouse, makings);
    return {
      readings: await inTurn(schemas, (schema) => readingOf(warehouse, schema)),
      pairs: await comparePairs(warehouse, schemas, most),
    };
  } finally {
    await warehouse.run("reset search_path");
    for (const schema of schemas.slice(1))
      await warehouse.run(`drop schema if exists ${schema} cascade`);
  }
}

interface Made {
  reads: ReadonlyMap<string, Read>;
  /** Schema of a table by its key. */
  made: Map<string, string>;
}

/**
 * What the headline needs in a schema: a table, or a view of the schema that has the same one. What
 * is as in main is found there, by the search path.
 */
function makingsIn(
  schema: string,
  needed: readonly Model[],
  settings: MetricSettings,
  { reads, made }: Made,
): Making[] {
  return needed.flatMap(({ name, sql }) => {
    const key = keyOf(name, reads, settings, true);
    const elsewhere = made.get(key);
    if (elsewhere === undefined) made.set(key, schema);
    if (elsewhere === "main" && !tablesOfReadings.includes(name)) return [];
    const target = `${schema}.${name}`;
    const narrowing = name === segmentsModel ? "where dimension = 'all'" : "";
    return {
      name: target,
      after: elsewhere
        ? [`${elsewhere}.${name}`]
        : referencesOf(sql).map((of) => `${schema}.${of}`),
      statements: elsewhere
        ? [`create view ${target} as select * from ${elsewhere}.${name}`]
        : [
            `set search_path = '${schema},main'`,
            `create table ${target} as select * from (${sql}) ${narrowing}`,
          ],
    };
  });
}

/** Only the whole company is read by other rules, which spares every sum by segment. */
const segmentsModel = "stg_account_segments";

/** Equal for two tables that have the same rows: the name, and every setting they follow from. */
function keyOf(
  name: string,
  reads: ReadonlyMap<string, Read>,
  settings: MetricSettings,
  isWholeOnly: boolean,
): string {
  const read = reads.get(name);
  const followed = Object.entries(settings).filter(([setting]) => read?.settings.has(setting));
  return JSON.stringify([name, isWholeOnly && read?.models.has(segmentsModel), followed]);
}

type Read = Record<"models" | "settings", Set<string>>;

/** By model: the models that it stands on, itself included, and the settings that they name. */
function readsOf(models: readonly Model[]): Map<string, Read> {
  const known = new Map<string, Read>();
  const byName = new Map(models.map((model) => [model.name, model]));
  const visit = (name: string): Read | undefined => {
    const model = byName.get(name);
    if (!model || known.has(name)) return known.get(name);
    const words = model.sql.replaceAll(/--.*$/gm, "").match(/[a-z_]+/g) ?? [];
    const settings = words.map((word) =>
      word.replaceAll(/_(\w)/g, (_, letter) => letter.toUpperCase()),
    );
    const found: Read = { models: new Set([name]), settings: new Set(settings) };
    known.set(name, found);
    for (const reference of referencesOf(model.sql)) {
      const below = visit(reference);
      for (const one of below?.models ?? []) found.models.add(one);
      for (const one of below?.settings ?? []) found.settings.add(one);
    }
    return found;
  };
  for (const { name } of models) visit(name);
  return known;
}

/** First day of the month so many months before a day. */
function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
}

async function inTurn<From, To>(all: readonly From[], work: (one: From) => Promise<To>) {
  const results: To[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}

async function readingOf(warehouse: Warehouse, schema: string): Promise<Reading> {
  const rows = await warehouse.rows<{ metric: DefinedMetric; value: number | null }>(
    `select metric, value from ${schema}.stg_definition_headline`,
  );
  const values = new Map(rows.map(({ metric, value }) => [metric, value]));
  return Object.fromEntries(
    definedMetrics.map((metric) => [metric, values.get(metric) ?? null]),
  ) as Reading;
}
