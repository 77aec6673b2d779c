import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differenceOf } from "../../src/ledger/definitions/difference.ts";
import type { PresentedNumber } from "../../src/ledger/numbers.ts";
import type { RowChange } from "../../src/ledger/rows/compare.ts";
import { partsOf, stepsOf } from "../../src/ledger/steps.ts";
import { Company, contractsOf, lines, newCompany, type Outcome, readingOf } from "./company.ts";

const presented = new Company();
const slides = [
  { figure: "quarters", title: "Ours", commentary: "**Up**", notes: "Slowly." },
  "arr",
  { title: "What we ask for", text: "- money" },
  "definitions",
];

beforeAll(() => presented.present("Q2 board", { deck: { slides } }));

afterAll(() => presented.end());

async function readAgain(
  state: Parameters<Company["compare"]>[0],
  change: (folder: string) => void = () => undefined,
): Promise<Outcome["restatement"] | undefined> {
  const company = newCompany();
  company.takeDecks(presented.directory);
  change(join(company.directory, "presented/q2-board"));
  const [outcome] = await company.compare(state);
  return outcome?.restatement;
}

/** What each step did to ARR at the end of a quarter, with the rows that it was of. */
function partsAt(restatement: Outcome["restatement"] | undefined, quarter: string) {
  const number = restatement?.changed.find(
    ({ figure, row, column }) =>
      figure === "quarters" && row === quarter && column === "ARR at end",
  );
  return number?.parts.map(({ step, by }) => {
    const made = restatement?.steps[step];
    if (!made) return [];
    if ("paths" in made) return [made.kind, made.paths.join(" "), by];
    return [made.kind, made.row ?? made.count, by];
  });
}

// ARR is 4,200 at the end of March 2024, 12 x (100 + 200 + 50), and 3,600 of June: C3 ended with March.
describe("what each row did to a number", { timeout: 180_000 }, () => {
  it("is measured row by row: 60 more a month are 720 a year, a line of 30 is 360", async () => {
    const late = "C4,A1,2024-05-01,,30";
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3, late) },
    });
    expect(partsAt(restated, "2024-01-01")).toEqual([["changed", 3, 720]]);
    expect(partsAt(restated, "2024-04-01")).toEqual([
      ["changed", 3, 720],
      ["added", 5, 360],
    ]);
  });

  it("names a row that went, and none that did nothing", async () => {
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf("C1,A1,2023-01-01,,90", lines.c2) },
    });
    expect(partsAt(restated, "2024-01-01")).toEqual([
      ["changed", 2, -120],
      ["removed", 4, -600],
    ]);
    expect(partsAt(restated, "2024-04-01")).toEqual([["changed", 2, -120]]);
  });

  // Without its last day C3 is not in March: 12 x 300 = 3,600. Then 720 by the row.
  it("comes after what the definition did", async () => {
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
      settings: { contracts: { end_is: "exclusive" } },
    });
    const march = restated?.changed.find(
      ({ row, column }) => row === "2024-01-01" && column === "ARR at end",
    );
    expect(march).toMatchObject({ was: { value: 4200 }, byDefinition: 3600 });
    expect(partsAt(restated, "2024-01-01")).toEqual([
      ["setting", "contracts.end_is", -600],
      ["changed", 3, 720],
    ]);
  });

  // In June nobody stood on a last day: 12 x 60 more by the row, and nothing by the setting.
  it("names no setting that moved nothing, but says that it changed", async () => {
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
      settings: { contracts: { end_is: "exclusive" } },
    });
    const june = restated?.changed.find(
      ({ row, column }) => row === "2024-04-01" && column === "ARR at end",
    );
    expect(june).toMatchObject({ was: { value: 3600 }, now: { value: 4320 }, byDefinition: null });
    expect(partsAt(restated, "2024-04-01")).toEqual([["changed", 3, 720]]);
    for (const { was, now, parts } of restated?.changed ?? []) {
      if (was.value === null || !now || now.value === null) continue;
      const sum = parts.reduce((all, { by }) => all + (by ?? 0), 0);
      expect(sum).toBeCloseTo(now.value - was.value, 9);
    }
    const end = { path: "contracts.end_is", was: '"inclusive"', now: '"exclusive"' };
    expect(restated?.causes[june?.cause ?? 0]).toMatchObject({
      settings: [],
      idle: { settings: [end], tables: [] },
      files: [{ file: "contracts.csv", changed: 1 }],
    });
  });

  // C3 ended with March: without its last day March has 12 x 300. Grace moves churn, and no ARR.
  it("is told of each of two settings, without any row", async () => {
    const restated = await readAgain({
      settings: { contracts: { end_is: "exclusive" }, churn: { grace_days: 5 } },
    });
    expect(partsAt(restated, "2024-01-01")).toEqual([["setting", "contracts.end_is", -600]]);
    const march = restated?.changed.find(
      ({ figure, row, column }) =>
        figure === "quarters" && row === "2024-01-01" && column === "ARR at end",
    );
    const cause = restated?.causes[march?.cause ?? 0];
    expect(cause?.settings.map(({ path }) => path)).toEqual(["contracts.end_is"]);
    expect(cause?.idle.settings.map(({ path }) => path)).toEqual(["churn.grace_days"]);
  });

  it("is told of many settings at once, which are not measured one by one", async () => {
    const restated = await readAgain({
      settings: {
        contracts: { end_is: "exclusive" },
        churn: { grace_days: 5, denominator: "opening_and_new" },
        cac: { lag_months: 2 },
        ltv: { horizon_months: 24 },
      },
    });
    expect(restated?.steps).toEqual([]);
    expect(partsAt(restated, "2024-01-01")).toEqual([]);
  });

  it("is told by kind where the rows are more than are measured one by one", async () => {
    const more = Array.from({ length: 9 }, (_, place) => `D${place},A1,2024-05-01,,10`);
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3, ...more) },
    });
    expect(partsAt(restated, "2024-01-01")).toEqual([["changed", 3, 720]]);
    expect(partsAt(restated, "2024-04-01")).toEqual([
      ["changed", 3, 720],
      ["added", 9, 1080],
    ]);
  });

  it("tells no place of a row where customers are not published one by one", async () => {
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
      settings: { publish: { accounts: "none" } },
    });
    expect(restated?.steps).toEqual([
      { dataset: "contracts", file: "contracts.csv", kind: "changed", count: 1, row: null },
    ]);
  });
});

