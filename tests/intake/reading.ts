import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Papa from "papaparse";
import { onTestFinished } from "vitest";
import { type DashboardInput, type Problem, parseDashboard } from "../../src/contracts/index.ts";
import {
  formatProblem,
  type Intake,
  type IntakeProgress,
  type RawEngine,
  readDatasets,
} from "../../src/intake/index.ts";

const noEngine: RawEngine = {
  loadRaw: () => Promise.reject(new Error("no engine in this test")),
  select() {
    throw new Error("no engine in this test");
  },
};

const accounts = "account_id,name\nA1,Acme\n";
const contracts = "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\n";

export interface Company {
  files?: Record<string, string | Uint8Array>;
  datasets?: Partial<DashboardInput["datasets"]>;
  raw?: DashboardInput["raw"];
  checks?: DashboardInput["checks"];
  engine?: RawEngine;
  onProgress?: (event: IntakeProgress) => void;
  /** What else there is in the folder, before anything is read. */
  prepare?: (directory: string) => void;
}

export interface Reading extends Intake {
  directory: string;
  /** Every problem as it is printed, but for what is odd about rows that were read all the same. */
  messages: string[];
  /** The rest: rows with too few cells or none, a stray quote or a stray carriage return. */
  oddities: string[];
  /** Canonical rows of a dataset: source_row, source_line and then the columns. */
  rows(dataset: string): string[][];
  /** Text of a file in the work directory. */
  output(path: string): string;
}

const told = (problem: Problem) => formatProblem(problem);
const oddRows = ["short_rows", "stray_quotes", "stray_returns", "blank_rows", "drawn_lines"];
const isOdd = ({ check }: Problem) => oddRows.includes(check);

/** Reads a company whose accounts and contracts are one row each unless the test says otherwise. */
export async function readCompany(company: Company): Promise<Reading> {
  const directory = mkdtempSync(join(tmpdir(), "intake-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const files = { "accounts.csv": accounts, "contracts.csv": contracts, ...company.files };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), content);
  }
  company.prepare?.(directory);
  const datasets = { accounts: "accounts.csv", contracts: "contracts.csv", ...company.datasets };
  const { raw = {}, checks = {} } = company;
  const input = { company: { name: "Test", currency: "USD" }, datasets, raw, checks };
  const workDirectory = join(directory, "work");
  const intake = await readDatasets({
    config: parseDashboard(input, "dashboard.config.ts"),
    directory,
    workDirectory,
    engine: company.engine ?? noEngine,
    ...(company.onProgress ? { onProgress: company.onProgress } : {}),
  });
  const output = (path: string) => readFileSync(join(workDirectory, path), "utf8");
  return {
    ...intake,
    directory,
    messages: intake.problems.filter((problem) => !isOdd(problem)).map(told),
    oddities: intake.problems.filter(isOdd).map(told),
    output,
    rows(dataset) {
      const parts = intake.tables.find((table) => table.dataset === dataset)?.parts ?? [];
      const text = parts.map(({ path }) => readFileSync(path, "utf8")).join("");
      return text === "" ? [] : Papa.parse<string[]>(text.trimEnd(), { delimiter: "," }).data;
    },
  };
}

/** Reads one text as the accounts file. */
export function readAccounts(content: string | Uint8Array, source: object = {}): Promise<Reading> {
  return readCompany({
    files: { "accounts.csv": content },
    datasets: { accounts: { files: "accounts.csv", ...source } },
  });
}
