import { distance } from "fastest-levenshtein";
import { type DatasetName, datasetNames } from "../../contracts/index.ts";
import { synonyms } from "./synonyms/index.ts";
import { letters } from "./synonyms/words.ts";

function words(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .map(letters)
    .filter(Boolean);
}

interface KnownName {
  letters: string;
  words: string[];
}

/** By dataset and column: our own name first, then the likeliest of the others. */
const knownNames: Readonly<Record<string, ReadonlyMap<string, readonly KnownName[]>>> =
  Object.fromEntries(
    datasetNames.map((dataset) => [
      dataset,
      new Map(
        Object.entries(synonyms[dataset]).map(([column, list]) => [
          column,
          [column.replaceAll("_", " "), ...list.split(",")].map((name) => {
            return { letters: letters(name), words: words(name) };
          }),
        ]),
      ),
    ]),
  );

/** Tools that export several objects in one file name the object first: `customers.id`, `Account: Name`. */
const ofObject = /^[\p{L}\p{N}_ ]+(?:\.(?=\p{L})|:\s+)(.+)$/u;

/** The term a subscription is in says nothing of its first or last day. */
const passing = new Set(["current", "next", "aktuell", "aktuelle", "actuel", "actual"]);

/** Words of a header that holds numbers, whatever stands before them: first_response_minutes. */
const measures = new Set(["time", "seconds", "minutes", "hours", "days", "count", "score", "date"]);

/** How well a header names a column, from 0 to 1. */
export function nameScore(header: string, dataset: DatasetName, column: string): number {
  if (column.endsWith("_id") && words(header).some((word) => measures.has(word))) return 0;
  const isMonthly = dataset === "contracts" && words(header).includes("mrr");
  if (isMonthly && column === "amount") return 0;
  const isTerm = column === "starts_on" || column === "ends_on";
  if (isTerm && words(header).some((word) => passing.has(word))) return 0;
  const named = scoreOf(header, dataset, column);
  const own = ofObject.exec(header)?.[1];
  // The object may be another than ours: a product has a name too.
  const best = own === undefined ? named : Math.max(named, 0.94 * scoreOf(own, dataset, column));
  return isMonthly && column === "mrr" ? Math.max(best, 0.7) : best;
}

/** The column, among some of a dataset, that other tools call so; undefined where there is none. */
export function columnCalled(
  header: string,
  dataset: DatasetName,
  among: readonly string[],
): string | undefined {
  const theirs = letters(header);
  if (theirs === "") return undefined;
  return among.find((column) =>
    knownNames[dataset]?.get(column)?.some((name) => name.letters === theirs),
  );
}

function scoreOf(header: string, dataset: DatasetName, column: string): number {
  const theirs = letters(header);
  if (theirs === "") return 0;
  const known = knownNames[dataset]?.get(column) ?? [];
  const place = known.findIndex((name) => name.letters === theirs);
  if (place === 0) return 1;
  // A bare id is whatever the file is about; a bare name has many meanings.
  const isBare = theirs === "id" || theirs.length < 4;
  if (place !== -1) return (isBare ? 0.8 : 0.95) - 0.001 * Math.min(place, 60);
  const inHeader = words(header);
  return Math.max(0, ...known.map((name) => likeness(inHeader, theirs, name)));
}

function likeness(inHeader: readonly string[], theirs: string, name: KnownName): number {
  const { letters: ours, words: mine } = name;
  if (ours.length < 4 || theirs.length < 4) return 0;
  const differing = distance(theirs, ours) / Math.max(theirs.length, ours.length);
  const fuzzy = differing <= 0.25 ? 0.85 - differing : 0;
  const isWithin = mine.length > 1 && mine.every((word) => inHeader.includes(word));
  const isWordOf = mine.length === 1 && ours.length >= 5 && inHeader.includes(ours);
  return Math.max(fuzzy, isWithin ? 0.7 : 0, isWordOf ? 0.5 : 0);
}
