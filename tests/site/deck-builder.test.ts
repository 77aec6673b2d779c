import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { AxeResults } from "axe-core";
import { parseHTML } from "linkedom";
import type { Browser, BrowserContext, Page } from "playwright-core";
import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  inject,
  it,
  onTestFinished,
} from "vitest";
import { chartsOf, isXml, openPackage, type Package, partOf } from "../deck/open.ts";
import { all } from "../deck/xml.ts";
import { launchBrowser } from "./browser.ts";
import { messagesOf } from "./opened.ts";
import { type SiteServer, serveSite } from "./server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let site: SiteServer;
let context: BrowserContext;
let page: Page;
let messages: string[];

const base = "/board/metrics/";

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveSite(inject("subPathSite"), base);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  onTestFinished(() => context.close());
  page = await context.newPage();
  messages = messagesOf(page);
});

const open = (path: string) => page.goto(`${site.origin}${base}${path}`);
const titles = () => page.locator("[data-deck=slides] h2").allTextContents();

async function add(path: string, figure: string) {
  await open(path);
  const told = page.locator(`#${figure} .actions > .told`);
  if (path.includes("?"))
    await page.locator(`#${figure}`).getByText("Only tier small").first().waitFor();
  await page.locator(`#${figure} [data-take=deck]`).click();
  await told.filter({ hasText: "Added" }).waitFor();
}

async function takeFile(): Promise<Package> {
  const started = page.waitForEvent("download");
  await page.locator("[data-deck=file]").click();
  const download = await started;
  expect(download.suggestedFilename()).toBe("deck.pptx");
  return openPackage(await buffer(await download.createReadStream()));
}

const titlesOf = (deck: Package): string[] =>
  [...deck.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => all(partOf(deck, name), "a:t")[0]?.text ?? "");

