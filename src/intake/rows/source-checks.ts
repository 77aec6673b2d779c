import { type Column, type Dataset, type FileSource, suggestion } from "../../contracts/index.ts";
import { presets } from "../presets/index.ts";
import type { Fault } from "../unreadable.ts";
import { dateReader } from "./cells/dates.ts";

/** What is wrong with a dataset's part of the configuration, before any file is opened. */
export function checkSource(dataset: Dataset, source: FileSource): Fault[] {
  const where = `datasets.${dataset.name}`;
  const faults: Fault[] = [];
  for (const part of ["columns", "values", "constants", "scale", "date_formats"] as const) {
    for (const name of Object.keys(source[part])) {
      const fault = unknownColumn(dataset, `${where}.${part}`, name);
      if (fault) faults.push(fault);
    }
  }
  for (const [name, value] of Object.entries(source.constants)) {
    faults.push(...checkOurs(dataset, `${where}.constants.${name}`, name, value));
  }
  for (const [name, words] of Object.entries(source.values)) {
    for (const value of Object.values(words)) {
      if (value !== "") faults.push(...checkOurs(dataset, `${where}.values.${name}`, name, value));
    }
  }
  const preset = source.preset === undefined ? undefined : presets[source.preset];
  if (preset !== undefined && preset.dataset !== dataset.name) {
    faults.push({
      check: "preset_of_another_dataset",
      column: `${where}.preset`,
      value: source.preset ?? "",
      expected: `a preset that makes ${dataset.name}`,
      remedy: `name the file under datasets.${preset.dataset}, or map its columns`,
    });
  }
  faults.push(...checkDateFormat(`${where}.date_format`, source.date_format));
  for (const [name, format] of Object.entries(source.date_formats)) {
    const at = `${where}.date_formats.${name}`;
    faults.push(...checkDateFormat(at, format), ...checkHoldsDays(dataset, at, name));
  }
  for (const name of Object.keys(source.scale)) {
    faults.push(...checkHoldsNumbers(dataset, `${where}.scale.${name}`, name));
  }
  const { decimal = "." } = source;
  if (source.thousands === decimal) {
    faults.push({
      check: "bad_number_format",
      column: `${where}.thousands`,
      value: decimal,
      expected: "two different signs",
      remedy: 'declare decimal: "," beside thousands: "."',
    });
  }
  return faults;
}

function checkDateFormat(column: string, format: string | undefined): Fault[] {
  if (format === undefined || dateReader(format)) return [];
  return [
    {
      check: "bad_date_format",
      column,
      value: format,
      expected: "YYYY or YY, M MM or MMM, and D or DD, once each, or excel or unix",
      remedy: 'write it in capitals, such as "DD/MM/YYYY"',
    },
  ];
}

const holdsDays = (column: Column) => ["day", "month", "timestamp"].includes(column.reads);

function checkHoldsDays({ columns }: Dataset, at: string, name: string): Fault[] {
  const known = columns.find((column) => column.name === name);
  if (known === undefined || holdsDays(known)) return [];
  const days = columns.filter(holdsDays).map((column) => column.name);
  return [
    {
      check: "column_without_days",
      column: at,
      value: name,
      expected: `a column that holds days: ${days.join(", ")}`,
      remedy: "take it out, or name the column of the days",
    },
  ];
}

function checkHoldsNumbers({ columns }: Dataset, at: string, name: string): Fault[] {
  const known = columns.find((column) => column.name === name);
  if (known === undefined || known.reads === "number") return [];
  const numbers = columns.filter(({ reads }) => reads === "number").map((column) => column.name);
  const listed = numbers.length === 0 ? "none of this dataset does" : numbers.join(", ");
  return [
    {
      check: "column_without_numbers",
      column: at,
      value: name,
      expected: `a column that holds numbers: ${listed}`,
      remedy: "take it out, or name the column of the numbers",
    },
  ];
}

function unknownColumn(dataset: Dataset, at: string, name: string): Fault | undefined {
  const known = dataset.columns.map((column) => column.name);
  if (known.includes(name)) return undefined;
  return {
    check: "unknown_column",
    column: at,
    value: name,
    expected: `one of ${known.join(", ")}`,
    remedy: `${suggestion(name, known)}write our column first, then what the file calls it`,
  };
}

/** A value the configuration gives must keep the contract as it stands. */
function checkOurs(dataset: Dataset, at: string, name: string, value: string): Fault[] {
  const column = dataset.columns.find((known) => known.name === name);
  if (!column || dataset.fields[name]?.safeParse(value).success) return [];
  const { expected, choices = [] } = column;
  const remedy = `${suggestion(value, choices)}correct it in the configuration`;
  return [{ check: "bad_constant", column: at, value, expected, remedy }];
}
