import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Question, queryAddress } from "../../src/shared/questions.ts";
import { openBrowser } from "./opened.ts";
import { type BrowserEngine, openEngine, type ResultRow } from "./proof/engine.ts";
import { readPage } from "./proof/figures.ts";
import { catalogueSql, pagesOf } from "./proof/site.ts";

const read = (site: string) =>
  JSON.parse(readFileSync(join(site, "data/questions.json"), "utf8")) as { questions: Question[] };
/** Made by count.py from the sample's CSVs, with no SQL. */
const expected = JSON.parse(
  readFileSync(join(import.meta.dirname, "../questions/expected.json"), "utf8"),
) as Record<string, unknown>;

const site = inject("site");
const { questions } = read(site);
const worked = questions.filter(({ address }) =>
  /^(churn|payback|nps|concentration)\/[a-z-]+$/.test(address),
);
const others = questions.filter((question) => !worked.includes(question));

const browser = await openBrowser();
let engine: BrowserEngine;

beforeAll(async () => {
  engine = await openEngine(browser, join(site, "data/hourglass.duckdb"), "America/Los_Angeles");
});

afterAll(async () => {
  await engine?.close();
});

const rounded = (cell: ResultRow[string]) =>
  typeof cell === "number" ? Math.round(cell * 1e6) / 1e6 : cell;
const cells = (rows: readonly ResultRow[], ...columns: string[]) =>
  rows.map((row) => columns.map((column) => rounded(row[column] ?? null)));
const column = (rows: readonly ResultRow[], name: string) =>
  rows.map((row) => rounded(row[name] ?? null));
const total = (rows: readonly ResultRow[], name: string) =>
  rounded(rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0));
const by =
  (...columns: string[]) =>
  (one: ResultRow, other: ResultRow) =>
    columns
      .map((name) => String(one[name]).localeCompare(String(other[name])))
      .find((side) => side !== 0) ?? 0;

/** What of an answer count.py has counted. */
const counted: Readonly<Record<string, (rows: ResultRow[]) => unknown>> = {
  "churn/who-left": (rows) => column(rows, "account_id").sort(),
  "churn/by-tier-and-fit": (rows) =>
    cells(
      rows.sort(by("tier", "fit")),
      "tier",
      "fit",
      "customers",
      "customers_left",
      "opening_arr",
      "arr_now",
    ),
  "churn/by-age": (rows) => cells(rows, "plan", "band", "customers", "customers_left"),
  "churn/renewals-ahead": (rows) => [rows.length, total(rows, "arr")],
  "churn/use-before-leaving": (rows) =>
    cells(rows, "outcome", "customers", "median_ratio", "customers_fallen"),
  "churn/seats-and-churn": (rows) => cells(rows, "activated", "customers", "customers_left"),
  "payback/spend-and-wins": (rows) => cells(rows, "quarter", "marketing", "sales", "new_customers"),
  "payback/by-segment": (rows) =>
    cells(
      rows.filter((row) => row.dimension === "channel").sort(by("segment")),
      "segment",
      "new_customers",
      "cac",
    ),
  "nps/by-tier": (rows) => cells(rows, "wave", "tier", "answers", "promoters", "detractors"),
  "nps/turned": (rows) => column(rows, "account_id").sort(),
  "nps/silent": (rows) => column(rows, "arr"),
  "nps/detractors-renewing": (rows) => ({
    detractor: total(rows, "arr_of_detractors"),
    passive: total(rows, "arr_of_passives"),
    promoter: total(rows, "arr_of_promoters"),
    silent: total(rows, "arr_of_silent"),
  }),
  "nps/before-leaving": (rows) =>
    cells(rows.sort(by("class")), "class", "answers", "answers_before_leaving").sort(),
  "concentration/largest": (rows) => cells(rows, "account_id", "arr", "share"),
  "concentration/largest-terms": (rows) => cells(rows, "account_id", "lines", "last_day"),
  "concentration/by-industry": (rows) => cells(rows, "industry", "share", "herfindahl"),
  "concentration/without-the-largest": (rows) =>
    cells(rows, "customers_of", "customers", "opening_arr", "nrr", "grr"),
};

