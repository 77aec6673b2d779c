import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type DashboardInput, parseDashboard } from "../../src/contracts/index.ts";
import { type RawEngine, readDatasets } from "../../src/intake/index.ts";

export const files: Record<string, string> = {
  "accounts.csv": 'account_id,name,tier\nA1,"Acme, ""Inc""",small\nA2,Bolt,big\n',
  "contracts.csv": "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\n",
  "usage-1.csv": "account_id,day,module\nA1,2024-01-01,core\nA1,01.02.2024,core\n",
  "usage-2.csv": "account_id,day,module\nA2,2024-01-01,core\n",
  "raw.csv": "id,when\nA1,2024-05\n",
};
const datasets = {
  accounts: "accounts.csv",
  contracts: "contracts.csv",
  usage: "usage-*.csv",
  seats: { sql: "select * from raw" },
} satisfies DashboardInput["datasets"];

export interface Folder {
  directory: string;
  cache: string;
  put(name: string, content: string | Uint8Array): void;
}

export function makeFolder(): Folder {
  const directory = mkdtempSync(join(tmpdir(), "cache-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const put = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(directory, name), content);
  for (const [name, content] of Object.entries(files)) put(name, content);
  return { directory, cache: join(directory, "cache"), put };
}

export interface Change {
  datasets?: Partial<DashboardInput["datasets"]>;
  raw?: DashboardInput["raw"];
  version?: string;
  limit?: number;
}

/** Reads the company and tells what came out, and which files were read rather than remembered. */
export async function read({ directory, cache }: Folder, change: Change = {}) {
  const { version = "1", limit } = change;
  const wasRead: string[] = [];
  const raw: [table: string, header: readonly string[], text: string][] = [];
  const engine: RawEngine = {
    async loadRaw(table, header, path) {
      raw.push([table, header, readFileSync(path, "utf8")]);
    },
    async *select(sql) {
      const columns = ["account_id", "month", "purchased"];
      const lines = raw.flatMap(([, , text]) => text.trim().split("\n"));
      const seats = /\d+/.exec(sql)?.[0] ?? "3";
      yield { columns, rows: lines.map((line) => [...line.split(","), seats]) };
    },
  };
  const config = parseDashboard(
    {
      company: { name: "Test", currency: "USD" },
      datasets: { ...datasets, ...change.datasets },
      raw: change.raw ?? { raw: "raw.csv" },
    },
    "dashboard.config.ts",
  );
  const workDirectory = mkdtempSync(join(directory, "work-"));
  const intake = await readDatasets({
    config,
    directory,
    workDirectory,
    engine,
    cache: { directory: cache, version, ...(limit === undefined ? {} : { limit }) },
    onProgress: ({ file, rows }) => {
      if (rows > 0) wasRead.push(file);
    },
  });
  const tables = intake.tables.map(({ parts, asideParts, ...table }) => {
    const textOf = <Part extends { path: string }>({ path, ...part }: Part) => ({
      ...part,
      text: readFileSync(path, "utf8"),
    });
    return { ...table, rows: parts.map(textOf), asideRows: asideParts.map(textOf) };
  });
  const aside = Object.fromEntries(
    readdirSync(join(workDirectory, "set-aside")).map((name) => [
      name,
      readFileSync(join(workDirectory, "set-aside", name), "utf8"),
    ]),
  );
  const reports = intake.files.map(({ seconds: _, ...report }) => report);
  const { problems, counts } = intake;
  return { all: { tables, aside, reports, problems, counts }, wasRead: [...new Set(wasRead)], raw };
}

export const everyFile = [
  "raw.csv",
  "accounts.csv",
  "contracts.csv",
  "sql of seats",
  "usage-1.csv",
  "usage-2.csv",
];
export const entries = (folder: Folder) =>
  readdirSync(folder.cache).map((name) => join(folder.cache, name));
