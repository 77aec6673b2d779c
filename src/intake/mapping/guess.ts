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
import type { Sample } from "./sample.ts";
import { billingCalled } from "./synonyms/money.ts";
import { letters } from "./synonyms/words.ts";

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

/** Words in names of files, as `letters` writes them. */
const fileWords: Readonly<Partial<Record<DatasetName, RegExp>>> = {
  accounts: /account|customer|client|compan|kunde|unternehmen|firm|empresa/,
  contracts: /contract|subscription|agreement|order|vertr|abo|contrat|suscrip|charges/,
  costs: /cost|spend|expense|kosten|cout|depense|gasto|coste/,
  fx: /fx|rate|currenc|kurse|taux/,
  goals: /goal|target|okr|ziele|objecti|objetiv/,
  opportunities: /deal|opportunit|pipeline|chancen|negocio/,
  people: /people|csm|team|staff/,
  projects: /project|implement|onboarding|launch|projekt|projet|proyecto/,
  requests: /request|feature|idea|wish|wunsch|demande/,
  seats: /seat|licen[cs]|lizenz/,
  surveys: /survey|nps|csat|response|umfrage|enquete|encuesta/,
  tickets: /ticket|case|support|vorgang/,
  touchpoints: /touch|meeting|call|activit|visit|termin/,
  usage: /usage|use|event|login|nutzung|utilisation|uso/,
};

/** What a file may be, the surest first: an export that is known, or each dataset by its columns. */
export function guessesOf(sample: Sample, accountIds: ReadonlySet<string>): DatasetGuess[] {
  const contents = contentsOf(sample.header, sample.rows);
  const known = presetGuess(sample, contents);
  const others = datasetNames.map((name) => guessOf(name, sample, contents, accountIds));
  return (known ? [known, ...others] : others).toSorted(byConfidence);
}

export function byConfidence(left: DatasetGuess, right: DatasetGuess): number {
  return right.confidence - left.confidence;
}

function presetGuess(sample: Sample, contents: Contents[]): DatasetGuess | undefined {
  const preset = recognisePreset(sample.header);
  if (preset === undefined) return undefined;
  const dataset = datasetOf(presets[preset].dataset);
  const fitsAsItIs = matchHeader(dataset, sample.header, noMapping).faults.length === 0;
  if (fitsAsItIs) return undefined;
  const completed = completeSource(preset, noMapping, sample.header, dataset);
  const isSure = presets[preset].certainty === "sure" ? 0.99 : 0.95;
  const columns = Object.entries(completed.columns).map(([column, header]) => ({
    column,
    header,
    confidence: isSure,
  }));
  const key = dataset.key.length === 1 ? completed.columns[dataset.key[0] ?? ""] : undefined;
  const keys = contents.find(({ header }) => header === key);
  const isRepeated = keys !== undefined && keys.distinct.size < 0.98 * keys.values.length;
  return {
    dataset: presets[preset].dataset,
    confidence: isRepeated ? 0.4 * isSure : isSure,
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
  date_formats: {},
  leave_out: {},
};

function guessOf(
  name: DatasetName,
  sample: Sample,
  contents: Contents[],
  accountIds: ReadonlySet<string>,
): DatasetGuess {
  const found = withoutOtherPrices(guessColumns(name, contents, accountIds));
  const columns = withStandIns(name, found, contents);
  const surest = (names: readonly string[]) =>
    Math.max(
      0,
      ...columns.filter(({ column }) => names.includes(column)).map(({ confidence }) => confidence),
    );
  const needed = neededColumns(name).map(surest);
  const held = needed.filter((confidence) => confidence > 0).length / needed.length;
  const mean = needed.reduce((sum, confidence) => sum + confidence, 0) / needed.length;
  const named = contents.filter(({ header }) => header !== "").length;
  const explained =
    columns.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, named);
  const isHinted = fileWords[name]?.test(letters(basename(sample.path))) ?? false;
  const fitting = held * (0.7 * mean + 0.2 * explained + (isHinted ? 0.1 : 0));
  const confidence = fitting * (name === "people" ? ofPeople(columns, explained) : 1);
  return { dataset: name, confidence, samples: [sample], contents, columns };
}

/**
 * Name and role stand in every answer and every ticket: a list of success managers is where they
 * are half of the columns, or something of their capacity stands beside them.
 */
function ofPeople(columns: readonly ColumnGuess[], explained: number): number {
  return columns.length > 2 ? 1 : Math.min(1, 2 * explained);
}

/**
 * Customers that no column names go by their ids, or without ids by their names; a customer with one
 * line lends it its id.
 */
function withStandIns(
  name: DatasetName,
  columns: ColumnGuess[],
  contents: readonly Contents[],
): ColumnGuess[] {
  const of = (wanted: string) => columns.find(({ column }) => column === wanted);
  const isUnique = ({ header }: ColumnGuess) => {
    const found = contents.find((one) => one.header === header);
    return found !== undefined && found.distinct.size === found.values.length;
  };
  const id = of("account_id");
  const named = of("name");
  const standIn = (column: string, { header }: ColumnGuess, why: string) => [
    ...columns,
    { column, header, confidence: 0.4, why },
  ];
  if (name === "accounts" && !named && id && id.confidence >= 0.7) {
    return standIn("name", id, "no column names the customers");
  }
  if (name === "accounts" && !id && named && isOfCustomer(named) && isUnique(named)) {
    return standIn("account_id", named, "no column numbers the customers");
  }
  if (name === "contracts" && !of("contract_id") && id && isUnique(id)) {
    return standIn("contract_id", id, "no column numbers the lines, and each customer has one");
  }
  return columns;
}

/** Whether an amount is what one seat costs, by its header. */
export function isPerUnit(header: string): boolean {
  return /unit|per (seat|user)|stück|einzel|pro nutzer/i.test(header);
}

/** What a line brings a month says all; the price of one seat or a year beside it would be taken for the line's. */
function withoutOtherPrices(columns: ColumnGuess[]): ColumnGuess[] {
  const hasMonthly = columns.some(({ column }) => column === "mrr");
  return columns.filter(
    ({ column, header }) =>
      !(hasMonthly && column === "amount" && (isPerUnit(header) || billingCalled(header))),
  );
}

/** Everything has a name. */
function isOfCustomer({ header, confidence }: ColumnGuess): boolean {
  return confidence >= 0.85 && !["name", "nom", "nombre"].includes(letters(header));
}

/** What a file must have to be a dataset: one of each. */
export function neededColumns(name: DatasetName): string[][] {
  const required = datasetOf(name).columns.filter((column) => column.isRequired);
  const needed = required.map((column) => [column.name]);
  if (name === "contracts") needed.push(["mrr", "amount"]);
  if (name === "projects") needed.push(["due_on", "live_on"]);
  if (name === "surveys") needed.push(["score"]);
  if (name === "usage") needed.push(["active_users", "events", "minutes"]);
  return needed;
}
