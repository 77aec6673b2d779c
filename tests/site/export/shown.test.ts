import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../browser.ts";
import { type SiteServer, serveSite } from "../server.ts";
import { copyFigure, type ExportPage, openExports, saveFigure, toldOf } from "./page.ts";
import { decodePng, mostAlike } from "./png.ts";

/** Share of pixels in which two drawings of one chart differ by the edges of their signs. */
const alike = 0.01;

let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(inject("site"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const open = (path: string, options = {}) =>
  openExports(browser, `${server.origin}/${path}`, options);

const printedRows = ({ page }: ExportPage, figure: string) =>
  page
    .locator(`#${figure} tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

const tableOf = (text: string) =>
  (text.split("\n\n")[1] ?? "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

describe("a figure under a filter", () => {
  it("is copied with its own numbers, picture and title, and says the filter", async () => {
    const opened = await open("retention/?tier=small", { deviceScaleFactor: 2 });
    const { page } = opened;
    await page.locator("#churn .scope").waitFor();
    const { png, text } = await copyFigure(page, "churn");
    expect(text).toContain("data as of Sep 30, 2025, Only tier small\n");
    expect(text.split("\n")[0]).toBe(await page.locator("#churn h2").textContent());
    const rows = await printedRows(opened, "churn");
    expect(tableOf(text)[1]?.slice(0, 5)).toEqual(rows[0]?.slice(0, 5));
    expect(rows[0]?.[0]).toBe("small");
    const drawn = await page.locator("#churn .drawing.wide svg").screenshot();
    expect(mostAlike(decodePng(drawn), decodePng(png), 48).differing).toBeLessThan(alike);
    const { name } = await saveFigure(page, "churn", "csv");
    expect(name).toBe("tidewater-churn-2025-09-30-only-tier-small.csv");
    expect(opened.messages).toEqual([]);
    await opened.close();
  });

  it("is drawn for a slide on a phone too, where the page has not drawn that yet", async () => {
    const opened = await open("?tier=small", { viewport: { width: 360, height: 740 } });
    const { page } = opened;
    await page.locator("#arr .scope").waitFor();
    expect(await page.locator("#arr .drawing.wide svg").count()).toBe(0);
    const { png, text } = await copyFigure(page, "arr");
    expect(decodePng(png).width).toBe(2 * (720 + 48));
    expect(text).toContain("Only tier small");
    await copyFigure(page, "north-star");
    await copyFigure(page, "scorecard");
    await opened.close();
  });

  it("is the whole company's again once the filter is gone", async () => {
    const opened = await open("?tier=small");
    await opened.page.locator("#arr .scope button").click();
    await opened.page.locator("#arr .scope").waitFor({ state: "detached" });
    expect((await copyFigure(opened.page, "arr")).text).toContain(", whole company\n");
    await opened.close();
  });
});

describe("the page of a metric", () => {
  it("has its past copied and drawn for a slide as figures are, and its segments as one table", async () => {
    const opened = await open("metrics/nrr/", { deviceScaleFactor: 2 });
    const { page } = opened;
    const { png, text } = await copyFigure(page, "history");
    expect(text.split("\n")[0]).toBe(await page.locator("#history h2").textContent());
    expect(text).toContain("\nNet revenue retention: MRR of the accounts");
    expect(tableOf(text)).toHaveLength(1 + (await printedRows(opened, "history")).length);
    const drawn = await page.locator("#history .drawing.wide svg").screenshot();
    expect(mostAlike(decodePng(drawn), decodePng(png), 48).differing).toBeLessThan(alike);
    const slide = await saveFigure(page, "history", "square");
    expect(slide.name).toBe("tidewater-nrr-history-2025-09-30.square.png");
    expect(decodePng(slide.bytes).width).toBe(1440);
    const segments = tableOf((await copyFigure(page, "segments")).text);
    expect(segments[0]).toEqual(["Dimension", "Segment", "Value"]);
    expect(segments).toHaveLength(1 + (await printedRows(opened, "segments")).length);
    expect(opened.messages).toEqual([]);
    await opened.close();
  });
});

describe("the summary", () => {
  it("is copied as its sentences, those of a filter too", async () => {
    for (const path of ["", "?tier=small"]) {
      const opened = await open(path);
      const { page } = opened;
      if (path !== "") await page.locator("#summary .scope").waitFor();
      const sentences = await page.locator("#summary .sentences li").allTextContents();
      const { text } = await copyFigure(page, "summary");
      const table = tableOf(text);
      expect(table.map(([sentence]) => sentence)).toEqual([
        "Sentence",
        ...sentences.map((own) => own.trim().replaceAll(/\s+/g, " ")),
      ]);
      expect(table[1]).toContain("Overview: growth of ARR");
      expect(text).toContain(path === "" ? ", whole company\n" : ", Only tier small\n");
      await opened.close();
    }
  });
});

describe("a what-if", () => {
  it("of today is copied as the model that it is", async () => {
    const opened = await open("cash-flow/");
    const { text } = await copyFigure(opened.page, "what-if");
    expect(text).toContain("What if: modelled");
    expect(text).toMatch(/, whole company\n\nScenario\t/);
    await opened.close();
  });

  it("of a scenario says its name, what it supposes, and that it is one", async () => {
    const book = encodeURIComponent("6000_500_1_0_2_0_0_the book");
    const opened = await open(`cash-flow/?draft=${book}`);
    const { page } = opened;
    await page.locator("#what-if").getByText("takes $66K to fund").waitFor();
    const { text } = await copyFigure(page, "what-if");
    expect(text.split("\n")[0]).toMatch(/^Scenario the book: Growth as set takes \$66K to fund/);
    expect(text).toContain("whole company, scenario the book\n");
    expect(text).toContain("the book: Acquisition cost of a customer 6,000; Price:");
    // Of a thousandth: the page prints three digits.
    expect(tableOf(text).at(-1)).toEqual(["the book", "13", "11", "66000.00", "23"]);
    expect(opened.messages).toEqual([]);
    await opened.close();
  });
});

describe("where the clipboard is refused", () => {
  it("the picture is downloaded, and the page says so", async () => {
    const opened = await open("", { permissions: [] });
    const { page } = opened;
    await page.addInitScript(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await page.reload();
    const started = page.waitForEvent("download");
    await page.locator("#arr [data-take=copy]").click();
    expect((await started).suggestedFilename()).toBe("tidewater-arr-2025-09-30.png");
    const told = toldOf(page, "arr").filter({ hasText: "instead" });
    expect(await told.textContent()).toBe(
      "Downloaded tidewater-arr-2025-09-30.png instead: the browser did not give this page its clipboard.",
    );
    expect(await told.getAttribute("role")).toBe("status");
    await opened.close();
  });

  it("it is too where the browser has none, for a table as well", async () => {
    const opened = await open("");
    const { page } = opened;
    await page.addInitScript(() => {
      Reflect.deleteProperty(globalThis, "ClipboardItem");
    });
    await page.reload();
    expect((await saveFigure(page, "arr", "cells")).name).toBe("tidewater-arr-2025-09-30.csv");
    await toldOf(page, "arr").filter({ hasText: "puts no pictures on the clipboard" }).waitFor();
    await opened.close();
  });

  it("what cannot be fetched is said, and tried again", async () => {
    const opened = await open("");
    const { page } = opened;
    await page.route("**/data/figures/*", (route) => route.abort());
    await page.locator("#arr [data-take=copy]").click();
    await toldOf(page, "arr").filter({ hasText: "could not be fetched" }).waitFor();
    await page.unroute("**/data/figures/*");
    await copyFigure(page, "arr");
    await opened.close();
  });
});

it("works under a sub-path", async () => {
  const base = "/board/metrics/";
  const under = await serveSite(inject("subPathSite"), base);
  const opened = await openExports(browser, `${under.origin}${base}nps/`);
  expect((await copyFigure(opened.page, "waves")).text).toContain("whole company");
  expect(opened.messages).toEqual([]);
  await opened.close();
  await under.close();
});
