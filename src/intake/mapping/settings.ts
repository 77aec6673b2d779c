import { type Column, datasetOf, type FileSource } from "../../contracts/index.ts";
import { completeSource } from "../presets/index.ts";
import { choiceOf, flagOf } from "./columns.ts";
import { type Contents, guessDates, guessNumbers } from "./contents.ts";
import { type DatasetGuess, isPerUnit, neededColumns } from "./guess.ts";
import { billingCalled } from "./synonyms/money.ts";

/** What a source must say beside its columns. */
export interface Settings {
  date_format?: string;
  /** Set where only the owner can tell: the format is not declared then, so that the build asks. */
  dateFormats?: string[];
  decimal?: FileSource["decimal"];
  thousands?: FileSource["thousands"];
  strip: string[];
  values: Record<string, Record<string, string>>;
  /** Words of the file that are no known word of ours. */
  unknown: { column: string; words: string[]; choices: readonly string[] }[];
  constants: Record<string, string>;
  doubts: string[];
}

const mostWords = 30;

export function guessSettings(guess: DatasetGuess): Settings {
  const settings: Settings = { strip: [], values: {}, unknown: [], constants: {}, doubts: [] };
  const dataset = datasetOf(guess.dataset);
  const held = guess.columns.flatMap(({ column, header }) => {
    const spec = dataset.columns.find((known) => known.name === column);
    const contents = guess.contents.find((found) => found.header === header);
    return spec && contents ? [{ column: spec, contents }] : [];
  });
  const valuesOf = (...reads: Column["reads"][]) =>
    held.filter(({ column }) => reads.includes(column.reads)).flatMap(unmappedValues);
  const isPreset = guess.preset !== undefined;
  const needsDates = !isPreset || presetDateFormat(guess) === undefined;
  if (needsDates) addDates(settings, valuesOf("day", "month", "timestamp"));
  addNumbers(settings, valuesOf("number"));
  for (const { column, contents } of held) {
    addWords(settings, guess, column, contents);
    for (const word of contents.noValues) {
      settings.values[column.name] = { ...settings.values[column.name], [word]: "" };
    }
  }
  if (guess.dataset === "contracts" && !isPreset) {
    addBilling(settings, guess);
    addUnpaid(settings, guess);
  }
  for (const names of neededColumns(guess.dataset)) {
    if (names.some((name) => guess.columns.some(({ column }) => column === name))) continue;
    const remedy = names[0]?.match(/^(contract|response|ticket|opportunity|request)_id$/)
      ? "; number the rows in the source (1, 2, 3 ...), in a column of their own"
      : "";
    settings.doubts.push(`no column of the file seems to be ${names.join(" or ")}${remedy}`);
  }
  return settings;
}

function presetDateFormat(guess: DatasetGuess): string | undefined {
  return presetSource(guess)?.date_format;
}

function presetSource({ preset, dataset, samples }: DatasetGuess): FileSource | undefined {
  const [sample] = samples;
  if (preset === undefined || sample === undefined) return undefined;
  const empty = { files: "", skip_lines: 0, columns: {}, values: {}, constants: {} };
  const source: FileSource = {
    ...empty,
    decimal: ".",
    strip: [],
    scale: {},
    date_formats: {},
    leave_out: {},
  };
  return completeSource(preset, source, sample.header, datasetOf(dataset));
}

function unmappedValues({ column, contents }: { column: Column; contents: Contents }): string[] {
  return contents.values.filter(
    (value) => !column.nonAnswers?.includes(value.toLowerCase()) && value !== "-",
  );
}

function addDates(settings: Settings, values: readonly string[]): void {
  if (values.length === 0) return;
  const { format, rivals, reads, unread } = guessDates(values);
  const dayFirst = [format, ...rivals].find((one) => one?.startsWith("D") && one.includes("."));
  if (dayFirst !== undefined && rivals.length > 0) {
    // Nobody writes the month first and points between.
    settings.date_format = dayFirst;
    settings.doubts.push("days with points are taken as day, month, year");
  } else if (format !== undefined && rivals.length > 0) settings.dateFormats = [format, ...rivals];
  else if (format !== undefined) settings.date_format = format;
  if (reads < 1) {
    settings.doubts.push(
      `${percent(1 - reads)} of the days do not follow ${format ?? "any format"}, such as ${JSON.stringify(unread)}`,
    );
  }
}

