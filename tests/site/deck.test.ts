import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";
import { chartsOf, type OpenChart, openPackage, type Package, partOf } from "../deck/open.ts";
import { all, first } from "../deck/xml.ts";
import { runScript } from "./build.ts";
import { smallCompany } from "./company.ts";

let deck: Package;
let charts: Map<string, OpenChart>;
let warehouse: Warehouse;

const pathOf = (name: string) => join(inject("site"), name);

beforeAll(async () => {
  deck = await openPackage(readFileSync(pathOf("board-deck.pptx")));
  charts = await chartsOf(deck);
  warehouse = await openWarehouse({ path: pathOf("data/hourglass.duckdb"), memoryLimit: "1GB" });
});
afterAll(() => warehouse?.close());

const slides = () => [...deck.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
const wordsOf = (name: string) =>
  all(partOf(deck, name), "a:p").map((paragraph) =>
    all(paragraph, "a:t")
      .map(({ text }) => text)
      .join(""),
  );
const titleOf = (name: string) => wordsOf(name)[0] ?? "";

function chartNamed(pattern: RegExp): OpenChart {
  const found = [...charts].find(([name]) => pattern.test(name));
  if (!found) throw new Error(`no chart of the deck measures ${pattern}`);
  return found[1];
}

/** Held against a statement of its own, not the one that the figure shows. */
async function expectColumn(values: readonly (number | null)[] | undefined, sql: string) {
  const rows = await warehouse.rows<{ value: number | null }>(sql);
  expect(rows.length).toBeGreaterThan(0);
  expect(values).toHaveLength(rows.length);
  for (const [place, { value }] of rows.entries()) {
    if (value === null) expect(values?.[place]).toBeNull();
    else expect(values?.[place]).toBeCloseTo(value, 6);
  }
}

const everyone = "dimension = 'all'";
const newest = "(select max(month) from recurring_revenue where dimension = 'all' and is_complete)";

describe("the board deck of the sample company", () => {
  it("has the slides of a board meeting in their order, each titled by its finding", () => {
    const titles = slides().map(titleOf);
    expect(titles).toHaveLength(16);
    expect(titles[0]).toBe("Tidewater");
    for (const [place, pattern] of [
      [1, /^Net revenue retention is /],
      [2, /^ARR grew by /],
      [3, /^ARR grew by .* in 20\d\d Q\d/],
      [4, /^NRR is .*; GRR is /],
      [5, /% of customers leave /],
      [6, /^Of all customers old enough/],
      [7, /^A cohort pays /],
      [8, /their CAC/],
      [9, /cohorts have paid back/],
      [10, /^Winning \d+ customers a month/],
      [11, /^The largest 20% of customers/],
      [12, /points on 20/],
      [14, /^What the numbers mean/],
    ] as const) {
      expect(titles[place]).toMatch(pattern);
    }
  });

  it("says on every slide as of when it is, whose numbers they are, and of which input", () => {
    const { input } = JSON.parse(readFileSync(pathOf("data/manifest.json"), "utf8"));
    for (const [place, name] of slides().slice(1).entries()) {
      const text = wordsOf(name).join("\n");
      expect(text).toContain("Sep 30, 2025");
      expect(text).toContain("Tidewater");
      expect(text).toContain(`input ${input}`);
      const notes = wordsOf(name.replace("slides/slide", "notesSlides/notesSlide")).join("\n");
      expect(notes).toContain(input);
      expect(notes).toMatch(place < 13 ? /\bselect\b/ : /^Annual recurring revenue: |\.\n/);
    }
  });

  it("bridges ARR by the movements of twelve months", async () => {
    const sum = (column: string) =>
      `(select 12 * sum(${column}) from mrr_movements where ${everyone} and month > ${newest} - interval 12 month and month <= ${newest})`;
    const arr = (months: number) =>
      `(select arr from recurring_revenue where ${everyone} and month = ${newest} - interval ${months} month)`;
    const chart = chartNamed(/^What moved ARR/);
    expect(chart.categories).toEqual([
      "start",
      "new",
      "reactivation",
      "expansion",
      "contraction",
      "churn",
      "currency",
      "end",
    ]);
    await expectColumn(
      chart.sheet.slice(1).map((row) => row[1] as number),
      `select cast(unnest([${arr(12)}, ${sum("new_mrr")}, ${sum("reactivation_mrr")}, ${sum("expansion_mrr")},
        -${sum("contraction_mrr")}, -${sum("churn_mrr")}, ${sum("fx_mrr")}, ${arr(0)}]) as double) as value`,
    );
  });

  it("draws NRR and GRR of every month as their mart has them", async () => {
    const { series } = chartNamed(/^Net and gross revenue retention/);
    for (const name of ["nrr", "grr"]) {
      await expectColumn(
        series.get(name.toUpperCase()),
        `select ${name} as value from net_revenue_retention
          where ${everyone} and nrr is not null and month <= ${newest} order by month`,
      );
    }
    // What the configuration tells of February 2024, eight months after the first.
    const rule = series.get("List price raised")?.findIndex((value) => value !== null);
    expect(rule).toBe(7);
  });

  it("draws the churn curve with both ends of its band", async () => {
    const { sheet } = chartNamed(/^Share of customers who have left/);
    const [titles = [], ...rows] = sheet;
    const column = (name: string) =>
      rows.map((row) => (row[titles.indexOf(name)] ?? null) as number | null);
    const ages = `from survival_curve where ${everyone} and at_risk >= 5 order by age`;
    await expectColumn(column("everyone"), `select 1 - survival as value ${ages}`);
    await expectColumn(column("95% from"), `select 1 - coalesce(upper, survival) as value ${ages}`);
    await expectColumn(
      column("width of the 95% band"),
      `select coalesce(upper - lower, 0) as value ${ages}`,
    );
  });

  it("shows what cohorts pay back, and how segments do", async () => {
    const payback = chartNamed(/^Month of age in which/);
    await expectColumn(
      payback.series.get("months to pay back"),
      "select payback_age as value from cohort_payback order by cohort",
    );
    await expectColumn(
      payback.series.get("months so far, not paid back yet"),
      "select if(payback_age is null, reached_age, null) as value from cohort_payback order by cohort",
    );
    await expectColumn(
      chartNamed(/lifetime value .* per unit of CAC/).series.get("LTV:CAC"),
      "select ltv_cac as value from unit_economics where dimension in ('all', 'tier') order by ltv_cac desc",
    );
  });

  it("shows how much the largest customers pay, now and a year before", async () => {
    const { series } = chartNamed(/^Concentration/);
    for (const [name, months] of [
      ["Sep 2025", 0],
      ["Sep 2024", 12],
    ] as const) {
      await expectColumn(
        series.get(name),
        `select unnest([share_of_1, share_of_5, share_of_20]) as value from revenue_concentration
          where ${everyone} and month = ${newest} - interval ${months} month`,
      );
    }
  });

  it("draws the score of each wave, and of each group of the newest, with its interval", async () => {
    for (const [pattern, rows] of [
      [/^Net promoter score by half-year/, `${everyone} and nps is not null order by wave`],
      [/^NPS by tier/, "dimension = 'tier' and is_latest and nps is not null order by segment"],
    ] as const) {
      const { series, sheet } = chartNamed(pattern);
      const [titles = [], ...cells] = sheet;
      const column = (name: string) => cells.map((row) => row[titles.indexOf(name)] as number);
      await expectColumn(series.get("NPS"), `select nps as value from nps_by_wave where ${rows}`);
      await expectColumn(
        column("95% from"),
        `select lower as value from nps_by_wave where ${rows}`,
      );
      await expectColumn(column("95% to"), `select upper as value from nps_by_wave where ${rows}`);
    }
  });

  it("opens in LibreOffice with a page for every slide", ({ skip }) => {
    if (spawnSync("soffice", ["--version"]).status !== 0) skip("LibreOffice is not installed here");
    const folder = mkdtempSync(join(tmpdir(), "hourglass-deck-"));
    try {
      copyFileSync(pathOf("board-deck.pptx"), join(folder, "deck.pptx"));
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(
        "soffice",
        [
          profile,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          join(folder, "deck.pptx"),
        ],
        { stdio: "ignore" },
      );
      const pages = readFileSync(join(folder, "deck.pdf"), "latin1").match(/\/Type\s*\/Page\b/g);
      expect(pages).toHaveLength(slides().length);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a company of two files", () => {
  it("has a deck of what is known, and a last slide that names what is missing", async () => {
    const small = await openPackage(readFileSync(join(inject("smallSite"), "board-deck.pptx")));
    const last = [...small.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name)).at(-1);
    const text = all(partOf(small, last ?? ""), "a:t").map((one) => one.text);
    expect(text[0]).toBe("Not in this deck");
    expect(text.join("\n")).toContain("this build was not given costs.csv");
    expect(text.join("\n")).toContain("this build was not given surveys.csv");
    expect(first(partOf(small, last ?? ""), "p:cSld")).toBeDefined();
  });

  it("is told of a figure that its deck file names wrongly, and keeps its site", () => {
    const folder = smallCompany({ "deck.json": `{ "slides": ["arr-brige"] }` });
    const config = join(folder, "dashboard.config.ts");
    const out = join(folder, "site");
    cpSync(inject("smallSite"), out, { recursive: true });
    const before = readFileSync(join(out, "index.html"));
    for (const script of ["build", "check"] as const) {
      const args = script === "build" ? ["--out", out] : [];
      const refused = runScript(script, ["--config", config, ...args]);
      expect(refused.code).toBe(1);
      expect(refused.output).toContain(`unknown figure "arr-brige"; did you mean "arr-bridge"?`);
    }
    expect(readFileSync(join(out, "index.html")).equals(before)).toBe(true);
  });
});
