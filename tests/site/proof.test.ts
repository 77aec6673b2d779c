import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Drawings } from "../../src/figures/index.ts";
import { root, runScript } from "./build.ts";
import { makeFolder } from "./company.ts";
import { openBrowser } from "./opened.ts";
import { cells, digitsIn, sentences, withOtherDigit } from "./proof/digits.ts";
import { type BrowserEngine, openEngine } from "./proof/engine.ts";
import { readMetrics, readPage, readPairs, readQuery } from "./proof/figures.ts";
import { htmlOf, lateFigures } from "./proof/late.ts";
import { isPrintedAs } from "./proof/printed.ts";
import type { Allowed } from "./proof/prove.ts";
import {
  allowedOn,
  answersOf,
  catalogueSql,
  complaintsOn,
  differingMarts,
  pagesOf,
} from "./proof/site.ts";

/** Building, or proving a page many times over, beside other tests. */
const patient = 240_000;

const ofNumbers = ["index.html", "retention/index.html", "cash-flow/index.html", "nps/index.html"];

const browser = await openBrowser();

const open = (site: string, zone: string) =>
  openEngine(browser, join(site, "data/hourglass.duckdb"), zone);

/** What all pages of a site print that their SQL, run in the browser's engine, does not say. */
async function complaintsIn(site: string, engine: BrowserEngine, locale: string) {
  const pages = pagesOf(site);
  const allowed = await allowedOn(pages, engine, locale);
  const complaints: string[] = [];
  let figures = 0;
  for (const [path, html] of pages) {
    const page = readPage(html);
    const found = complaintsOn(path, page, await answersOf(page, engine), allowed);
    complaints.push(...found.map((complaint) => `${path} ${complaint}`));
    figures += page.figures.length;
  }
  expect(figures).toBeGreaterThan(15);
  return complaints;
}

