import type { DifferentLine } from "./definitions/difference.ts";
import type { ChangedWords } from "./words.ts";

/** A number of a presented deck that reads otherwise now, for the same day. */
export interface RestatedNumber {
  figure: string;
  /** What the figure measures. */
  measure: string;
  /** Path of its page, as the navigation has it. */
  page: string;
  row: string;
  /** The same as it was printed. */
  rowPrinted: string;
  column: string;
  unit: string;
  /** Value in the unit, and as it was printed. */
  was: { value: number | null; printed: string };
  /** Null where the figure does not have it any more. */
  now: { value: number | null; printed: string } | null;
  /** Place in `causes`. */
  cause: number;
  /** What it reads from the presented rows by today's definitions, where both changed. */
  byDefinition: number | null;
  /** What each step did to it, of those that did something; empty where that was not measured. */
  parts: { step: number; by: number | null }[];
}

/** Changes that were made one after the other, to measure what each did. */
export type RestatedStep = RestatedRows | RestatedDefinition;

export interface RestatedRows {
  dataset: string;
  /** Null where they are of several files, or of several kinds. */
  file: string | null;
  kind: "added" | "removed" | "changed" | null;
  /** How many rows. */
  count: number;
  /** The row's place in its file, where it is one and may be told. */
  row: number | null;
}

/** Of the SQL, or of the settings at these paths. */
export interface RestatedDefinition {
  kind: "sql" | "setting";
  paths: readonly string[];
}

interface ChangedSetting {
  path: string;
  /** As JSON; null: not set. */
  was: string | null;
  now: string | null;
}

/** Why numbers read otherwise. */
export interface RestatedCause {
  /** Fields of the configuration that moved the numbers. */
  settings: ChangedSetting[];
  /** What changed of the definitions, and was measured to move none of the numbers. */
  idle: { settings: ChangedSetting[]; tables: string[] };
  /** Other fields that changed, whose part in it is not known; named only where nothing else changed. */
  otherSettings: string[];
  /** Tables whose SQL changed. */
  tables: string[];
  /** How many rows that can touch the numbers changed, by file. */
  files: {
    file: string;
    dataset: string;
    added: number;
    removed: number;
    changed: number;
    /** Whether the file has the bytes that it had: it is read otherwise. */
    isSameFile: boolean;
  }[];
  /** Places in `rows` of those that are told. */
  rows: number[];
  /** Versions of Hourglass, where they differ. */
  hourglass: { was: string; now: string } | null;
}

/** A row that is not as it was presented, as far as the publish policy lets it be told. */
export interface RestatedRow {
  dataset: string;
  kind: "added" | "removed" | "changed";
  /** Where it stands; of a row that was removed, where it stood. */
  file: string;
  row: number;
  /** Code or id of the customer. */
  account: string | null;
  cells: { column: string; was: string | null; now: string | null }[];
  /** Cells that differ and are not published. */
  hidden: number;
}

/** What the numbers of a deck that was presented read now, as of the day it was presented for. */
export interface Restatement {
  name: string;
  slug: string;
  asOf: string;
  /** How many numbers were presented. */
  numbers: number;
  changed: RestatedNumber[];
  /** How many more differ in digits only that are not printed. */
  slight: number;
  causes: RestatedCause[];
  rows: RestatedRow[];
  steps: RestatedStep[];
  /** What the SQL of tables that causes name was and is. */
  sql: { table: string; lines: DifferentLine[] }[];
  /** What slides said of their figures, and would not say now. */
  words: ChangedWords[];
}
