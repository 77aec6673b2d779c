import {
  type Column,
  type Dataset,
  type DatasetName,
  datasetOf,
  normalised,
} from "../../contracts/index.ts";
import { type Contents, isDateLike, isNumberLike, share } from "./contents.ts";
import { nameScore } from "./names.ts";
import { choiceWords, flagWords, letters } from "./synonyms/words.ts";

export interface ColumnGuess {
  column: string;
  header: string;
  /** From 0 to 1. */
  confidence: number;
  /** Where neither name nor contents speak for it. */
  why?: string;
}

const leastConfidence = 0.45;

/**
 * Which header holds which column of a dataset, each once, the surest pairs first.
 *
 * @param accountIds Ids of the accounts file, where it is known: what holds them is account_id.
 */
export function guessColumns(
  name: DatasetName,
  contents: readonly Contents[],
  accountIds: ReadonlySet<string>,
): ColumnGuess[] {
  const dataset = datasetOf(name);
  const pairs = dataset.columns.flatMap((column) =>
    contents.map((found) => ({
      column: column.name,
      header: found.header,
      confidence: pairScore(dataset, column, found, accountIds),
    })),
  );
  const taken = new Set<string>();
  const guesses: ColumnGuess[] = [];
  for (const pair of pairs.toSorted((left, right) => right.confidence - left.confidence)) {
    const isTaken = taken.has(`column ${pair.column}`) || taken.has(`header ${pair.header}`);
    if (pair.confidence < leastConfidence || isTaken || pair.header === "") continue;
    taken.add(`column ${pair.column}`).add(`header ${pair.header}`);
    guesses.push(pair);
  }
  const order = dataset.columns.map((column) => column.name);
  return guesses.toSorted(
    (left, right) => order.indexOf(left.column) - order.indexOf(right.column),
  );
}

function pairScore(
  dataset: Dataset,
  column: Column,
  contents: Contents,
  accountIds: ReadonlySet<string>,
): number {
  const isKey = dataset.key.length === 1 && dataset.key[0] === column.name;
  const named = nameScore(contents.header, dataset.name as DatasetName, column.name);
  const fitting = named * contentFit(column, isKey, contents);
  const refersToAccounts = column.name === "account_id" && dataset.name !== "accounts";
  if (!refersToAccounts || accountIds.size === 0 || contents.values.length === 0) return fitting;
  const known = share([...contents.distinct], (value) => accountIds.has(value));
  // A name that says it all stands against ids that other tools give: one to look at.
  if (known < 0.1) return Math.max(fitting * 0.5, named > 0.9 && fitting > 0 ? 0.5 : 0);
  // Small numbers are in every file; they say nothing of what a column without a name holds.
  const isTelling = contents.values.some((value) => /\D|^0/.test(value) || value.length > 3);
  const byIds = known >= 0.5 && (isTelling || named > 0) ? 0.6 + 0.39 * known : 0;
  return Math.max(fitting, byIds);
}

/** How well the contents keep the contract of a column, from 0 to 1. */
function contentFit(column: Column, isKey: boolean, { values, distinct }: Contents): number {
  if (values.length === 0) return column.isRequired ? 0.5 : 0.7;
  const answers = values.filter((value) => !column.nonAnswers?.includes(value.toLowerCase()));
  switch (column.reads) {
    case "number":
      return steep(share(answers, isNumberLike));
    case "day":
    case "month":
      return steep(share(values, isDateLike));
    case "timestamp":
      return steep(share(values, isDateLike)) * (0.5 + 0.5 * share(values, hasTime));
    case "choice":
      return 0.4 + 0.6 * share([...distinct], (value) => choiceOf(column, value) !== undefined);
    case "flag":
      return 0.2 + 0.8 * share([...distinct], (value) => flagOf(column, value) !== undefined);
    default:
      return textFit(column, isKey, values, distinct);
  }
}

/** A column of which more than a tenth is something else is something else. */
function steep(kept: number): number {
  return kept >= 0.9 ? kept : 0;
}

function hasTime(value: string): boolean {
  return /\d:\d\d/.test(value);
}

function textFit(
  column: Column,
  isKey: boolean,
  values: readonly string[],
  distinct: ReadonlySet<string>,
): number {
  const isDates = share(values, (value) => /\D/.test(value) && isDateLike(value)) > 0.9;
  if (isDates) return 0.1;
  const isRepeated = isKey && distinct.size < 0.98 * values.length;
  if (isRepeated) return 0.4;
  if (column.name.endsWith("_id")) return share(values, isCode) > 0.9 ? 1 : 0.8;
  const isNumbers = share(values, isNumberLike) > 0.9;
  const isCodes = column.name === "name" && share(values, isCode) > 0.9;
  return isNumbers || isCodes ? 0.6 : 1;
}

/** An id rather than a name: one word with a digit in it. */
function isCode(value: string): boolean {
  return /^\S*\d\S*$/.test(value);
}

/** Our word for one of theirs, where it is known. */
export function choiceOf(column: Column, value: string): string | undefined {
  const choices = column.choices ?? [];
  const own = choices.find((choice) => normalised(choice) === normalised(value));
  const known = own ?? choiceWords.get(letters(value));
  return known !== undefined && choices.includes(known) ? known : undefined;
}

/** `true` or `false` for one of their words; for counts, the count. */
export function flagOf(column: Column, value: string): string | undefined {
  const word = value.toLowerCase();
  if (/^(true|false|yes|no|y|n|0|1)$/.test(word)) return word;
  if (column.expected.includes("how often") && /^\d+$/.test(word)) return word;
  return flagWords.get(letters(word));
}
