import { describe, expect, it } from "vitest";
import { checkCompany } from "./company.ts";

const usage =
  "account_id,day,module,events\nA1,2024-05-01,crm,1\nA1,x,crm,1\ntest,2024-05-01,crm,1\n";

describe("a company with a refused file", () => {
  it.each([
    ["for its header", usage.replace("module", "modul"), {}, 3],
    ["for its configuration", usage, { columns: { modul: "module" } }, 3],
    ["for a quote that never closes", `${usage}A1,"2024-05-01,crm,1\n`, {}, undefined],
    ["as no text", "%PDF-1.7\n", {}, undefined],
  ])("%s is refused, each file with rows that add up", async (_, content, source, rows) => {
    const { reading, refusal } = await checkCompany({
      files: { "usage.csv": content },
      datasets: { usage: { files: "usage.csv", ...source } },
      settings: { on_error: "quarantine", max_bad_share: 1 },
    });
    expect(refusal).toMatch(
      "columns" in source
        ? /^dashboard\.config\.ts is wrong at datasets\.usage\.columns;/
        : /no row could be set aside$/,
    );
    for (const file of reading.files) {
      expect(file.accepted + file.setAside + file.leftOut).toBe(file.rows);
    }
    const file = reading.files.find(({ dataset }) => dataset === "usage");
    expect(file).toMatchObject({ accepted: 0, rows: rows ?? 0 });
    expect(file?.refusal?.isCounted).toBe(rows !== undefined);
    const dataset = reading.datasets.find((found) => found.dataset === "usage");
    expect(dataset).toMatchObject({ accepted: 0, rows: rows ?? 0, setAside: rows ?? 0 });
  });

  it("is none where rows alone are wrong or left out", async () => {
    const { reading, refusal } = await checkCompany({
      files: { "usage.csv": usage },
      datasets: { usage: { files: "usage.csv", leave_out: { account_id: ["test"] } } },
      settings: { on_error: "quarantine", max_bad_share: 1 },
    });
    expect(refusal).toBeUndefined();
    const counts = { rows: 3, accepted: 1, setAside: 1, leftOut: 1 };
    expect(reading.files.find(({ dataset }) => dataset === "usage")).toMatchObject(counts);
    // The share of bad rows is of the rows that are asked for.
    const dataset = reading.datasets.find((found) => found.dataset === "usage");
    expect(dataset).toMatchObject({ rows: 2, accepted: 1, setAside: 1 });
  });
});
