import { type Scope, tableOf } from "../../../figures/index.ts";
import type { FilterDimension } from "../../../shared/filter.ts";
import { inOrder } from "../../../shared/models.ts";
import { literal, type Row } from "../../../shared/query/index.ts";
import { say } from "../../../text/index.ts";
import { type Engine, openEngine, published } from "../../engine/open.ts";
import { combinedQuery } from "./combined-query.ts";
import { costsOf } from "./costs.ts";

type Segments = { readonly [Dimension in FilterDimension]?: string };

/** Tables that know of no customer: money spent on the whole company, and its targets. */
const ofCompany: ReadonlySet<string> = new Set(["costs", "goals"]);

/** Rows of the marts, by their name in the report. */
export type Tables = Readonly<Record<string, readonly Row[]>>;

/** What a page asks for. */
export interface Wanted {
  /** By their names in the report. */
  marts: readonly string[];
  /** Whether what the customers cost is reckoned. */
  hasCosts: boolean;
}

export interface Combined {
  rows: Tables;
  /** Whose cost of winning a customer the rows are reckoned with; undefined where with none. */
  costOf: Scope | undefined;
  /** A query over those rows as one that makes their tables itself. */
  queryOf: (sql: string, mart: string) => string;
}

/**
 * The rows of a page for the customers of several segments together, worked out in the browser.
 *
 * @param base address of the site
 * @param tell told in words how far it is
 * @param isWanted whether the answer still is; where not, there is none
 */
export async function combinedRows(
  base: string,
  wanted: Wanted,
  segments: Segments,
  tell: (progress: string) => void,
  isWanted: () => boolean,
): Promise<Combined | undefined> {
  const { filter } = say;
  const engine = await openEngine(base, (bytes) => tell(filter.fetching((bytes / 1e6).toFixed(1))));
  // One at a time: both would make tables of the same names.
  const before = running;
  const own = before.then(() =>
    isWanted()
      ? makeAnew(engine, wanted, segments, (made, all) => tell(filter.making(made, all)), isWanted)
      : undefined,
  );
  running = own.catch(() => undefined);
  return own;
}

let running: Promise<unknown> = Promise.resolve();

/**
 * Makes the tables of a page anew: the datasets restricted to the customers, and every model that the
 * page's figures ask for, by its own SQL and in the order of what it reads.
 */
async function makeAnew(
  engine: Engine,
  { marts, hasCosts }: Wanted,
  segments: Segments,
  onTable: (made: number, all: number) => void,
  isWanted: () => boolean,
): Promise<Combined | undefined> {
  const catalogued = (await engine.rows(
    `select name, sql from ${published}.catalogue where kind in ('mart', 'staging') and sql is not null`,
  )) as unknown as { name: string; sql: string }[];
  const costs = hasCosts ? await costsOf(engine, segments) : undefined;
  const models = catalogued.filter(({ name }) => !costs?.given.has(name));
  const isModel = new Set(catalogued.map(({ name }) => name));
  const given = await restrict(engine, isModel, segments, costs?.given);
  const wanted = marts.map((name) => [name, tableOf(name)] as const);
  const tables = wanted.map(([, table]) => table);
  const ordered = inOrder(models, [...given.keys()], tables);
  for (const [made, { name, sql }] of ordered.entries()) {
    if (!isWanted()) return undefined;
    onTable(made + 1, ordered.length);
    await engine.run(`create or replace table ${name} as ${sql}`);
  }
  const rows: Record<string, Row[]> = {};
  for (const [name, table] of wanted) rows[name] = await engine.rows(`from ${table}`);
  const combination = { chosen: chosenBy(segments), given, models };
  const queryOf = (sql: string, mart: string) => combinedQuery(sql, mart, combination);
  return { rows, costOf: costs?.costOf, queryOf };
}

const chosenBy = (segments: Segments) =>
  `select account_id from ${published}.stg_accounts where ${conditionOf(segments)}`;

/** The customers of all the segments, as a condition over the accounts. */
export function conditionOf(segments: Segments): string {
  return Object.entries(segments)
    .map(([dimension, segment]) => `${dimension} = ${literal(segment)}`)
    .join(" and ");
}

/**
 * A view of every table that is no model's, with the rows of these customers where it has customers.
 *
 * @param instead selects in the place of models
 * @returns their selects, by table
 */
async function restrict(
  engine: Engine,
  models: ReadonlySet<string>,
  segments: Segments,
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  await engine.run(`create or replace table chosen as ${chosenBy(segments)}`);
  const tables = await engine.rows(
    `select table_name, bool_or(column_name = 'account_id') as has_accounts
    from duckdb_columns()
    where database_name = ${literal(published)} and not internal
    group by table_name`,
  );
  const given = new Map(instead);
  for (const { table_name: table, has_accounts: hasAccounts } of tables) {
    if (typeof table !== "string" || models.has(table)) continue;
    const rows = ofCompany.has(table)
      ? "where false"
      : hasAccounts === true
        ? "where account_id in (select account_id from chosen)"
        : "";
    given.set(table, `select * from ${published}.${table} ${rows}`);
  }
  for (const [table, select] of given) {
    await engine.run(`create or replace view ${table} as ${select}`);
  }
  return given;
}
