import { distance } from "fastest-levenshtein";
import type { DatasetName } from "../../contracts/index.ts";
import { synonyms } from "./synonyms.ts";

/** Letters and digits alone: `Customer No.` and `customer_no` are one name. */
export function letters(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

function words(name: string): string[] {
  return name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** How well a header names a column, from 0 to 1. */
export function nameScore(header: string, dataset: DatasetName, column: string): number {
  const theirs = letters(header);
  if (theirs === "") return 0;
  if (theirs === letters(column)) return 1;
  const known = (synonyms[dataset][column] ?? "").split(",").map((name) => name.trim());
  const place = known.findIndex((name) => letters(name) === theirs);
  // A bare id is whatever the file is about; a bare name has many meanings.
  if (place !== -1) return theirs === "id" || theirs.length < 4 ? 0.8 : 0.95;
  const best = [column, ...known].map((name) => likeness(header, theirs, name));
  return Math.max(...best);
}

function likeness(header: string, theirs: string, name: string): number {
  const ours = letters(name);
  if (ours.length < 4 || theirs.length < 4) return 0;
  const differing = distance(theirs, ours) / Math.max(theirs.length, ours.length);
  const fuzzy = differing <= 0.25 ? 0.85 - differing : 0;
  const mine = words(name.replaceAll("_", " "));
  const inHeader = words(header);
  const isWithin = mine.length > 1 && mine.every((word) => inHeader.includes(word));
  const isWordOf = mine.length === 1 && ours.length >= 5 && inHeader.includes(ours);
  return Math.max(fuzzy, isWithin ? 0.7 : 0, isWordOf ? 0.5 : 0);
}
