import { describe, expect, it } from "vitest";
import { buildCompany, type Company } from "./company.ts";

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