describe("the sample company's site", () => {
  const site = inject("site");
  const pages = pagesOf(site);
  let engine: BrowserEngine;
  let allowed: Allowed;

  beforeAll(async () => {
    engine = await open(site, "America/Los_Angeles");
    allowed = await allowedOn(pages, engine, "en-US");
  });

  afterAll(() => engine?.close());

  it.each([...pages.keys()])("prints what the SQL that it shows gives: %s", async (path) => {
    const page = readPage(pages.get(path) ?? "");
    expect(complaintsOn(path, page, await answersOf(page, engine), allowed)).toEqual([]);
  });

  it.each([
    ["retention", 4, "2022 Q3 · 13 months"],
    ["cash", 2, "months since start"],
  ] as const)("draws later what the SQL gives that it shows: %s", async (name, least, read) => {
    const page = readPage(htmlOf(lateFigures(site, name)));
    expect(page.figures.length).toBeGreaterThanOrEqual(least);
    const drawings = page.figures.flatMap((figure) => figure.drawings);
    expect(drawings.length).toBeGreaterThanOrEqual(4 * least);
    expect(drawings.flatMap(({ readings }) => readings.flat()).join("\n")).toContain(read);
    const answers = await answersOf(page, engine);
    expect(complaintsOn(name, page, answers, allowed)).toEqual([]);
    const other = lateFigures(site, name).map((figure) => ({
      ...figure,
      drawing: withOtherReadings(figure.choice?.others[0]?.drawing),
    }));
    expect(complaintsOn(name, readPage(htmlOf(other)), answers, allowed).join()).toContain(
      "read at",
    );
  });

  it.each(ofNumbers)("shows SQL in every section: %s", (path) => {
    const page = readPage(pages.get(path) ?? "");
    expect(page.others).toEqual([]);
    expect(page.figures.length).toBeGreaterThanOrEqual(4);
  });

  it("lists every metric with the value that the SQL of its own page gives", async () => {
    const listed = readMetrics(pages.get("metrics/index.html") ?? "");
    expect(listed.length).toBeGreaterThan(50);
    for (const { id, title, value, period, proof } of listed) {
      const page = pages.get(`metrics/${id}/index.html`) ?? "";
      expect(proof).toBe(`/metrics/${id}/#how`);
      const [row] = await engine.rows(readQuery(page, "how"));
      const [held = null] = Object.values(row ?? {});
      const [printed, ...others] = allowed.reader.numbersOf(value);
      const [heading] = readPage(page).lead;
      if (typeof held !== "number") {
        expect([value, printed]).toEqual([
          expect.stringMatching(/^not (known|reached)$/),
          undefined,
        ]);
        continue;
      }
      expect(others, id).toEqual([]);
      expect(printed && isPrintedAs(printed, held), `${id}: ${value} for ${held}`).toBe(true);
      expect(heading).toBe(`${title}: ${value}, ${period}`);
    }
  });

  it("counts in every heading of two rules the accounts that its SQL finds", async () => {
    const html = pages.get("metrics/definitions/index.html") ?? "";
    const pairs = readPairs(html).filter(({ name }) => !name.includes("no account differs"));
    const page = readPage(html).figures.find(({ name }) => name === "accounts");
    const queries = page?.queries ?? [];
    expect(pairs.length).toBeGreaterThan(3);
    expect(queries).toHaveLength(pairs.length);
    for (const [index, { name, stated, rows }] of pairs.entries()) {
      const sql = queries[index] ?? "";
      const [, one = "", other = ""] = /^(\w+) and (\w+):/.exec(name) ?? [];
      expect(sql).toMatch(new RegExp(`rules = '[^']*${one}[^']*'[^]*${other}`, "i"));
      const found = await engine.rows(sql);
      const all = Number(found[0]?.accounts_in_all);
      expect(rows, name).toBe(found.length);
      const numbers = stated.map((text) =>
        allowed.reader.numbersOf(text).map(({ value }) => value),
      );
      const [heading, ...lines] = numbers;
      expect(heading, name).toEqual([all]);
      for (const line of lines) expect(line, name).toEqual([rows, all]);
      expect(lines.length, name).toBe(rows < all ? 2 : 0);
    }
  });

  it.each([
    ["what a pointer reads", /(\t\$)(\d)/g, "read at"],
    ["a label", /(dy="0.35em"[^>]*>\$)(\d)/g, "label"],
    ["an axis out of reach", /(y="0.32em">\$)(\d)/g, "axis"],
  ])("would not pass with other numbers in a picture: %s", async (_what, digits, complaint) => {
    const path = "metrics/arr/index.html";
    const html = pages.get(path) ?? "";
    const answers = await answersOf(readPage(html), engine);
    const other = html.replaceAll(digits, (_whole, before: string, digit: string) =>
      complaint === "axis" ? `${before}9${digit}` : `${before}${(Number(digit) + 1) % 10}`,
    );
    expect(complaintsOn(path, readPage(other), answers, allowed).join()).toContain(complaint);
  });

  it("may print no number on a page without SQL, unless the page is named with its reason", () => {
    const page = readPage("<main><h1>ARR is $12.8M</h1></main>");
    expect(complaintsOn("new/index.html", page, new Map(), allowed)).toEqual([
      "shows numbers and no SQL",
    ]);
    const silent = readPage("<main><h1>Nothing here</h1></main>");
    expect(complaintsOn("new/index.html", silent, new Map(), allowed)).toEqual([]);
  });

  it(
    "would not pass with another digit in a table, nor in most sentences",
    async () => {
      const said = { digits: 0, caught: 0 };
      for (const path of ofNumbers) {
        const html = pages.get(path) ?? "";
        const answers = await answersOf(readPage(html), engine);
        const isCaught = (at: number) =>
          complaintsOn(path, readPage(withOtherDigit(html, at)), answers, allowed).length > 0;
        const missed = digitsIn(html, cells).filter((at) => !isCaught(at));
        expect(missed.map((at) => html.slice(at - 30, at + 20))).toEqual([]);
        const digits = digitsIn(html, sentences);
        said.digits += digits.length;
        said.caught += digits.filter(isCaught).length;
      }
      // By chance a sentence may name another number of its SQL: a month, or few customers.
      expect(said.caught / said.digits).toBeGreaterThan(0.75);
    },
    patient,
  );

  it("has the SQL of every mart that it reads, which gives the published rows", async () => {
    const read = [...pages.values()].map((html) => readPage(html));
    const printed = read.flatMap(({ marts }) => [...marts]);
    const linked = read.flatMap(({ sqlFiles }) =>
      [...sqlFiles].map(([mart, path]) => [mart, readFileSync(join(site, path), "utf8")] as const),
    );
    const catalogue = await catalogueSql(engine, ["mart", "staging"]);
    expect(new Set(printed.map(([mart]) => mart)).size).toBeGreaterThan(15);
    expect(new Set(linked.map(([mart]) => mart)).size).toBeGreaterThan(20);
    for (const [mart, sql] of [...printed, ...linked]) expect(sql, mart).toBe(catalogue.get(mart));
    expect(await differingMarts(engine)).toEqual([]);
  });

  it("asks no other host for anything, in a zone east of Greenwich too", async () => {
    const east = await open(site, "Asia/Tokyo");
    expect(await complaintsIn(site, east, "en-US")).toEqual([]);
    expect([...engine.foreign, ...east.foreign]).toEqual([]);
    await east.close();
  });
});