describe("a reader's own deck", () => {
  it("is empty at first, and leads to the pages and to the deck of the build", async () => {
    await open("deck/");
    await page.getByText("Nothing is in it yet").waitFor();
    expect(await page.locator("[data-deck=file]").isDisabled()).toBe(true);
    const links = page.locator("[data-deck=empty] a");
    expect(
      await links.evaluateAll((found) =>
        found.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      ),
    ).toEqual([
      base,
      `${base}retention/`,
      `${base}cash-flow/`,
      `${base}nps/`,
      `${base}board-deck.pptx`,
    ]);
    expect(messages).toEqual([]);
  });

  it("takes figures from pages, under their filter, and becomes a file with the very same charts", async () => {
    await add("nps/", "waves");
    await add("retention/?tier=small", "churn");
    await page.getByRole("link", { name: "Open your deck" }).click();
    await page.locator("[data-deck=slides] li").nth(1).waitFor();
    const [waves = "", churn = ""] = await titles();
    expect(waves).toMatch(/points on/);
    expect(churn).toMatch(/of customers leave/);

    // By keyboard: the second slide goes up, and keeps the focus.
    await page.locator("[data-act=up]").nth(1).focus();
    await page.keyboard.press("Enter");
    expect(await titles()).toEqual([churn, waves]);
    expect(await page.locator(":focus").evaluate((own) => own.closest("li")?.dataset.key)).toBe(
      "2",
    );
    await page.getByText("Slide 1 of 2 now.").waitFor();

    await page.locator("main details:not(.filter) > summary").first().click();
    await page.getByLabel("Title", { exact: true }).first().fill("Small customers <leave> & go");
    await page.getByLabel("Commentary").first().fill("**Why**\n\n- price");
    await page.getByLabel("Notes").first().fill("Say it slowly.");
    await page.getByLabel("Title of the deck").fill("My meeting");
    await page.reload();
    await page.locator("[data-deck=slides] li").nth(1).waitFor();
    expect(await titles()).toEqual(["Small customers <leave> & go", waves]);

    const deck = await takeFile();
    for (const name of [...deck.keys()].filter(isXml))
      expect(() => partOf(deck, name)).not.toThrow();
    expect(titlesOf(deck)).toEqual([
      "My meeting",
      "Small customers <leave> & go",
      waves,
      "What the numbers mean",
    ]);
    const text = all(partOf(deck, "ppt/slides/slide2.xml"), "a:t").map((run) => run.text);
    expect(text).toContain("Why");
    expect(text.join(" ")).toContain("Only tier small");
    const notes = all(partOf(deck, "ppt/notesSlides/notesSlide2.xml"), "a:t");
    expect(notes[0]?.text).toBe("Say it slowly.");
    expect(notes.map((run) => run.text).join("\n")).toContain("segment = 'small'");

    // The company's waves are those of the build's deck, chart and sheet.
    const built = await fetch(`${site.origin}${base}board-deck.pptx`);
    const charts = await chartsOf(await openPackage(Buffer.from(await built.arrayBuffer())));
    const own = await chartsOf(deck);
    const named = [...own.keys()].find((name) => name.startsWith("Net promoter score")) ?? "";
    expect(own.get(named)).toEqual(charts.get(named));
    expect(own.size).toBe(2);
    expect(messages).toEqual([]);
  });

  it("takes the past of a metric as a chart with its target and events, and the summary as its sentences", async () => {
    await add("metrics/nrr/", "history");
    await add("metrics/nrr/", "segments");
    await add("metrics/differing_dimensions/", "tests");
    await add("metrics/definitions/", "by-rule");
    await add("", "summary");
    const sentences = await page.locator("#summary li").allTextContents();
    await add("?tier=small", "summary");
    await open("deck/");
    await page.locator("[data-deck=slides] li").nth(5).waitFor();
    expect((await titles())[0]).toMatch(/^NRR: between \d.*% and \d.*% since /);
    const links = page.locator("[data-deck=slides] li a", { hasText: "Its page" });
    const paths = await links.evaluateAll((all) =>
      all.map((link) => (link as HTMLAnchorElement).href.replace(/^.*\/board\/metrics\//, "")),
    );
    expect(paths).toEqual([
      "metrics/nrr/#history",
      "metrics/nrr/#segments",
      "metrics/differing_dimensions/#tests",
      "metrics/definitions/#by-rule",
      "#summary",
      "?tier=small#summary",
    ]);

    const deck = await takeFile();
    // The numbers of the chart are those that the site publishes, and so are target and events.
    const published = await (
      await fetch(`${site.origin}${base}data/figures/metrics/nrr.json`)
    ).json();
    const { points, events, target } = published.past;
    const [chart] = (await chartsOf(deck)).values();
    expect(chart?.series.get("NRR")).toEqual(points.map(({ value }: { value: number }) => value));
    expect(target).toBe(1.05);
    expect(new Set(chart?.series.get("target 105%"))).toEqual(new Set([1.05]));
    for (const { label } of events) expect([...(chart?.series.keys() ?? [])]).toContain(label);
    expect(events.length).toBe(3);
    const notes = all(partOf(deck, "ppt/notesSlides/notesSlide2.xml"), "a:t").map(
      (run) => run.text,
    );
    const spoken = notes.join("\n");
    expect(spoken).toContain("Net revenue retention: ");
    expect(spoken).toMatch(/\nSQL:\n/);
    expect(spoken).toContain("net_revenue_retention");
    expect(spoken).toContain("List price raised");

    const wordsOn = (slide: number) =>
      all(partOf(deck, `ppt/slides/slide${slide}.xml`), "a:t").map((run) => run.text);
    const slides = [...deck.keys()].filter((name) => /slides\/slide\d+\.xml$/.test(name)).length;
    const [everyone = "", small = ""] = Array.from({ length: slides }, (_, at) => wordsOn(at + 1))
      .filter(([title]) => title === "In short")
      .map((words) => words.join("\n"));
    for (const sentence of sentences) expect(everyone).toContain(sentence.trim());
    expect(everyone).toContain("(Retention: churn curve)");
    expect(small).toContain("Only tier small");
    expect(messages).toEqual([]);
  });

  it("can be given every figure of numbers of the site; what has no such button is no figure", async () => {
    const without: Record<string, string[]> = {};
    const sections = new Map<string, number>();
    for (const file of readdirSync(inject("subPathSite"), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith("index.html")) continue;
      const html = readFileSync(join(inject("subPathSite"), file), "utf8");
      const { document } = parseHTML(html);
      const path = file
        .replace(/index\.html$/, "")
        .replace(/^metrics\/(?!definitions)\w+\//, "metrics/*/");
      for (const section of document.querySelectorAll("section[id]")) {
        if (!section.querySelector("table, .drawing svg")) continue;
        const takes = [...section.querySelectorAll("[data-take]")].map((one) =>
          one.getAttribute("data-take"),
        );
        if (takes.includes("copy")) expect(takes).toEqual(["copy", "more", "deck"]);
        if (takes.includes("deck")) sections.set(path, 1 + (sections.get(path) ?? 0));
        else without[path] = [...new Set([...(without[path] ?? []), section.id])];
      }
    }
    expect([...sections.keys()].sort()).toEqual([
      "",
      "cash-flow/",
      "metrics/*/",
      "metrics/definitions/",
      "nps/",
      "retention/",
    ]);
    expect(sections.get("metrics/*/")).toBeGreaterThan(64);
    // Lists of files, fields, settings, tables and accounts; the page of the deck says so.
    expect(Object.keys(without).sort()).toEqual([
      "data/",
      "data/configuration/",
      "metrics/",
      "metrics/*/",
      "metrics/definitions/",
    ]);
    expect(without["metrics/"]).toEqual(["beside", "machine-readable"]);
    expect(without["metrics/*/"]?.sort()).toEqual(["lineage", "vendors"]);
    expect(without["metrics/definitions/"]?.sort()).toEqual(["accounts", "choices"]);
    await open("deck/");
    await page.getByText("lists of files, fields, settings and accounts are no figures").waitFor();
  });

  it("is put in order by dragging, and left as it was by Escape", async () => {
    await add("", "arr");
    await add("", "quarters");
    await add("", "arr-bridge");
    await open("deck/");
    await page.locator("[data-deck=slides] li").nth(2).waitFor();
    const [first = "", second = "", third = ""] = await titles();
    const grip = page.locator("[data-deck=slides] .grip");
    const drag = async (from: number, onto: number, end: () => Promise<unknown>) => {
      await grip.nth(from).scrollIntoViewIfNeeded();
      const start = await grip.nth(from).boundingBox();
      const goal = await page.locator("[data-deck=slides] li").nth(onto).boundingBox();
      await page.mouse.move((start?.x ?? 0) + 20, (start?.y ?? 0) + 20);
      await page.mouse.down();
      await page.mouse.move((start?.x ?? 0) + 20, (goal?.y ?? 0) + 10, { steps: 6 });
      await end();
    };
    await page.setViewportSize({ width: 800, height: 1400 });
    await drag(2, 0, () => page.mouse.up());
    await page.getByText("Slide 1 of 3 now.").waitFor();
    expect(await titles()).toEqual([third, first, second]);
    await drag(1, 0, async () => {
      await page.keyboard.press("Escape");
      await page.mouse.up();
    });
    expect(await titles()).toEqual([third, first, second]);
    await page.reload();
    await page.locator("[data-deck=slides] li").nth(2).waitFor();
    expect(await titles()).toEqual([third, first, second]);
    expect(messages).toEqual([]);
  });

  it("takes a scenario as a chart with a curve for each, and its cash to fund", async () => {
    const book = "6000_500_1_0_2_0_0_the book";
    await open(`cash-flow/?draft=${encodeURIComponent(book)}`);
    await page.locator("#what-if").getByText("takes $66K to fund").waitFor();
    await page.locator("#what-if [data-take=deck]").click();
    await page.locator("#what-if .actions > .told").filter({ hasText: "Added" }).waitFor();
    await open("deck/");
    const deck = await takeFile();
    const [chart] = (await chartsOf(deck)).values();
    expect([...(chart?.series.keys() ?? [])]).toEqual(["today", "the book"]);
    // 2 customers won for 6,000 each pay 500 from the first month on.
    expect(chart?.series.get("the book")?.slice(0, 2)).toEqual([-11_000, -21_000]);
    expect(Math.min(...(chart?.series.get("the book") ?? []).map(Number))).toBe(-66_000);
    const labels = all(partOf(deck, "ppt/charts/chart1.xml"), "a:t").map(({ text }) => text);
    expect(labels).toContain("$66K to fund");
    expect(messages).toEqual([]);
  });

  it("loses a slide, or all of them once its reader is sure", async () => {
    await add("", "arr");
    await add("", "scorecard");
    await open("deck/");
    await page.locator("[data-act=remove]").first().click();
    expect(await titles()).toHaveLength(1);
    page.once("dialog", (dialog) => dialog.accept());
    await page.locator("[data-deck=clear]").click();
    await page.getByText("Nothing is in it yet").waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  it("has buttons that a thumb finds, and fits a phone with all its fields open", async () => {
    await add("", "arr-bridge");
    await open("deck/");
    await page.locator("main details:not(.filter) > summary").first().click();
    const sizes = await page
      .locator(".deck button, .deck input, .deck textarea")
      .evaluateAll((found) => found.map((own) => own.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const [needed = 0, given = 0] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(needed).toBeLessThanOrEqual(given);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
      return (await run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(violations).toEqual([]);
  });

  it("asks no other host for anything, under a policy without inline scripts", async () => {
    const hosts = new Set<string>();
    page.on("request", (request) => hosts.add(new URL(request.url()).origin));
    await add("", "arr");
    await open("deck/");
    await takeFile();
    expect([...hosts]).toEqual([site.origin]);
    const policy = await page
      .locator("meta[http-equiv=content-security-policy]")
      .getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe-inline");
    expect(messages).toEqual([]);
  });

  it("says of a slide of other files that it is older than the site", async () => {
    await add("", "arr");
    await page.evaluate(() => {
      for (const [name, text] of Object.entries(localStorage)) {
        localStorage.setItem(name, text.replace(/"inputHash":"\w+"/, '"inputHash":"before"'));
      }
    });
    await open("deck/");
    await page.getByText("Its numbers are of other files").waitFor();
    const slide = partOf(await takeFile(), "ppt/slides/slide2.xml");
    expect(all(slide, "a:t").at(-2)?.text).toMatch(/, input before$/);
  });
});
