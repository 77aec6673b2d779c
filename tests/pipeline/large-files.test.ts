import { describe, expect, it } from "vitest";
import { buildCompany, type Company, checkCompany } from "./company.ts";

const accounts = [
  "account_id,name",
  ...["A1", "A2", "A3", "A4", "A5", "A6"].map((id) => `${id},${id}`),
];
const contracts = [
  "contract_id,account_id,starts_on,mrr",
  "C1,A1,2023-01-01,1000",
  "C2,A2,2023-02-01,400",
  "C2,A2,2023-02-01,600",
  "C3,A9,2024-01-01,250",
  "C4,A1,2024-01-01,x",
];

/** The same rows in files beyond a megabyte: a column that nobody reads makes them long. */
function padded([header, ...rows]: readonly string[]): string {
  const note = "x".repeat(Math.ceil(1_050_000 / rows.length / 8));
  const notes = Array.from({ length: 8 }, (_, index) => `note_${index}`);
  const lines = rows.map((row) => [row, ...notes.map(() => note)].join(","));
  return `${[`${header},${notes.join(",")}`, ...lines].join("\n")}\n`;
}

async function build(textOf: (lines: readonly string[]) => string, settings: Company["settings"]) {
  const { report, reading, messages, refusal } = await buildCompany({
    files: { "accounts.csv": textOf(accounts), "contracts.csv": textOf(contracts) },
    settings: { as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 1, ...settings },
  });
  const { marts, quarantine } = report ?? {};
  const files = reading.files.map(({ file, rows, accepted, setAside, bytes }) => {
    return { file, rows, accepted, setAside, isLarge: bytes > 1_000_000 };
  });
  return { files, others: { marts, quarantine, messages, refusal, datasets: reading.datasets } };
}

const small = (lines: readonly string[]) => `${lines.join("\n")}\n`;

describe("files that get a database of their own", () => {
  it.each<[string, Company["settings"]]>([
    ["with the checks as they are", {}],
    ["with unknown accounts counted by their id", { checks: { unknown_account: "off" } }],
  ])("are checked, set aside and measured as small ones are: %s", async (_, settings) => {
    const few = await build(small, settings);
    const many = await build(padded, settings);
    expect(few.others.quarantine?.rows).toBeGreaterThan(1);
    expect(many.files).toEqual(few.files.map((file) => ({ ...file, isLarge: true })));
    expect(many.others).toEqual(few.others);
  });
});

describe("a select that gives more than a megabyte", () => {
  it("is loaded from a database of its own, cell by cell as the raw file has it", async () => {
    const rows = Array.from({ length: 40_000 }, (_, index) => {
      const day = new Date(Date.UTC(2024, 0, 1 + (index % 300))).toISOString().slice(0, 10);
      return `A1,${day},module ${index},${index % 7}`;
    });
    const { reading, messages, refusal } = await checkCompany({
      files: { "raw.csv": ["who,when,what,users", ...rows, "A1,soon,core,1", ""].join("\n") },
      raw: { raw: "raw.csv" },
      datasets: {
        usage: {
          sql: 'select who as account_id, "when" as day, what as module, users as active_users from raw',
        },
      },
      settings: { on_error: "quarantine" },
    });
    expect(refusal).toBeUndefined();
    expect(messages.map(({ check }) => check)).toEqual(["not_a_date"]);
    const usage = reading.datasets.find(({ dataset }) => dataset === "usage");
    // 300 days from 2024-01-01, the first included.
    expect(usage).toMatchObject({ rows: 40_001, accepted: 40_000, setAside: 1 });
    expect(usage).toMatchObject({ firstDay: "2024-01-01", lastDay: "2024-10-26" });
  });
});