describe("the worked questions", () => {
  it("are twenty, about churn, payback, NPS and concentration, and lack nothing in the sample", () => {
    expect(worked).toHaveLength(20);
    expect(worked.flatMap(({ missing }) => missing)).toEqual([]);
    expect([...new Set(worked.map(({ group }) => group))]).toEqual([
      "Churn",
      "Payback",
      "NPS",
      "Concentration",
    ]);
  });

  it.each(worked.map(({ address, sql }) => [address, sql]))(
    "answer in the browser's engine: %s",
    async (_address, sql) => {
      expect((await engine.rows(sql)).length).toBeGreaterThan(0);
      expect(sql).toMatch(/^-- Grain: /);
      expect(sql.split("\n").filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it.each(Object.keys(expected))("give what Python counts in the CSVs: %s", async (address) => {
    const question = worked.find((one) => one.address === address);
    const rows = await engine.rows(question?.sql ?? "");
    expect(counted[address]?.(rows)).toEqual(expected[address]);
  });
});

describe("every other question", () => {
  const at = new Map(others.map(({ address, sql }) => [address, sql]));

  it("is a query that a page prints, in its words and at its place", () => {
    const printed = [...pagesOf(site)].flatMap(([path, html]) => {
      const page = path.replace(/index\.html$/, "");
      const isMetric = /^metrics\/(?!definitions)\w+\/$/.test(page);
      return readPage(html).figures.flatMap(({ name, queries }) =>
        queries.map((sql, index): [string, string] => [
          isMetric && name === "how" ? page.slice(0, -1) : queryAddress(page, name, index + 1),
          sql,
        ]),
      );
    });
    expect(printed.length).toBeGreaterThan(500);
    const missing = printed.filter(([address, sql]) => at.get(address) !== sql);
    expect(missing).toEqual([]);
    const known = new Set(printed.map(([address]) => address));
    const rest = [...at.keys()].filter((address) => !known.has(address));
    expect(rest.filter((address) => !address.startsWith("marts/"))).toEqual([]);
  });

  it("has an address and a title of its own", () => {
    expect(at.size).toBe(others.length);
    expect(new Set(questions.map(({ address }) => address)).size).toBe(questions.length);
    expect(questions.filter(({ title, sql, group }) => !title || !sql || !group)).toEqual([]);
  });

  it("gives, for a metric, the value of metrics.json", async () => {
    const file = join(site, "data/metrics.json");
    const { metrics } = JSON.parse(readFileSync(file, "utf8")) as {
      metrics: { id: string; value: number | null }[];
    };
    for (const { id, value } of metrics) {
      const [row] = await engine.rows(at.get(`metrics/${id}`) ?? "");
      const [held = null] = Object.values(row ?? {});
      expect(typeof held === "number" ? held.toPrecision(12) : held, id).toBe(
        value === null ? null : value.toPrecision(12),
      );
    }
  });

  it("is, for a mart, the SQL of the published catalogue, which proof.test.ts runs", async () => {
    const sql = await catalogueSql(engine, ["mart", "staging"]);
    const marts = others.filter(({ address }) => address.startsWith("marts/"));
    expect(marts.length).toBeGreaterThan(30);
    for (const mart of marts) expect(mart.sql, mart.title).toBe(sql.get(mart.title)?.trim());
  });
});

it("in a company of two files says which are missing, and runs all the same", async () => {
  const out = inject("smallSite");
  const small = read(out).questions;
  const missing = Object.fromEntries(
    small.filter((one) => one.missing.length > 0).map((one) => [one.address, one.missing]),
  );
  expect(missing).toMatchObject({
    "churn/renewals-ahead": ["seats", "surveys"],
    "churn/use-before-leaving": ["usage"],
    "payback/spend-and-wins": ["costs"],
    "nps/silent": ["surveys"],
    "metrics/cac": ["costs"],
  });
  for (const address of ["churn/by-tier-and-fit", "concentration/largest", "metrics/arr"]) {
    expect(missing[address], address).toBeUndefined();
  }
  const other = await openEngine(browser, join(out, "data/hourglass.duckdb"), "UTC");
  for (const { sql } of small) await other.rows(sql);
  const largest = small.find(({ address }) => address === "concentration/largest");
  // 24,000 a year of A2 and 13,200 of A1.
  expect(column(await other.rows(largest?.sql ?? ""), "arr")).toEqual([24_000, 13_200]);
  await other.close();
});