describe("steps", () => {
  const change = (
    dataset: "contracts" | "costs",
    kind: RowChange["kind"],
    row: number,
  ): RowChange => ({
    dataset,
    kind,
    file: `${dataset}.csv`,
    row,
    stood: null,
    today: null,
    account: null,
    firstDay: null,
    cells: [],
  });
  const rows = [
    change("contracts", "added", 2),
    change("contracts", "added", 3),
    change("contracts", "removed", 4),
    change("costs", "changed", 2),
  ];
  const namesOf = (most: number) =>
    stepsOf(rows, most).map(({ dataset, kind, rows: own }) => [dataset, kind, own.length]);

  it("are single rows, else rows of a kind, else of a dataset, and none where that is too many", () => {
    expect(namesOf(4)).toHaveLength(4);
    expect(namesOf(3)).toEqual([
      ["contracts", "added", 2],
      ["contracts", "removed", 1],
      ["costs", "changed", 1],
    ]);
    expect(namesOf(2)).toEqual([
      ["contracts", null, 3],
      ["costs", "changed", 1],
    ]);
    expect(namesOf(1)).toEqual([]);
    expect(stepsOf([], 8)).toEqual([]);
  });

  it("do no known amount where a value is not known before or after", () => {
    const after = [3, 3, null].map(
      (value) =>
        new Map([["n", { value } as PresentedNumber]]) as ReadonlyMap<string, PresentedNumber>,
    );
    expect(partsOf(1, after, "n")).toEqual([
      { step: 0, by: 2 },
      { step: 2, by: null },
    ]);
    expect(partsOf(null, after.slice(0, 1), "n")).toEqual([{ step: 0, by: null }]);
  });
});

