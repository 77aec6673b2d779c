import type { Report } from "../../report.ts";
import type { Filter } from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { ask, type Shown } from "../ask.ts";
import { formatsOf } from "../formats.ts";
import { type Columns, columnsOf, rowsOfColumns } from "../shipped/columns.ts";
import { type Table, tabulate } from "../table.ts";
import type { View } from "../view.ts";

/** What lists of accounts are made from. */
export interface AccountsReport {
  company: Report["company"];
  accounts: Report["marts"]["cohortAccounts"];
}

/** The same as it travels; plain data, fetched when somebody asks for a list. */
export interface ShippedAccounts {
  company: Report["company"];
  accounts: Columns;
}

export function shipAccounts({ company, accounts }: AccountsReport): ShippedAccounts {
  const [first] = accounts;
  return { company, accounts: columnsOf(accounts, Object.keys(first ?? {})) };
}

export function openShippedAccounts({ company, accounts }: ShippedAccounts): AccountsReport {
  return { company, accounts: rowsOfColumns(accounts) as unknown as AccountsReport["accounts"] };
}

/** Accounts behind a cell or a step. */
export interface AccountList {
  title: string;
  table: Table;
  query: Shown;
}

/** Segments that the accounts must be of, such as {tier: "small"}; none: those of the whole company. */
export type AccountSegments = Filter["segments"];

/** Whether pages may list accounts one by one. */
export function canListAccounts({ report }: View): boolean {
  return report.definitions.publish.accounts !== "none";
}

/** Names of what cells and steps open, read again by `listAccounts`. */
export const opensCohort = ({ cohort, age }: { cohort: string; age: number }): string =>
  `cohort ${cohort} ${age}`;
export const opensLeft = (age: number): string => `left ${age}`;

/** The accounts that something opens, those with the most MRR at start first; undefined for another name. */
export function listAccounts(
  report: AccountsReport,
  opens: string,
  segments: AccountSegments = {},
): AccountList | undefined {
  const [kind, ...rest] = opens.split(" ");
  const age = Number(rest.at(-1));
  const [cohort] = rest;
  if (kind === "left" && rest.length === 1) return listLeft(report, age, segments);
  if (kind === "cohort" && cohort && rest.length === 2)
    return listCohort(report, cohort, age, segments);
  return undefined;
}

const columns = [
  "account_id",
  "started_on",
  "churned_on",
  "left_age",
  "last_age",
  "start_mrr",
  "mrr",
  "live_ages",
] as const;
const order = [{ descending: "start_mrr" }, "account_id"] as const;
const martsOf = ({ accounts }: AccountsReport) =>
  ({ marts: { cohortAccounts: accounts }, sql: {} }) as unknown as Pick<Report, "marts" | "sql">;

function listCohort(
  report: AccountsReport,
  cohort: string,
  age: number,
  segments: AccountSegments,
): AccountList {
  const format = formatsOf(report);
  const { accounts } = say.retention;
  const asked = ask(martsOf(report), "cohortAccounts", {
    columns,
    where: { ...segments, cohort },
    order,
  });
  const reached = asked.rows.filter((row) => row.last_age >= age);
  const live = reached.filter((row) => isLive(row.live_ages, age));
  const title = accounts.cohort(
    format.number(live.length),
    format.number(reached.length),
    format.quarterLabel(cohort),
    age,
  );
  const stateOf = (row: (typeof asked.rows)[number]) => {
    if (row.last_age < age) return accounts.younger;
    return isLive(row.live_ages, age) ? accounts.there : accounts.gone;
  };
  return {
    title,
    table: tableOf(asked.rows, title, format, { label: accounts.afterMonths(age), of: stateOf }),
    query: asked,
  };
}

function listLeft(report: AccountsReport, age: number, segments: AccountSegments): AccountList {
  const format = formatsOf(report);
  const asked = ask(martsOf(report), "cohortAccounts", {
    columns,
    where: { ...segments, left_age: age },
    order,
  });
  const count = asked.rows.length;
  const title = say.retention.accounts.left(format.number(count), count, age);
  return { title, table: tableOf(asked.rows, title, format), query: asked };
}

/** Whether an age lies in one of the runs, such as "0-12 24-30". */
function isLive(runs: string, age: number): boolean {
  return runs.split(" ").some((run) => {
    const [from, before] = run.split("-").map(Number);
    return age >= (from ?? 0) && age < (before ?? 0);
  });
}

type Row = Pick<AccountsReport["accounts"][number], (typeof columns)[number]>;

function tableOf<R extends Row>(
  rows: readonly R[],
  caption: string,
  format: ReturnType<typeof formatsOf>,
  state?: { label: string; of: (row: R) => string },
): Table {
  const { accounts } = say.retention;
  return tabulate(format, rows, { caption }, [
    { label: accounts.account, value: (row) => row.account_id },
    { label: accounts.start, isWhole: true, unit: "day", value: (row) => row.started_on },
    { label: accounts.firstLeft, isWhole: true, unit: "day", value: (row) => row.churned_on },
    { label: accounts.startMrr, unit: "cents", value: (row) => row.start_mrr },
    { label: accounts.mrr, unit: "cents", value: (row) => row.mrr },
    ...(state ? [{ label: state.label, value: state.of }] : []),
  ]);
}