describe("the site of a company whose files are wrong in many rows", () => {
  it(
    "prints what its SQL gives over the rows that are left, in another locale and with comments",
    async () => {
      const folder = makeFolder();
      for (const name of ["accounts", "contracts", "costs", "fx", "goals", "surveys"]) {
        cpSync(join(root, `data/${name}.csv`), join(folder, `${name}.csv`));
      }
      spoil(join(folder, "contracts.csv"), 53, (line) =>
        line.replace(/\d{4}-\d\d-\d\d/, "2024-13-01"),
      );
      spoil(join(folder, "accounts.csv"), 41, (line) => line.replace(/^[^,]*/, "NOBODY"));
      spoil(join(folder, "surveys.csv"), 37, (line) => line.replaceAll(/,\d+,/g, ",99,"));
      const config = join(folder, "dashboard.config.ts");
      writeFileSync(
        config,
        `import { defineDashboard } from "hourglass";
export default defineDashboard({
  company: { name: "Messy", currency: "USD", locale: "de-DE" },
  as_of: "2025-08-20", on_error: "quarantine", max_bad_share: 0.5, segments: { main: "industry" },
  nps: { themes: { price: ["price", "expensive"], speed: ["slow", "faster"] } },
  publish: { private_columns: ["surveys.comment"] },
  datasets: {
    accounts: "accounts.csv", contracts: "contracts.csv", costs: "costs.csv",
    fx: "fx.csv", goals: "goals.csv", surveys: "surveys.csv",
  },
});
`,
      );
      const site = join(folder, "site");
      const { code, output } = runScript("build", ["--config", config, "--out", site]);
      expect(code, output).toBe(0);
      expect(readPage(readFileSync(join(site, "data/index.html"), "utf8")).lead[0]).toContain(
        "set aside",
      );
      const engine = await open(site, "Asia/Tokyo");
      expect(await complaintsIn(site, engine, "de-DE")).toEqual([]);
      expect(await differingMarts(engine)).toEqual([]);
      expect(engine.foreign).toEqual([]);
      await engine.close();
    },
    patient,
  );
});

/** The same drawing, of which a pointer reads other numbers. */
const withOtherReadings = (drawings: Drawings | undefined): Drawings | undefined =>
  drawings &&
  ((size) => {
    const drawn = drawings(size);
    const lines = (texts: readonly string[]) =>
      texts.map((text, place) => (place === 0 ? text : text.replaceAll("1", "7")));
    return {
      ...drawn,
      readings: drawn.readings.map((own) => ({ ...own, lines: lines(own.lines) })),
    };
  });

function spoil(path: string, every: number, change: (line: string) => string): void {
  const lines = readFileSync(path, "utf8").split("\n");
  writeFileSync(
    path,
    lines.map((line, index) => (index > 0 && index % every === 0 ? change(line) : line)).join("\n"),
  );
}
