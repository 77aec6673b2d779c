import { basename } from "node:path";
import { type DatasetName, datasetNames } from "../../contracts/index.ts";
import { presets } from "../presets/index.ts";
import { type Contents, isDateLike, share } from "./contents.ts";
import { byConfidence, type DatasetGuess, guessesOf, neededColumns } from "./guess.ts";
import type { Sample } from "./sample.ts";
import { letters } from "./synonyms/words.ts";

export interface Guesses {
  datasets: DatasetGuess[];
  /** Files that are no dataset, or lost theirs to a better one. */
  unused: { sample: Sample; reason: string }[];
}

const leastConfidence = 0.5;
/** A file whose dataset is taken becomes another only where that is nearly as likely. */
const mostBehind = 0.15;

/** Which file is which dataset: accounts first, since their ids tell of the others. */
export function guessDatasets(samples: readonly Sample[]): Guesses {
  const accounts = surestAccounts(samples);
  const ids = new Set(accounts ? valuesOf(accounts, "account_id") : []);
  const guessed = samples.map((sample) => guessesOf(sample, ids));
  const best = new Map(samples.map((sample, index) => [sample, guessed[index]?.[0]]));
  const chosen = new Map<DatasetName, DatasetGuess>();
  const placed = new Set<Sample>();
  const place = (guess: DatasetGuess) => {
    const [sample] = guess.samples as [Sample];
    const holder = chosen.get(guess.dataset);
    if (holder && headerKey(holder.samples[0]) !== headerKey(sample)) return;
    if (holder) holder.samples.push(sample);
    else chosen.set(guess.dataset, guess);
    placed.add(sample);
  };
  if (accounts) place(accounts);
  for (const guess of guessed.flat().toSorted(byConfidence)) {
    const [sample] = guess.samples as [Sample];
    if (placed.has(sample) || guess.confidence < leastConfidence) continue;
    if (hasMonthsAcross(sample)) continue;
    const first = best.get(sample);
    const isBehind = guess.confidence < (first?.confidence ?? 0) - mostBehind;
    if (!isBehind && first?.preset === guess.preset) place(guess);
  }
  const both = chosen.has("contracts") ? undefined : contractsIn(chosen.get("accounts"), guessed);
  if (both) {
    chosen.delete("accounts");
    chosen.set("contracts", both);
  }
  const unused = samples
    .filter((sample) => !placed.has(sample))
    .map((sample) => ({
      sample,
      reason: hasMonthsAcross(sample) ? acrossReason : reasonOf(best.get(sample), chosen),
    }));
  return { datasets: datasetNames.flatMap((name) => chosen.get(name) ?? []), unused };
}

/**
 * The file of accounts: of several, the one whose ids stand in the other files, be they called ids
 * or names there.
 */
function surestAccounts(samples: readonly Sample[]): DatasetGuess | undefined {
  const guessed = samples
    .filter((sample) => !hasMonthsAcross(sample))
    .map((sample) => guessesOf(sample, new Set()));
  const candidates = guessed.flatMap(([first]) =>
    first?.dataset === "accounts" && first.confidence >= leastConfidence
      ? [first, ...byNames(first)]
      : [],
  );
  const others = guessed.flatMap(([first]) => (first ? [first] : []));
  const rated = candidates.map((guess) => {
    const ids = new Set(valuesOf(guess, "account_id"));
    const isNamed = others.some(
      (other) => other.samples[0] !== guess.samples[0] && holdsIds(other.contents, ids),
    );
    return { guess, rate: guess.confidence + (isNamed ? 0.3 : 0) };
  });
  return rated.toSorted((left, right) => right.rate - left.rate)[0]?.guess;
}

/** The same accounts under their names, where each has one of its own. */
function byNames(guess: DatasetGuess): DatasetGuess[] {
  const name = guess.columns.find(({ column }) => column === "name");
  const names = valuesOf(guess, "name");
  if (!name || guess.preset || new Set(names).size < names.length) return [];
  const why = "the other files refer to customers by name";
  const columns = guess.columns.map((one) =>
    one.column === "account_id" ? { ...one, header: name.header, confidence: 0.6, why } : one,
  );
  return [{ ...guess, confidence: guess.confidence - 0.05, columns }];
}

/** Small numbers are in every file: they tell of nothing. */
function holdsIds(contents: readonly Contents[], ids: ReadonlySet<string>): boolean {
  return contents.some(
    ({ values, distinct }) =>
      values.some((value) => /\D|^0/.test(value) || value.length > 3) &&
      share([...distinct], (value) => ids.has(value)) >= 0.5,
  );
}

/** A file of customers that also says since when and for how much: its lines are contracts. */
function contractsIn(
  accounts: DatasetGuess | undefined,
  guessed: readonly DatasetGuess[][],
): DatasetGuess | undefined {
  const same = guessed
    .flat()
    .find(({ dataset, samples }) => dataset === "contracts" && samples[0] === accounts?.samples[0]);
  if (!accounts || accounts.preset || !same) return undefined;
  const isWhole = neededColumns("contracts").every((names) =>
    same.columns.some(({ column }) => names.includes(column)),
  );
  return isWhole ? { ...same, samples: accounts.samples } : undefined;
}

function valuesOf({ columns, contents }: DatasetGuess, name: string): readonly string[] {
  const header = columns.find(({ column }) => column === name)?.header;
  return contents.find((found) => found.header === header)?.values ?? [];
}

function reasonOf(
  best: DatasetGuess | undefined,
  chosen: ReadonlyMap<DatasetName, DatasetGuess>,
): string {
  if (!best || best.columns.length === 0) return "no dataset fits its columns";
  if (best.confidence < leastConfidence) {
    const lacking = neededColumns(best.dataset)
      .filter((names) => !best.columns.some(({ column }) => names.includes(column)))
      .map((names) => names.join(" or "));
    const why = lacking.length > 0 ? `, lacks ${lacking.join(", ")}` : "";
    return `no dataset fits its columns; the nearest, ${best.dataset}${why}`;
  }
  const kind = best.preset ? `is an export of ${presets[best.preset].title}` : "seems right";
  const holder = chosen.get(best.dataset)?.samples[0];
  const surer = holder ? `, but ${basename(holder.path)} is surer` : "";
  return `it ${kind} for ${best.dataset}${surer}, and a dataset has one source; name this one there instead, or name both under raw and join them by sql`;
}

const acrossReason =
  "it has a column for every month, and a dataset has a row for every fact; name it under raw and turn it by sql with unpivot, or export it as a list";

/** As spreadsheets have it: a customer a row, its MRR of each month beside each other. */
function hasMonthsAcross({ header }: Sample): boolean {
  const months = header.filter((name) => isDateLike(name.trim()));
  return months.length >= 3 && months.length >= header.length / 2;
}

function headerKey(sample: Sample | undefined): string {
  return JSON.stringify([sample?.header.map(letters), sample?.delimiter, sample?.encoding]);
}
