import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Company, contractsOf, lines, newCompany, readingOf } from "./company.ts";

const first = "2024-01-01";
const second = "2024-04-01";
const arr = (outcome: Parameters<typeof readingOf>[0], quarter: string) =>
  readingOf(outcome, "quarters", quarter, "ARR at end");

const presented = new Company();

beforeAll(() => presented.present("Q2 board"));

afterAll(() => presented.end());

/** The company as it was presented, held against another state. */
async function readAgain(state: Parameters<Company["compare"]>[0]) {
  const company = newCompany();
  company.takeDecks(presented.directory);
  const [outcome] = await company.compare(state);
  expect(outcome?.restatement.asOf).toBe("2024-06-30");
  return outcome;
}

const none = {
  settings: [],
  idle: { settings: [], tables: [] },
  otherSettings: [],
  tables: [],
  hourglass: null,
};
const fileOf = (counts: Partial<Record<"added" | "removed" | "changed", number>>) => [
  {
    file: "contracts.csv",
    dataset: "contracts",
    added: 0,
    removed: 0,
    changed: 0,
    isSameFile: false,
    ...counts,
  },
];

describe("a deck read again", () => {
  it("is the same where nothing changed", async () => {
    const outcome = await readAgain({});
    expect(outcome?.deck.numbers.length).toBeGreaterThan(50);
    expect(outcome?.restatement).toMatchObject({ changed: [], slight: 0, causes: [], rows: [] });
  });

  it("is the same where rows stand in another order, and the file has another name", async () => {
    const outcome = await readAgain({
      files: { "deals.csv": contractsOf(lines.c3, lines.c1, lines.c2) },
      settings: { datasets: { accounts: "accounts.csv", contracts: "deals.csv" } },
    });
    expect(outcome?.changes.rows).toEqual([]);
    expect(outcome?.restatement.changed).toEqual([]);
  });

  it("is the same where later days brought rows that begin after its own", async () => {
    const outcome = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, lines.c2, lines.c3, "C4,A1,2024-08-01,,70") },
      settings: { as_of: "2024-09-30" },
    });
    expect(outcome?.changes.rows).toHaveLength(1);
    expect(outcome?.restatement.changed).toEqual([]);
  });

  // 12 x (100 + 200 + 50) = 4,200 in March, and 12 x (100 + 200) = 3,600 in June.
  it("names the row and the cell of an amount that changed", async () => {
    const outcome = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
    });
    const cause = { ...none, files: fileOf({ changed: 1 }), rows: [0] };
    expect(arr(outcome, first)).toEqual({ was: 4200, now: 4920, byDefinition: null, cause });
    expect(arr(outcome, second)).toEqual({ was: 3600, now: 4320, byDefinition: null, cause });
    expect(outcome?.restatement.rows).toEqual([
      {
        dataset: "contracts",
        kind: "changed",
        file: "contracts.csv",
        row: 3,
        account: expect.stringMatching(/^[2-9A-Z]{6}$/),
        cells: [{ column: "mrr", was: "200.000000", now: "260.000000" }],
        hidden: 0,
      },
    ]);
  });

  it("names a row that was deleted, and leaves what it never touched", async () => {
    const outcome = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, lines.c2) },
    });
    const cause = { ...none, files: fileOf({ removed: 1 }), rows: [0] };
    expect(arr(outcome, first)).toEqual({ was: 4200, now: 3600, byDefinition: null, cause });
    expect(arr(outcome, second)).toBeUndefined();
    expect(outcome?.changes.rows).toMatchObject([
      { kind: "removed", file: "contracts.csv", row: 4, account: "A3" },
    ]);
  });

  it("names a row that came late, of the days before only where it begins by then", async () => {
    const late = "C4,A1,2024-05-01,,30";
    const outcome = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3, late) },
    });
    const both = { ...none, files: fileOf({ added: 1, changed: 1 }), rows: [0, 1] };
    expect(arr(outcome, second)).toEqual({ was: 3600, now: 4680, byDefinition: null, cause: both });
    // The line of May is after March, and after its 30 days of grace.
    const { rows } = outcome?.restatement ?? { rows: [] };
    const reason = arr(outcome, first)?.cause;
    expect(reason?.files).toEqual(fileOf({ changed: 1 }));
    expect(reason?.rows.map((place) => rows[place]?.row)).toEqual([3]);
  });

  it("names a setting that changed", async () => {
    const outcome = await readAgain({ settings: { contracts: { end_is: "exclusive" } } });
    expect(arr(outcome, first)).toEqual({
      was: 4200,
      now: 3600,
      byDefinition: null,
      cause: {
        ...none,
        settings: [{ path: "contracts.end_is", was: '"inclusive"', now: '"exclusive"' }],
        files: [],
        rows: [],
      },
    });
    expect(arr(outcome, second)).toBeUndefined();
  });

  // The presented rows by today's definition: 12 x 300 = 3,600. Then 12 x 60 more by rows.
  it("tells definition and rows apart where both changed", async () => {
    const outcome = await readAgain({
      files: { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) },
      settings: { contracts: { end_is: "exclusive" } },
    });
    expect(arr(outcome, first)).toMatchObject({
      was: 4200,
      now: 4320,
      byDefinition: 3600,
      cause: {
        settings: [{ path: "contracts.end_is" }],
        files: fileOf({ changed: 1 }),
      },
    });
  });

  // C3 ended with March: its amount is none of June's.
  it("says of rows that changed in a file of the same bytes that it is mapped otherwise", async () => {
    const outcome = await readAgain({
      settings: {
        datasets: {
          accounts: "accounts.csv",
          contracts: { files: "contracts.csv", scale: { mrr: 0.1 } },
        },
      },
    });
    expect(arr(outcome, second)).toMatchObject({ was: 3600, now: 360 });
    expect(arr(outcome, second)?.cause?.files[0]).toMatchObject({ changed: 2, isSameFile: true });
  });

  it("is read as of its own day by a build of a later one", async () => {
    const outcome = await readAgain({
      files: {
        "contracts.csv": contractsOf(
          lines.c1,
          "C2,A2,2023-03-01,,260",
          lines.c3,
          "C4,A1,2024-08-01,,70",
        ),
      },
      settings: { as_of: "2024-09-30" },
    });
    expect(arr(outcome, second)).toMatchObject({ was: 3600, now: 4320 });
    expect(arr(outcome, second)?.cause?.rows).toHaveLength(1);
  });
});