function addNumbers(settings: Settings, values: readonly string[]): void {
  if (values.length === 0) return;
  const { decimal, thousands, strip, doubt, reads, unread } = guessNumbers(values);
  if (decimal === ",") settings.decimal = decimal;
  if (thousands !== undefined) settings.thousands = thousands;
  settings.strip = [...strip];
  if (doubt !== undefined) settings.doubts.push(doubt);
  if (reads < 1) {
    settings.doubts.push(
      `${percent(1 - reads)} of the numbers are not read, such as ${JSON.stringify(unread)}`,
    );
  }
}

function addWords(
  settings: Settings,
  guess: DatasetGuess,
  column: Column,
  { distinct }: Contents,
): void {
  const { name, reads, choices = ["true", "false"] } = column;
  if (reads !== "choice" && reads !== "flag") return;
  const given = presetSource(guess)?.values[name] ?? {};
  const words: Record<string, string> = {};
  const unknown: string[] = [];
  for (const theirs of [...distinct].filter((word) => !(word.toLowerCase() in given))) {
    const ours = reads === "choice" ? choiceOf(column, theirs) : flagOf(column, theirs);
    if (ours === undefined) unknown.push(theirs);
    else if (!isReadAnyway(theirs, ours, reads)) words[theirs] = ours;
  }
  if (Object.keys(words).length > 0) settings.values[name] = words;
  const shown = unknown.slice(0, mostWords);
  if (unknown.length > 0) settings.unknown.push({ column: name, words: shown, choices });
}

function isReadAnyway(theirs: string, ours: string, reads: Column["reads"]): boolean {
  const word = theirs.toLowerCase();
  return reads === "flag" ? word === ours : word.replaceAll(/[\s-]+/g, "_") === ours;
}

const unpaid = /trial|test|draft|entwurf|brouillon|borrador|pending|quote|void|future|incomplete/i;

/** Lines that nobody pays count as customers where they carry a price. */
function addUnpaid(settings: Settings, { columns, contents }: DatasetGuess): void {
  const read = new Set(columns.map(({ header }) => header));
  for (const { header, distinct } of contents) {
    if (read.has(header) || !/stat(e|us|ut|o)|estado/i.test(header)) continue;
    const words = [...distinct].filter((word) => unpaid.test(word));
    if (words.length === 0) continue;
    const rows = `leave_out: { ${JSON.stringify(header)}: ${JSON.stringify(words)} }`;
    settings.doubts.push(`lines that nobody pays count as customers; to leave them out: ${rows}`);
  }
}

function addBilling(settings: Settings, { columns, contents }: DatasetGuess): void {
  const has = (name: string) => columns.find(({ column }) => column === name);
  const amount = has("amount");
  const cancelled = has("cancelled_on");
  if (cancelled && !has("ends_on")) {
    settings.doubts.push(
      `no column says when a line ended, so none ever ends: if ${cancelled.header} is the last day rather than the day of the notice, name it ends_on instead`,
    );
  }
  if (!amount || has("mrr")) return;
  if (has("seats") && isPerUnit(amount.header)) {
    settings.doubts.push(
      `${amount.header} looks like the price of one: where a line has several, make the dataset by sql with price times number`,
    );
  }
  if (has("billing")) return;
  const ends = contents.find(({ header }) => header === has("ends_on")?.header);
  const billing = billingCalled(amount.header);
  if (billing) {
    const period = billing === "annual" ? "year" : "quarter";
    settings.constants.billing = billing;
    settings.doubts.push(`${amount.header} is taken as the amount of one ${period}`);
  } else if (!ends || ends.values.length < (contents[0]?.values.length ?? 0)) {
    settings.doubts.push(
      `lines without an end need to say how often the amount is paid: constants: { billing: "monthly" }`,
    );
  }
}

export function percent(value: number): string {
  return `${Math.round(100 * value)}%`;
}
