import { type Column, datasetOf, type FileSource } from "../../contracts/index.ts";
import { completeSource } from "../presets/index.ts";
import { choiceOf, flagOf } from "./columns.ts";
import { type Contents, guessDates, guessNumbers } from "./contents.ts";
import { type DatasetGuess, neededColumns } from "./datasets.ts";
import { letters } from "./names.ts";
import { yearly } from "./synonyms.ts";

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
  for (const { column, contents } of held) addWords(settings, guess, column, contents);
  if (guess.dataset === "contracts" && !isPreset) addBilling(settings, guess);
  for (const names of neededColumns(guess.dataset)) {
    if (names.some((name) => guess.columns.some(({ column }) => column === name))) continue;
    settings.doubts.push(`no column of the file seems to be ${names.join(" or ")}`);
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
  const source: FileSource = { ...empty, decimal: ".", strip: [], scale: {}, leave_out: {} };
  return completeSource(preset, source, sample.header, datasetOf(dataset));
}

function unmappedValues({ column, contents }: { column: Column; contents: Contents }): string[] {
  return contents.values.filter(
    (value) => !column.nonAnswers?.includes(value.toLowerCase()) && value !== "-",
  );
}

function addDates(settings: Settings, values: readonly string[]): void {
  if (values.length === 0) return;
  const { format, rivals, reads } = guessDates(values);
  if (format !== undefined && rivals.length > 0) settings.dateFormats = [format, ...rivals];
  else if (format !== undefined) settings.date_format = format;
  if (reads < 1) {
    settings.doubts.push(
      `${percent(1 - reads)} of the days do not follow ${format ?? "any format"}`,
    );
  }
}

function addNumbers(settings: Settings, values: readonly string[]): void {
  if (values.length === 0) return;
  const { decimal, thousands, strip, doubt, reads } = guessNumbers(values);
  if (decimal === ",") settings.decimal = decimal;
  if (thousands !== undefined) settings.thousands = thousands;
  settings.strip = [...strip];
  if (doubt !== undefined) settings.doubts.push(doubt);
  if (reads < 1) settings.doubts.push(`${percent(1 - reads)} of the numbers are not read`);
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

function addBilling(settings: Settings, { columns, contents }: DatasetGuess): void {
  const has = (name: string) => columns.find(({ column }) => column === name);
  const amount = has("amount");
  if (!amount || has("billing") || has("mrr")) return;
  const ends = contents.find(({ header }) => header === has("ends_on")?.header);
  if (yearly.has(letters(amount.header))) {
    settings.constants.billing = "annual";
    settings.doubts.push(`${amount.header} is taken as the amount of one year`);
  } else if (!ends || ends.values.length < (contents[0]?.values.length ?? 0)) {
    settings.doubts.push(
      `lines without an end need to say how often the amount is paid: constants: { billing: "monthly" }`,
    );
  }
}

export function percent(value: number): string {
  return `${Math.round(100 * value)}%`;
}
