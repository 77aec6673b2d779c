import type { DatasetName, Problem, TableCheck } from "../contracts/index.ts";
import { datasetOf, nearest } from "../contracts/index.ts";
import { ownRows, quoteText, type Warehouse } from "../warehouse/index.ts";

/** As many of a file as intake keeps of one check. */
const listedPerFile = 1_000;

export interface CheckOutcome {
  check: TableCheck;
  /** How often it failed in each file. */
  counts: { file: string; count: number }[];
  /** The first of each file, in the order of the file. */
  problems: Problem[];
}

/** The row beside which another fails, where there is one. */
export interface Cause {
  other_file?: number | null;
  other_row?: number | null;
  is_same?: boolean | null;
}

interface FailingRow extends Cause {
  source_file: number | null;
  source_row: number | null;
  source_line: number | null;
  value: string | null;
  is_name?: boolean | null;
}

export interface CheckOptions {
  present: ReadonlySet<DatasetName>;
  fileName: (id: number | null, dataset: DatasetName) => string;
  /**
   * Whether rows that fail an error leave their table before the next check, which then tells no
   * more of them: the build goes on without them. Else they leave after the last one, so that all
   * that is wrong with a row is told.
   */
  goesOn: boolean;
}

/**
 * Runs the checks that need other rows or other files, in their order. Rows that leave a table are
 * then in aside.<dataset>, which must be there as loadSetAside makes it, and why in aside.causes.
 */
export async function runTableChecks(
  warehouse: Warehouse,
  checks: readonly TableCheck[],
  options: CheckOptions,
): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  const later: { check: TableCheck; from: string }[] = [];
  for (const check of checks) {
    if (!check.needs.every((name) => options.present.has(name))) continue;
    await warehouse.run(`create or replace temp table failing as ${check.sql}`);
    const counts = await warehouse.rows<{ file: number | null; count: number }>(
      "select source_file as file, count(*) as count from failing group by all order by all",
    );
    if (counts.length === 0) continue;
    const rows = await warehouse.rows<FailingRow>(`
      select *
      from failing
      qualify row_number() over (partition by source_file order by source_row) <= ${listedPerFile}
      order by source_file, source_row, value`);
    const meant = await meantIds(warehouse, check);
    outcomes.push({
      check,
      counts: counts.map(({ file, count }) => ({
        file: options.fileName(file, check.dataset),
        count,
      })),
      problems: rows.map((row) => problemOf(check, row, options, meant)),
    });
    if (check.severity !== "error") continue;
    if (options.goesOn) await moveFailing(warehouse, check, "failing");
    else {
      const from = `failing_${outcomes.length}`;
      await warehouse.run(`create temp table ${from} as select * from failing`);
      later.push({ check, from });
    }
  }
  for (const { check, from } of later) {
    await moveFailing(warehouse, check, from);
    await warehouse.run(`drop table ${from}`);
  }
  await warehouse.run("drop table if exists failing");
  return outcomes;
}

/** By value of a failing row: the id that it was likely meant to be. */
async function meantIds(warehouse: Warehouse, { meantSql }: TableCheck) {
  if (meantSql === undefined) return new Map<string, string>();
  const found = await warehouse.rows<{ value: string; near: string }>(meantSql);
  return new Map(found.map(({ value, near }) => [value, near]));
}

function problemOf(
  check: TableCheck,
  row: FailingRow,
  options: CheckOptions,
  meant: ReadonlyMap<string, string>,
): Problem {
  const { columns } = datasetOf(check.dataset);
  const named = check.column.split(", ");
  const isPrivate = columns.some((column) => column.isPrivate && named.includes(column.name));
  return {
    check: check.id,
    severity: check.severity,
    dataset: check.dataset,
    file: options.fileName(row.source_file, check.dataset),
    ...(row.source_row === null ? {} : { row: row.source_row }),
    ...(row.source_line === null ? {} : { line: row.source_line }),
    column: check.column,
    ...(row.value === null ? {} : { value: row.value }),
    ...(isPrivate ? { isPrivate: true } : {}),
    expected: `${check.expected}${causeOf(check, row, options.fileName)}${meantBy(check, row)}`,
    remedy: row.is_name ? byName : (writtenAs(check, row, meant) ?? check.remedy),
  };
}

/** What to do about an id that accounts has in another spelling. */
function writtenAs(
  { column }: TableCheck,
  { value }: FailingRow,
  meant: ReadonlyMap<string, string>,
): string | undefined {
  const near = value === null ? undefined : meant.get(value);
  if (value === null || near === undefined) return undefined;
  const id = JSON.stringify(near);
  const isCut = value.length < near.length && near === value.padStart(near.length, "0");
  const all = isCut ? `, or all of them by sql: lpad(${column}, ${near.length}, '0')` : "";
  const pair = `{ ${column}: { ${JSON.stringify(value)}: ${id} } }`;
  return `did you mean ${id}, which differs ${difference(value, near)}? export the ids again as text, or give this one by values: ${pair}${all}`;
}

/** What a spreadsheet or a keyboard made of an id; the ids are the same but for that. */
function difference(value: string, near: string): string {
  const isSame = (change: (id: string) => string) => change(value) === change(near);
  if (isSame((id) => id.toLowerCase())) return "by capitals";
  if (isSame((id) => id.replace(/^0+/, ""))) return "by zeros in front, which spreadsheets drop";
  if (isSame((id) => id.normalize("NFC"))) return "by how its accents are stored";
  return "by signs that look alike or cannot be seen";
}

const byName =
  'it is a customer\'s name there: give the ids by values: { account_id: { "name in this file": "id in accounts" } }, or join accounts by name in sql';

/** The other row that makes this one fail, in words; blank where there is none. */
export function causeOf(
  check: Pick<TableCheck, "dataset">,
  row: Cause,
  fileName: CheckOptions["fileName"],
): string {
  if (row.other_row === undefined || row.other_row === null) return "";
  const place = `${fileName(row.other_file ?? null, check.dataset)} row ${row.other_row}`;
  if (row.is_same === undefined || row.is_same === null) return ` (beside ${place})`;
  return ` (${place} has it already, ${row.is_same ? "the same in every column" : "with other cells"})`;
}

function meantBy({ known = [] }: TableCheck, { value }: FailingRow): string {
  const near = nearest(value ?? "", known);
  return near === undefined ? "" : ` (did you mean ${JSON.stringify(near)}?)`;
}

/** Also fills aside.causes, with the other row that each row failed beside. */
async function moveFailing(warehouse: Warehouse, check: TableCheck, from: string): Promise<void> {
  const failing = `(source_file, source_row) in (select (source_file, source_row) from ${from})`;
  await warehouse.run(`
    create table if not exists aside.causes (
        dataset varchar,
        checks varchar,
        source_file integer,
        source_row bigint,
        source_line bigint,
        value varchar,
        other_file integer,
        other_row bigint,
        is_same boolean,
        is_name boolean
    )`);
  await warehouse.run(`
    insert into aside.causes by name
    select
        *,
        ${quoteText(check.dataset)} as dataset,
        ${quoteText(check.id)} as checks
    from ${from}`);
  await warehouse.run(`
    insert into aside.${check.dataset} by name
    select *, ${quoteText(check.id)} as checks, '' as unreadable
    from ${check.dataset}
    where ${failing}`);
  await ownRows(warehouse, check.dataset);
  await warehouse.run(`delete from ${check.dataset} where ${failing}`);
}