describe("the slides of a deck", () => {
  const accounts = "account_id,name,tier\nA1,Alder,small\nA2,Birch,enterprise\nA3,Cedar,small\n";

  // Of small customers 12 x (100 + 50) = 1,800 in March, and 1,200 without C3.
  it("are read again as they were, a segment's as the segment's, whatever today's deck shows", async () => {
    const company = newCompany();
    const files = { "accounts.csv": accounts };
    const slides = [{ figure: "quarters", filter: { tier: "small" } }, "definitions"];
    const deck = await company.present("Small", { files, deck: { slides } });
    const [outcome] = await company.compare({
      files: { ...files, "contracts.csv": contractsOf(lines.c1, lines.c2) },
    });
    expect(outcome?.deck.numbers).toHaveLength(deck?.numbers ?? 0);
    expect(new Set(outcome?.deck.numbers.map(({ figure }) => figure))).toEqual(
      new Set(["quarters (tier small)"]),
    );
    expect(readingOf(outcome, "quarters (tier small)", first, "ARR at end")).toMatchObject({
      was: 1800,
      now: 1200,
    });
  });
});

describe("the publish policy", () => {
  const late = { "contracts.csv": contractsOf(lines.c1, "C2,A2,2023-03-01,,260", lines.c3) };

  it("none tells how many rows changed, and no row", async () => {
    const outcome = await readAgain({ files: late, settings: { publish: { accounts: "none" } } });
    expect(outcome?.restatement.rows).toEqual([]);
    expect(outcome?.restatement.causes[0]?.files).toEqual(fileOf({ changed: 1 }));
    expect(outcome?.changes.rows[0]?.account).toBe("A2");
  });

  it("keeps names back and ids in codes unless accounts are named", async () => {
    const renamed = {
      "accounts.csv": "account_id,name,tier\nA1,Alder,small\nA2,Birch Bank,\nA3,Cedar Clinic,\n",
      ...late,
    };
    const coded = JSON.stringify((await readAgain({ files: renamed }))?.restatement);
    expect(coded).not.toMatch(/Alder|"A1"|"A2"|C2/);
    const named = await readAgain({ files: renamed, settings: { publish: { accounts: "named" } } });
    expect(named?.restatement.rows.map(({ account }) => account)).toContain("A2");
  });
});

describe("what is presented", () => {
  it("is the same bytes of the same data", async () => {
    const other = newCompany();
    await other.present("Q2 board");
    const [about, again] = [presented, other].map(({ directory }) =>
      readFileSync(join(directory, "presented/q2-board/deck.json"), "utf8"),
    );
    expect(about).toBe(again);
    expect(about).toContain('"rows/contracts.csv.gz"');
  });

  it("is listed with the newest day first", async () => {
    const company = newCompany();
    company.takeDecks(presented.directory);
    await company.present("Q1 board", { settings: { as_of: "2024-03-31" } });
    const outcomes = await company.compare();
    expect(outcomes.map(({ restatement }) => restatement.name)).toEqual(["Q2 board", "Q1 board"]);
    expect(outcomes.map(({ restatement }) => restatement.changed)).toEqual([[], []]);
  });
});
