import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Dashboard, Deck, Problem, Reference, Ruleset } from "./contracts/index.ts";
import type { FileReport } from "./intake/index.ts";
import type { Restatement } from "./ledger/index.ts";

export type {
  RestatedCause,
  RestatedNumber,
  RestatedRow,
  RestatedStep,
  Restatement,
} from "./ledger/index.ts";

import type {
  AccountReading,
  LineageTable,
  Marts,
  MetricReport,
  Reading,
} from "./metrics/index.ts";

/** Rows of one dataset, over all its files. */
export interface DatasetReport {
  dataset: string;
  grain: string;
  /** What an absent dataset would light up. */
  lights: string;
  isPresent: boolean;
  rows: number;
  accepted: number;
  setAside: number;
  firstDay: string | null;
  lastDay: string | null;
}

/** A file with what its rows cover and how much of it was odd. */
export interface ReportedFile extends FileReport {
  firstDay: string | null;
  lastDay: string | null;
  warnings: number;
}

export interface ProblemReport {
  errors: number;
  warnings: number;
  /** How often each check was tripped. */
  checks: { check: string; severity: string; dataset: string; count: number }[];
  /** The first of each file; values of private columns are masked. */
  shown: Problem[];
}

/** A headline metric as the site reads it, and with the rows set aside that can be counted. */
export interface HeadlineReading {
  metric: string;
  without: number | null;
  counted: number | null;
}

/** What the rows set aside stand for. Money is a month's recurring revenue in the company's currency. */
export interface QuarantineReport {
  /** Rows set aside, of all datasets. */
  rows: number;
  /** Of them, those in the second reading of the headline metrics. */
  counted: number;
  /** Newest complete month, which both readings are of. */
  month: string;
  money: {
    /** Contract lines set aside. */
    lines: number;
    /** What they are worth a month while they run. */
    mrr: number;
    /** The part whose days include the last of the month. */
    liveMrr: number;
    /** The part whose days cannot be read. */
    undatedMrr: number;
    /** Lines whose worth cannot be read. */
    unknown: number;
    /** Lines that repeat another row in every column, worth nothing more. */
    copies: number;
  };
  /** By file and the checks a row failed, blanks between; money of contract lines only. */
  groups: {
    file: string;
    dataset: string;
    checks: string;
    rows: number;
    mrr: number | null;
    liveMrr: number | null;
    unknown: number | null;
  }[];
  /** The first contract lines. mrr and isLive are null where the cells cannot be read. */
  lines: {
    file: string;
    row: number;
    checks: string;
    mrr: number | null;
    isLive: boolean | null;
    isCopy: boolean;
  }[];
  /** Empty where none of the rows can be counted. */
  headlines: HeadlineReading[];
}

/** A table, view or dataset of the database that goes with the site, or that it lacks. */
export interface PublishedName {
  name: string;
  kind: "mart" | "staging" | "dataset" | "about";
  /** Null where it is left out, since its rows are of single customers, or is a view. */
  rows: number | null;
  isPublished: boolean;
  isView: boolean;
}

/** The database that goes with the site, and what the policy kept out of it. */
export interface Publication {
  accounts: Dashboard["publish"]["accounts"];
  /** Whether codes are made with a secret. */
  isKeyed: boolean;
  /** Such as "surveys.comment". */
  leftOut: string[];
  coded: string[];
  optedIn: string[];
  bytes: number;
  sha256: string;
  /** Versions of the engine and of the file's format, such as v1.4.3 and v1.0.0. */
  engine: string;
  storage: string;
  tables: PublishedName[];
}

/** The switches that vendors set otherwise, and whose they are: presets that agree share them. */
export interface RulesOfReading
  extends Pick<Dashboard, "churn" | "retention" | "quick_ratio" | "ltv"> {
  /** `own` are the company's, as configured. */
  names: ("own" | Ruleset)[];
}

/** An account that counts otherwise by two sets of rules: a code, or its id where accounts are named. */
export interface AccountReadOtherwise {
  account: string;
  left: AccountReading;
  right: AccountReading;
}

/** The headline numbers of the newest complete month by several sets of rules, the company's first. */
export interface ReadingsReport {
  sets: RulesOfReading[];
  /** By the place of the set. */
  readings: Reading[];
  /** Every two sets by their places; count includes the accounts that are not told. */
  pairs: { left: number; right: number; count: number; accounts: AccountReadOtherwise[] }[];
}

/** All that was read and measured. */
export interface MeasuredReport {
  company: Dashboard["company"];
  asOf: { day: string; source: string };
  /** Newest month of which every day is known; figures compare these. */
  lastMonth: string;
  definitions: Omit<Dashboard, "company" | "datasets" | "raw" | "publish"> & {
    publish: Omit<Dashboard["publish"], "key">;
  };
  datasets: DatasetReport[];
  files: ReportedFile[];
  problems: ProblemReport;
  /** Absent where no row was set aside. */
  quarantine?: QuarantineReport;
  /** One hash over every file read, short enough to print. */
  inputHash: string;
  marts: Marts;
  /** Every metric of the catalogue, with its values, in the order of the pages. */
  metrics: MetricReport[];
  /** What every table of staging and marts reads. */
  lineage: LineageTable[];
  /** Tables that no metric is read from, each with the reason. */
  supporting: { mart: string; title: string; reason: string }[];
  readings: ReadingsReport;
  /** SQL of every mart, by its table's name. */
  sql: Readonly<Record<string, string>>;
  /** Colours and fonts of the company's decks. */
  template: Deck["template"];
  /** What a configuration and the files may hold. */
  reference: Reference;
}

/** What was measured without its rows: little, for whoever does not draw. */
export type ReportSummary = Omit<MeasuredReport, "marts" | "sql" | "reference">;

/** Everything the pages know. Plain data: it travels as JSON from the pipeline to the pages. */
export interface Report extends MeasuredReport {
  publication: Publication;
  /** By deck, the newest day first; absent where none was presented. */
  restatements?: Restatement[];
}

/** File of what was published, beside the report. */
export const publicationName = "publication.json";

/** File of what became of presented decks, beside the report; there is none where none was presented. */
export const restatementsName = "restatements.json";

/** Environment variable that names the report file of the running build. */
export const reportVariable = "HOURGLASS_REPORT";

let loaded: Promise<Report> | undefined;

/**
 * The pages' only door to the data: the report that the pipeline wrote for this build, read once.
 *
 * @throws when no pipeline ran before: pages cannot be built by Astro alone.
 */
export function loadReport(): Promise<Report> {
  loaded ??= readReport();
  return loaded;
}

async function readReport(): Promise<Report> {
  const path = reportPath();
  const report = JSON.parse(await readFile(path, "utf8")) as MeasuredReport;
  const publication = await readFile(join(dirname(path), publicationName), "utf8");
  const restated = await readFile(join(dirname(path), restatementsName), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    },
  );
  return {
    ...report,
    publication: JSON.parse(publication) as Publication,
    ...(restated ? { restatements: JSON.parse(restated) as Restatement[] } : {}),
  };
}

function reportPath(): string {
  const path = process.env[reportVariable];
  if (!path) throw new Error("no report to draw; run `npm run build`, which reads the data first");
  return path;
}
