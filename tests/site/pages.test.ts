import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { violationsOf } from "./axe.ts";
import { openSample } from "./opened.ts";
import { serveSite } from "./server.ts";

const paths = [
  "",
  "retention/",
  "cash-flow/",
  "nps/",
  "metrics/",
  "metrics/nrr/",
  "metrics/left_before_payback/",
  "metrics/median_lifetime/",
  "metrics/definitions/",
  "data/",
  "data/configuration/",
];
const figuresOf: Record<string, number> = {
  "": 8,
  "retention/": 7,
  "cash-flow/": 7,
  "nps/": 11,
  "metrics/nrr/": 2,
  "data/": 5,
};
/** Those that an executive opens before a meeting. */
const executive: ReadonlySet<string> = new Set(["", "retention/", "cash-flow/", "nps/"]);
const phone = { width: 360, height: 740 };
const laptop = { width: 1440, height: 900 };

const { browser, server } = await openSample();

interface Opened {
  page: Page;
  messages: string[];
  requests: string[];
}

async function open(url: string, viewport: { width: number; height: number }): Promise<Opened> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`error: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  const response = await page.goto(url, { waitUntil: "networkidle" });
  expect(response?.status()).toBe(200);
  return { page, messages, requests };
}

const close = ({ page }: Opened) => page.context().close();

/** Smallest text of the drawings that are shown, in pixels of the screen. */
async function smallestText(page: Page): Promise<number> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<SVGTextElement>(".drawing svg text")];
    const shown = texts.filter((text) => text.getClientRects().length > 0);
    const sizes = shown.map((text) => {
      const svg = text.ownerSVGElement;
      const drawn = svg?.viewBox.baseVal.width || 1;
      const scale = (svg?.getBoundingClientRect().width ?? 0) / drawn;
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
    });
    return Math.min(99, ...sizes);
  });
}

describe.each(paths)("the page /%s", (path) => {
  let onPhone: Opened;
  let onLaptop: Opened;
  let weights: [string, number][];

  beforeAll(async () => {
    server.sent.clear();
    onPhone = await open(`${server.origin}/${path}`, phone);
    weights = [...server.sent];
    onLaptop = await open(`${server.origin}/${path}`, laptop);
  });

  afterAll(async () => {
    await close(onPhone);
    await close(onLaptop);
  });

  it("asks no other host for anything and says nothing on the console", () => {
    for (const { messages, requests } of [onPhone, onLaptop]) {
      expect(messages).toEqual([]);
      expect(requests.filter((url) => !url.startsWith(server.origin))).toEqual([]);
    }
  });

  it("fits a phone and a laptop without sideways scrolling", async () => {
    for (const { page } of [onPhone, onLaptop]) {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    }
  });

  it("shows each chart in one drawing only, with text of 11 px and more", async () => {
    for (const { page } of [onPhone, onLaptop]) {
      expect(await smallestText(page)).toBeGreaterThanOrEqual(10.9);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll(":has(> .drawing)")].map(
          ({ children }) =>
            [...children].filter((own) => own.matches(".drawing") && own.clientHeight > 0).length,
        ),
      );
      expect(shown).toEqual(shown.map(() => 1));
    }
  });

  it("states a finding, its measure and a table in every figure", async () => {
    const figures = await onLaptop.page
      .locator("section.figure[aria-labelledby$='-finding']")
      .all();
    expect(figures.length).toBeGreaterThanOrEqual(figuresOf[path] ?? 1);
    for (const figure of figures) {
      const finding = (await figure.locator("h2").textContent()) ?? "";
      expect(finding).toMatch(/\S.{8,}/);
      expect(finding).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(await figure.locator(".measure").textContent()).not.toBe("");
      for (const picture of await figure.locator("svg[role=img]").all()) {
        expect(await picture.getAttribute("aria-label")).toBe(finding);
      }
      expect(await figure.locator("table tbody tr").count()).toBeGreaterThan(0);
    }
  });

  it("fetches its scripts once it is painted", async () => {
    const times = await onPhone.page.evaluate(() => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      const scripts = performance.getEntriesByType("resource");
      const starts = scripts.filter(({ name }) => name.endsWith(".js")).map((own) => own.startTime);
      return { paint: paint?.startTime ?? Number.NaN, scripts: Math.min(...starts) };
    });
    expect(times.scripts).toBeGreaterThanOrEqual(times.paint);
  });

  it("weighs under 100 kB and carries at most 15 kB of script", () => {
    const sum = (files: [string, number][]) => files.reduce((total, [, bytes]) => total + bytes, 0);
    expect(sum(weights)).toBeGreaterThan(1_000);
    expect(sum(weights)).toBeLessThan(100_000);
    expect(sum(weights.filter(([file]) => file.endsWith(".js")))).toBeLessThanOrEqual(15_000);
  });

  it("carries at most 44 kB of markup where an executive waits for it", () => {
    const [, html = Number.NaN] = weights.find(([file]) => file === `/${path}`) ?? [];
    expect(html).toBeLessThan(executive.has(path) ? 44_000 : 100_000);
  });

  it("carries a strict policy and nothing that would break it", () => {
    const html = readFileSync(`${inject("site")}/${path}index.html`, "utf8");
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect(html).not.toMatch(/\sstyle="|\son\w+="/);
  });

  it("has no accessibility violation, tables open, in light and dark", async () => {
    for (const { page } of [onPhone, onLaptop]) {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await violationsOf(page)).toEqual([]);
      }
    }
  });
});

describe("the site under a sub-path", () => {
  it("finds every page, style and picture, and links only within itself", async () => {
    const base = "/board/metrics/";
    const under = await serveSite(inject("subPathSite"), base);
    const home = `${under.origin}${base}`;
    const isOwn = (request: string) =>
      [home, `blob:${under.origin}/`].some((start) => request.startsWith(start));
    const linksOf = async (url: string): Promise<string[]> => {
      const opened = await open(url, laptop);
      expect(opened.messages).toEqual([]);
      expect(opened.requests.filter((request) => !isOwn(request))).toEqual([]);
      const links = await opened.page
        .locator("a[href]:not([download], .sql-file)")
        .evaluateAll((anchors) =>
          anchors.map((anchor) => (anchor as HTMLAnchorElement).href.split("#")[0] ?? ""),
        );
      await close(opened);
      return links;
    };
    const seen = new Set([home]);
    const waiting = [home];
    while (waiting.length > 0) {
      // Each takes half a second at the least, which its network must be idle.
      const found = await Promise.all(waiting.splice(0, 6).map(linksOf));
      for (const link of found.flat()) {
        if (!seen.has(link)) waiting.push(link);
        seen.add(link);
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(paths.length);
    await under.close();
  }, 180_000);
});
