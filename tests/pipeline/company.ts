import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type DashboardInput, parseDashboard, parseDeck } from "../../src/contracts/index.ts";
import { formatProblem } from "../../src/intake/index.ts";
import {
  buildReport,
  type Checked,
  checkData,
  type PipelineOptions,
  publishReport,
} from "../../src/pipeline/index.ts";
import type { Report } from "../../src/report.ts";

/** What a test changes of a company whose two files are one good row each. */
export interface Company {
  files?: Record<string, string | Uint8Array>;
  datasets?: Partial<DashboardInput["datasets"]>;
  raw?: DashboardInput["raw"];
  settings?: Partial<DashboardInput>;
  /** Folder to work in, which the caller removes; else one that goes with the test. */
  directory?: string;
}

const files = {
  "accounts.csv": "account_id,name\nA1,Acme\n",
  "contracts.csv": "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\n",
};

export interface Outcome extends Checked {
  /** Absent where the data is refused, or was only checked. */
  report?: Report;
  directory: string;
  /** Every problem as it is printed, by its check; the company's folder is written DIR. */
  messages: { check: string; message: string }[];
}

export function checkCompany(company: Company): Promise<Outcome> {
  return run(company, checkData);
}

export function buildCompany(company: Company): Promise<Outcome> {
  return run(company, async (options) => {
    const { measured, ...checked } = await buildReport(options);
    if (!measured) return checked;
    const publication = await publishReport(options, measured);
    return { ...checked, report: { ...measured.report, publication } };
  });
}

async function run(
  company: Company,
  work: (options: PipelineOptions) => Promise<Checked & { report?: Report }>,
): Promise<Outcome> {
  const directory = company.directory ?? mkdtempSync(join(tmpdir(), "hourglass-checks-"));
  if (!company.directory) onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries({ ...files, ...company.files })) {
    writeFileSync(join(directory, name), content);
  }
  const input = {
    company: { name: "Test", currency: "USD" },
    datasets: { accounts: "accounts.csv", contracts: "contracts.csv", ...company.datasets },
    raw: company.raw ?? {},
    ...company.settings,
  };
  const workDirectory = join(directory, "work");
  mkdirSync(workDirectory);
  const path = join(directory, "dashboard.config.ts");
  const outcome = await work({
    configuration: {
      dashboard: parseDashboard(input, path),
      deck: parseDeck({}, path),
      directory,
      path,
    },
    workDirectory,
    now: () => 0,
  });
  const messages = outcome.reading.problems.map((problem) => ({
    check: problem.check,
    message: formatProblem(problem).replaceAll(directory, "DIR"),
  }));
  return { ...outcome, directory, messages };
}
