import Papa from "papaparse";
import { csvLine } from "../../shared/spreadsheet.ts";
import type { PresentedNumber } from "../numbers.ts";
import type { PresentedInput } from "../presented.ts";

/** Names of what a presented deck's folder holds. */
export const names = {
  /** Name, day and versions, and the SHA-256 of every other file; written last. */
  deck: "deck.json",
  numbers: "numbers.csv",
  definitions: "definitions.json",
  inputs: "inputs.csv",
  words: "words.json",
  /** Rows that the numbers stand on, a file a dataset. */
  rows: "rows",
} as const;

export const rowsName = (dataset: string): string => `${names.rows}/${dataset}.csv.gz`;

const numberColumns = [
  "id",
  "figure",
  "row",
  "row_printed",
  "column",
  "unit",
  "value",
  "printed",
  "period",
  "every",
  "definition",
] as const;

/** @param hashes of the definition of each figure */
export function numbersCsv(
  numbers: readonly PresentedNumber[],
  hashes: Readonly<Record<string, { hash: string }>>,
): string {
  const sorted = [...numbers].sort((a, b) => (a.id < b.id ? -1 : 1));
  const lines = sorted.map((number) => {
    const definition = hashes[number.figure]?.hash ?? "";
    const { rowPrinted: row_printed, ...rest } = number;
    const cells = {
      ...rest,
      row_printed,
      value: number.value === null ? "" : String(number.value),
    };
    return csvLine(numberColumns.map((name) => ({ ...cells, definition })[name]));
  });
  return csvLine(numberColumns) + lines.join("");
}

export function parseNumbers(text: string): PresentedNumber[] {
  return recordsOf(text).map((cells) => ({
    id: cells.id ?? "",
    figure: cells.figure ?? "",
    row: cells.row ?? "",
    rowPrinted: cells.row_printed ?? "",
    column: cells.column ?? "",
    unit: cells.unit ?? "",
    value: cells.value ? Number(cells.value) : null,
    printed: cells.printed ?? "",
    period: cells.period ?? "",
    every: cells.every === "month" || cells.every === "quarter" ? cells.every : "",
  }));
}

const inputColumns = [
  "file",
  "dataset",
  "sha256",
  "bytes",
  "rows",
  "accepted",
  "setAside",
] as const;

export function inputsCsv(inputs: readonly PresentedInput[]): string {
  const lines = inputs.map((input) => csvLine(inputColumns.map((name) => String(input[name]))));
  return csvLine(inputColumns) + lines.join("");
}

export function parseInputs(text: string): PresentedInput[] {
  return recordsOf(text).map((cells) => ({
    file: cells.file ?? "",
    dataset: cells.dataset ?? "",
    sha256: cells.sha256 ?? "",
    bytes: Number(cells.bytes),
    rows: Number(cells.rows),
    accepted: Number(cells.accepted),
    setAside: Number(cells.setAside),
  }));
}

const recordsOf = (text: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
