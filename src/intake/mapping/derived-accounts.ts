import { type Column, datasetOf } from "../../contracts/index.ts";
import { choiceOf } from "./columns.ts";
import type { Contents } from "./contents.ts";
import type { Guesses } from "./datasets.ts";
import { nameScore } from "./names.ts";
import type { Sample } from "./sample.ts";

/** Surely the customer's rather than the contract's. */
const sureFrom = 0.75;

export interface DerivedAccounts {
  /** What the select runs over, as contract_lines. */
  samples: readonly Sample[];
  /** The dataset, as lines of the draft. */
  dataset: string[];
}

/**
 * Where contracts name their customers and no file of accounts is there: one account for each, with
 * what the contracts say of it.
 */
export function derivedAccounts({ datasets }: Guesses): DerivedAccounts | undefined {
  const contracts = datasets.find(({ dataset }) => dataset === "contracts");
  const hasAccounts = datasets.some(({ dataset }) => dataset === "accounts");
  const id = contracts?.columns.find(({ column }) => column === "account_id")?.header;
  if (!contracts || hasAccounts || id === undefined) return undefined;
  const read = new Set(contracts.columns.map(({ header }) => header));
  const free = contracts.contents.filter(({ header }) => header !== id);
  const columns = datasetOf("accounts").columns;
  const taken = new Set<string>();
  const selected = columns.flatMap((column) => {
    if (column.name === "account_id" || column.reads === "day") return [];
    const unread = column.name === "name" ? free : free.filter(({ header }) => !read.has(header));
    const found = bestFor(
      column,
      unread.filter(({ header }) => !taken.has(header)),
    );
    if (found) taken.add(found.header);
    if (!found && column.name !== "name") return [];
    return [
      `${cellOf(column, found ?? { header: id, values: [], distinct: new Set(), noValues: [] })} as ${column.name}`,
    ];
  });
  const [first] = contracts.samples;
  const starts = contracts.columns.find(({ column }) => column === "starts_on")?.header;
  const hasEnding = first?.footer !== undefined || first?.total !== undefined;
  const isRow = hasEnding && starts ? ` and trim(${quoted(starts)}) <> ''` : "";
  const select = `select ${quoted(id)} as account_id, ${selected.join(", ")} from contract_lines where ${quoted(id)} <> ''${isRow} group by 1`;
  return {
    samples: contracts.samples,
    dataset: [
      "// ? No file of accounts was given: each customer of the contracts is one.",
      `accounts: { sql: ${JSON.stringify(select)} },`,
    ],
  };
}

function bestFor(column: Column, contents: readonly Contents[]): Contents | undefined {
  const [best] = contents
    .map((found) => ({ found, score: nameScore(found.header, "accounts", column.name) }))
    .filter(({ found, score }) => score >= sureFrom && isFitting(column, found))
    .toSorted((left, right) => right.score - left.score);
  return best?.found;
}

function isFitting(column: Column, { distinct }: Contents): boolean {
  return (
    column.reads !== "choice" ||
    [...distinct].every((value) => choiceOf(column, value) !== undefined)
  );
}

/** A select has no mapped values: words of the file become ours in it. The largest is not the blank one. */
function cellOf(column: Column, { header, distinct }: Contents): string {
  const cell = quoted(header);
  if (column.reads !== "choice") return `max(${cell})`;
  const words = [...distinct].map(
    (theirs) => `when ${text(theirs)} then ${text(choiceOf(column, theirs) ?? "")}`,
  );
  return `max(case ${cell} ${words.join(" ")} end)`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
