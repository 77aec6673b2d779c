import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { formatProblem } from "../../src/intake/index.ts";
import { checkData, loadConfiguration } from "../../src/pipeline/index.ts";

const files: Record<string, string> = {
  accounts: "account_id,name,owner\nA1,Acme,Ida\nA2,Bolt,Jo\n",
  contracts: "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\nC2,A2,2024-01-01,100\n",
  opportunities:
    "opportunity_id,account_id,created_on,stage\nO1,X,2024-01-05,Lead\nO2,,2024-02-05,Lead\n",
  people: "owner\nIda\nida\n",
  projects: "account_id,kicked_off_on\nX,2024-01-05\n",
  requests: "request_id,account_id,raised_on\nR1,X,2024-01-05\n",
  tickets:
    "ticket_id,account_id,opened_at\nT1,A1,2024-01-05 09:00\nT1,A1,2024-03-05 23:30\nT2,X,2024-01-05 09:00\n",
  touchpoints: "account_id,on,kind\nA1,2024-01-05,call\nX,2024-04-05,call\n",
};

/** The same rows, of accounts that are there, each under an id of its own. */
const sound = Object.fromEntries(
  Object.entries(files).map(([name, text]) => [
    name,
    text
      .replaceAll(",X,", ",A1,")
      .replaceAll("\nX,", "\nA2,")
      .replace("\nT1,A1,2024-03", "\nT3,A1,2024-03"),
  ]),
);

async function check(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-checks-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const datasets: Record<string, string> = {};
  for (const [name, text] of Object.entries(files)) {
    datasets[name] = `${name}.csv`;
    writeFileSync(join(folder, `${name}.csv`), text);
  }
  const company = { name: "Test", currency: "USD" };
  writeFileSync(join(folder, "config.json"), JSON.stringify({ company, datasets }));
  const configuration = await loadConfiguration(join(folder, "config.json"));
  return (await checkData({ configuration, workDirectory: folder, now: () => 0 })).reading;
}

describe("tickets, meetings, deals, launches, requests and people", () => {
  it("are checked against accounts, against each other and for second keys", async () => {
    const { problems } = await check(files);
    const told = problems.map(
      (problem) => `${problem.severity} ${problem.check}: ${formatProblem(problem).split(":")[0]}`,
    );
    expect(told).toEqual([
      "error duplicate_key: tickets.csv row 3, ticket_id",
      "warning unknown_account: opportunities.csv row 2, account_id",
      "error unknown_account: projects.csv row 2, account_id",
      "error unknown_account: requests.csv row 2, account_id",
      "error unknown_account: tickets.csv row 4, account_id",
      "error unknown_account: touchpoints.csv row 3, account_id",
      "warning unknown_manager: accounts.csv row 3, owner",
    ]);
    expect(problems.find(({ check }) => check === "unknown_manager")?.isPrivate).toBe(true);
  });

  it("say what days the rows cover that are read", async () => {
    const { datasets } = await check(sound);
    const days = Object.fromEntries(
      datasets.map(({ dataset, firstDay, lastDay }) => [dataset, [firstDay, lastDay]]),
    );
    expect(days).toMatchObject({
      opportunities: ["2024-01-05", "2024-02-05"],
      people: [null, null],
      projects: ["2024-01-05", "2024-01-05"],
      requests: ["2024-01-05", "2024-01-05"],
      tickets: ["2024-01-05", "2024-03-05"],
      touchpoints: ["2024-01-05", "2024-04-05"],
    });
    const spoiled = (await check(files)).datasets.find(({ dataset }) => dataset === "touchpoints");
    expect(spoiled).toMatchObject({ accepted: 1, setAside: 1, lastDay: "2024-01-05" });
  });
});
