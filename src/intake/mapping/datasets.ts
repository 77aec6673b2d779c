import { basename } from "node:path";
import {
  type DatasetName,
  datasetNames,
  datasetOf,
  type FileSource,
  type PresetName,
} from "../../contracts/index.ts";
import { completeSource, presets, recognisePreset } from "../presets/index.ts";
import { matchHeader } from "../rows/header.ts";
import { type ColumnGuess, guessColumns } from "./columns.ts";
import { type Contents, contentsOf } from "./contents.ts";
import { letters } from "./names.ts";
import type { Sample } from "./sample.ts";

export interface DatasetGuess {
  dataset: DatasetName;
  /** From 0 to 1. */
  confidence: number;
  /** Files of the same header. */
  samples: Sample[];
  contents: Contents[];
  columns: ColumnGuess[];
  preset?: PresetName;
}

export interface Guesses {
  datasets: DatasetGuess[];
  /** Files that are no dataset, or lost theirs to a better one. */
  unused: { sample: Sample; reason: string }[];
}

const leastConfidence = 0.5;

/** Words in names of files. */
const fileWords: Readonly<Partial<Record<DatasetName, RegExp>>> = {
  accounts: /account|customer|client|compan|kunden/i,
  contracts: /contract|subscription|agreement|order|vertr/i,
  costs: /cost|spend|expense|kosten/i,
  fx: /fx|rate|currenc|kurse/i,
  goals: /goal|target|okr|ziele/i,
  opportunities: /deal|opportunit|pipeline/i,
  people: /people|csm|team|staff/i,
  projects: /project|implement|onboarding|launch|projekt/i,
  requests: /request|feature|idea|wish/i,
  seats: /seat|licen[cs]e|lizenz/i,
  surveys: /survey|nps|csat|response|umfrage/i,
  tickets: /ticket|case|support/i,
  touchpoints: /touch|meeting|call|activit|visit/i,
  usage: /usage|use|event|login|nutzung/i,
};

/** Which file is which dataset: accounts first, since their ids tell of the others. */
export function guessDatasets(samples: readonly Sample[]): Guesses {
  const first = rank(samples, new Set()).find(({ dataset }) => dataset === "accounts");
  const accounts = first && first.confidence >= leastConfidence ? first : undefined;
  const ids = accounts?.columns.find(({ column }) => column === "account_id");
  const found = accounts?.contents.find(({ header }) => header === ids?.header);
  const ranked = rank(samples, found?.distinct ?? new Set());
  const chosen = new Map<DatasetName, DatasetGuess>();
  const placed = new Set<Sample>();
  for (const guess of ranked) {
    const [sample] = guess.samples as [Sample];
    if (placed.has(sample) || guess.confidence < leastConfidence) continue;
    const holder = chosen.get(guess.dataset);
    if (holder && headerKey(holder.samples[0]) !== headerKey(sample)) continue;
    if (holder) holder.samples.push(sample);
    else chosen.set(guess.dataset, guess);
    placed.add(sample);
  }
  const unused = samples
    .filter((sample) => !placed.has(sample))
    .map((sample) => ({
      sample,
      reason: reasonOf(ranked.find((one) => one.samples[0] === sample)),
    }));
  return { datasets: datasetNames.flatMap((name) => chosen.get(name) ?? []), unused };
}

function reasonOf(best: DatasetGuess | undefined): string {
  if (!best || best.columns.length === 0) return "no dataset fits its columns";
  if (best.confidence < leastConfidence) {
    const lacking = neededColumns(best.dataset)
      .filter((names) => !best.columns.some(({ column }) => names.includes(column)))
      .map((names) => names.join(" or "));
    const why = lacking.length > 0 ? `, lacks ${lacking.join(", ")}` : "";
    return `no dataset fits its columns; the nearest, ${best.dataset}${why}`;
  }
  return `looks like ${best.dataset}, but another file fits better and has other columns`;
}

function headerKey(sample: Sample | undefined): string {
  return JSON.stringify([sample?.header.map(letters), sample?.delimiter, sample?.encoding]);
}

function rank(samples: readonly Sample[], accountIds: ReadonlySet<string>): DatasetGuess[] {
  return samples
    .flatMap((sample) => {
      const contents = contentsOf(sample.header, sample.rows);
      const known = presetGuess(sample, contents);
      const others = datasetNames.map((name) => guessOf(name, sample, contents, accountIds));
      return known ? [known, ...others] : others;
    })
    .toSorted((left, right) => right.confidence - left.confidence);
}

function presetGuess(sample: Sample, contents: Contents[]): DatasetGuess | undefined {
  const preset = recognisePreset(sample.header);
  if (preset === undefined) return undefined;
  const dataset = datasetOf(presets[preset].dataset);
  const fitsAsItIs = matchHeader(dataset, sample.header, noMapping).faults.length === 0;
  if (fitsAsItIs) return undefined;
  const completed = completeSource(preset, noMapping, sample.header, dataset);
  const confidence = presets[preset].certainty === "sure" ? 0.99 : 0.95;
  const columns = Object.entries(completed.columns).map(([column, header]) => ({
    column,
    header,
    confidence,
  }));
  return {
    dataset: presets[preset].dataset,
    confidence,
    samples: [sample],
    contents,
    columns,
    preset,
  };
}

const noMapping: FileSource = {
  files: "",
  skip_lines: 0,
  columns: {},
  values: {},
  constants: {},
  decimal: ".",
  strip: [],
  scale: {},
  leave_out: {},
};

function guessOf(
  name: DatasetName,
  sample: Sample,
  contents: Contents[],
  accountIds: ReadonlySet<string>,
): DatasetGuess {
  const columns = withNames(name, guessColumns(name, contents, accountIds));
  const surest = (names: readonly string[]) =>
    Math.max(0, ...columns.filter(({ column }) => names.includes(column)).map(byConfidence));
  const needed = neededColumns(name).map(surest);
  const found = needed.filter((confidence) => confidence > 0).length / needed.length;
  const mean = needed.reduce((sum, confidence) => sum + confidence, 0) / needed.length;
  const named = contents.filter(({ header }) => header !== "").length;
  const explained =
    columns.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, named);
  const isHinted = fileWords[name]?.test(basename(sample.path)) ?? false;
  const confidence = found * (0.7 * mean + 0.2 * explained + (isHinted ? 0.1 : 0));
  return { dataset: name, confidence, samples: [sample], contents, columns };
}

/** Customers that no column names go by their ids. */
function withNames(name: DatasetName, columns: ColumnGuess[]): ColumnGuess[] {
  const id = columns.find(({ column }) => column === "account_id");
  const isNamed = columns.some(({ column }) => column === "name");
  if (name !== "accounts" || isNamed || !id || id.confidence < 0.7) return columns;
  return [...columns, { column: "name", header: id.header, confidence: 0.4 }];
}

function byConfidence({ confidence }: ColumnGuess): number {
  return confidence;
}

/** What a file must have to be a dataset: one of each. */
export function neededColumns(name: DatasetName): string[][] {
  const required = datasetOf(name).columns.filter((column) => column.isRequired);
  const needed = required.map((column) => [column.name]);
  if (name === "contracts") needed.push(["mrr", "amount"]);
  if (name === "surveys") needed.push(["score"]);
  if (name === "usage") needed.push(["active_users", "events", "minutes"]);
  return needed;
}
