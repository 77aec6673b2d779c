import {
  type Column,
  type Dataset,
  type DatasetName,
  datasetNames,
  datasetOf,
  nearest,
  normalised,
} from "../../contracts/index.ts";
import type { Fault } from "../unreadable.ts";
import { columnCalled } from "./names.ts";
import { billingCalled } from "./synonyms/money.ts";

/** How to make a column be read from a header of the file, and say how often an amount is billed. */
export type HowToName = (column: string, near?: string, billing?: string) => string;

/** An arr beside the mrr says nothing more: a line has one amount, or a second that is not read. */
const insteadOf: Readonly<Record<string, string>> = { amount: "mrr", mrr: "amount" };

/**
 * Headers that no column reads, and that look or mean like a column that stays blank: by spelling,
 * or as other tools call it. What resembles nothing is not told.
 */
export function unusedColumns(
  dataset: Dataset,
  unread: readonly string[],
  open: readonly Column[],
  howToName: HowToName,
): Fault[] {
  const names = open.map(({ name }) => name);
  const all = dataset.columns.map(({ name }) => name);
  const filled = all.filter((name) => !names.includes(name));
  const missed = names.filter((name) => !filled.includes(insteadOf[name] ?? ""));
  return unread.flatMap((header) => {
    // What has a meaning of its own is no other word misspelt: arr is no mrr, a status no seats.
    const called = columnCalled(header, dataset.name as DatasetName, all);
    const isWord = called !== undefined || wordsOfOurs.has(normalised(header));
    const column = isWord ? missed.find((name) => name === called) : nearest(header, names);
    if (column === undefined) return [];
    // The amount of a year beside MRR says nothing new, and is no value of the contract.
    if (column === "amount" && filled.includes("mrr") && billingCalled(header)) return [];
    const off = 'set checks: { unused_column: "off" }';
    // An amount of a year that is not said to be one would be taken for that of the whole term.
    const isUnbilled = column === "amount" && names.includes("billing");
    const how = howToName(column, header, isUnbilled ? billingCalled(header) : undefined);
    return [
      {
        check: "unused_column",
        value: header,
        expected: `a header ${JSON.stringify(column)}, which is blank in every row without it`,
        remedy: `did you mean ${JSON.stringify(column)}? ${how}, or ${off} if it is something else`,
      },
    ];
  });
}

const wordsOfOurs = new Set(
  datasetNames.flatMap((name) => datasetOf(name).columns.map((column) => normalised(column.name))),
);