describe("what slides said", () => {
  it("is kept with the deck, words of hand beside those of the data", () => {
    const path = join(presented.directory, "presented/q2-board/words.json");
    const words = JSON.parse(readFileSync(path, "utf8"));
    expect(words).toMatchObject([
      { figure: "quarters", title: "Ours", commentary: "**Up**", notes: "Slowly." },
      { figure: "arr" },
      { title: "What we ask for", text: "- money" },
    ]);
    expect(words[1].title).toBe(words[1].finding);
    expect(words[0].finding).toMatch(/^ARR /);
  });

  it("is held against what figures find now", async () => {
    const restated = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
    });
    const title = restated?.words.find(
      ({ figure, part }) => figure === "arr" && part === "finding",
    );
    expect(title?.was).toContain("$3.6K");
    expect(title?.now).toContain("$4.32K");
    expect((await readAgain({}))?.words).toEqual([]);
  });

  // 12 x 300 of June; without C2 it is 12 x 100, of one customer and not of two.
  it("is held against what stands under and on a figure now", async () => {
    const company = newCompany();
    await company.present("Tiles", { deck: { slides: ["headline", "arr"] } });
    const [outcome] = await company.compare({
      files: { "contracts.csv": contractsOf(lines.c1, lines.c3) },
    });
    const words = outcome?.restatement.words ?? [];
    const facts = words.find(({ figure, part }) => figure === "arr" && part === "facts");
    expect(facts?.was).toMatch(/^2 customers\./);
    expect(facts?.now).toMatch(/^1 customer\./);
    const tiles = words.filter(({ figure, part }) => figure === "headline" && part === "said");
    // 3,600 of June 2024 against 4,200 of the year before, and 1,200 against 1,800.
    expect(tiles.find(({ was }) => was.startsWith("ARR:"))).toMatchObject({
      was: "ARR: down 14.3% on a year ago",
      now: "ARR: down 33.3% on a year ago",
    });
  });

  it("is passed over in a deck that was presented before it was kept", async () => {
    const restated = await readAgain({}, (folder) => {
      const about = JSON.parse(readFileSync(join(folder, "deck.json"), "utf8"));
      delete about.files["words.json"];
      writeFileSync(join(folder, "deck.json"), JSON.stringify(about));
      rmSync(join(folder, "words.json"));
    });
    expect(restated).toMatchObject({ changed: [], words: [] });
  });
});

describe("SQL that changed", () => {
  it("is told line by line", async () => {
    const restated = await readAgain({}, (folder) => {
      rewrite(folder, "numbers.csv", (text) => text.replaceAll('3600,"$3,600"', '3500,"$3,500"'));
      rewrite(folder, "definitions.json", (text) => {
        const definitions = JSON.parse(text);
        const table = definitions.tables.recurring_revenue;
        definitions.tables.recurring_revenue = { hash: "before", sql: `${table.sql}limit 1\n` };
        definitions.figures.quarters.hash = "before";
        return JSON.stringify(definitions);
      });
    });
    const june = { was: 3500, now: 3600 };
    const outcome = { restatement: restated } as Parameters<typeof readingOf>[0];
    expect(readingOf(outcome, "quarters", "2024-04-01", "ARR at end")).toMatchObject({
      ...june,
      cause: { tables: ["recurring_revenue"], settings: [], files: [] },
    });
    const [changed, ...others] = restated?.sql ?? [];
    expect(others).toEqual([]);
    expect(changed?.table).toBe("recurring_revenue");
    expect(changed?.lines.filter(({ sign }) => sign !== " ")).toEqual([
      { sign: "-", text: "limit 1" },
    ]);
    expect(changed?.lines).toHaveLength(3);
  });

  it("shows two lines around what differs, and an ellipsis between two parts", () => {
    const was = ["a", "b", "c", "d", "e", "f", "g", "h", "i"].join("\n");
    const now = ["a", "B", "c", "d", "e", "f", "g", "h", "i", "j"].join("\n");
    expect(differenceOf(was, now).map(({ sign, text }) => sign + text)).toEqual([
      " a",
      "-b",
      "+B",
      " c",
      " d",
      " …",
      " h",
      " i",
      "+j",
    ]);
    expect(differenceOf("", "x\n")).toEqual([{ sign: "+", text: "x" }]);
    expect(differenceOf(was, was)).toEqual([]);
  });
});

/** Changes a file of a presented deck, and says so in the deck's own list of hashes. */
function rewrite(folder: string, name: string, change: (text: string) => string): void {
  const text = change(readFileSync(join(folder, name), "utf8"));
  writeFileSync(join(folder, name), text);
  const about = JSON.parse(readFileSync(join(folder, "deck.json"), "utf8"));
  about.files[name] = createHash("sha256").update(text).digest("hex");
  writeFileSync(join(folder, "deck.json"), JSON.stringify(about));
}
