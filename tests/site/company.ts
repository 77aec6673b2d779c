import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of a user's, far from the project: file name to content. Removed after the test. */
export function makeFolder(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-company-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

export const accounts = `Account ID,Name,Tier
A1,Alder Mills,small
A2,Birch Bank,enterprise
A3,Cedar Clinic,small
`;

export const contracts = `contract_id,account_id,starts_on,ends_on,amount,billing
C1,A1,2023-01-01,2023-12-31,12000,annual
C2,A1,2024-01-01,2024-12-31,13200,annual
C3,A2,2023-03-15,2025-03-14,48000,upfront
C4,A3,2023-06-01,2023-12-31,300,monthly
`;

export const config = `import { defineDashboard } from "hourglass";

export default defineDashboard({
  company: { name: "Two Files Ltd", currency: "EUR", locale: "de-DE" },
  as_of: "2024-06-30",
  datasets: { accounts: "accounts.csv", contracts: "contracts.csv" },
});
`;

/** The smallest company: two files and a configuration. */
export const smallest: Readonly<Record<string, string>> = {
  "accounts.csv": accounts,
  "contracts.csv": contracts,
  "dashboard.config.ts": config,
};

/** Its folder, with some files otherwise. */
export function smallCompany(changes: Record<string, string> = {}): string {
  const folder = makeFolder({ ...smallest, ...changes });
  mkdirSync(join(folder, "site"), { recursive: true });
  return folder;
}
