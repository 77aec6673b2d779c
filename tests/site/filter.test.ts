import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { say } from "../../src/text/index.ts";
import { messagesOf, openSample } from "./opened.ts";
import { openEngine } from "./proof/engine.ts";
import { readPage } from "./proof/figures.ts";
import type { Allowed } from "./proof/prove.ts";
import { allowedOn, answersOf, complaintsOn, pagesOf } from "./proof/site.ts";
import { serveSite } from "./server.ts";

const site = inject("site");

const { browser, server } = await openSample();
const engine = await openEngine(browser, join(site, "data/hourglass.duckdb"), "UTC");
let allowed: Allowed;
let page: Page;
let messages: string[];

beforeAll(async () => {
  const known = await allowedOn(pagesOf(site), engine, "en-US");
  // Of a segment each headline metric has a query of its own, which does not name it.
  const rows = Object.values(say.headline).map(({ short, what }) => `${short}: ${what}`);
  const phrases = [
    ...known.phrases,
    /\b(from|to|Only|months) [A-Z][a-z]{2} \d{4}/g,
    /\bmanager \w{4}\b/g,
  ];
  allowed = { ...known, phrases, headings: [...known.headings, ...rows] };
});

afterAll(() => engine.close());

async function openPage(address: string, width = 1440): Promise<void> {
  await page?.close();
  page = await browser.newPage({ viewport: { width, height: 900 } });
  messages = messagesOf(page);
  await page.goto(`${server.origin}/${address}`);
  if (address.includes("?")) await page.locator(".scope").first().waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
}

const cellsIn = (figure: string) =>
  page
    .locator(`#${figure} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map(({ textContent }) => textContent ?? "")),
    );

const figures = () =>
  page.locator("section.figure[id]").evaluateAll((found) => found.map(({ id }) => id));
const lineOf = (id: string) => page.locator(`#${id} .scope`).textContent();

const filtered = [
  "?tier=small",
  "retention/?tier=small",
  "cash-flow/?tier=strategic",
  "nps/?tier=enterprise",
  "nps/?owner=manager 6W63&to=2024-12",
  "nps/?industry=Energy",
  "?industry=Energy",
  "retention/?region=Europe",
  "cash-flow/?channel=partner",
  "nps/?fit=target",
  "retention/?plan=Team&from=2024-01&to=2025-03",
  "?from=2024-06&to=2025-02",
  "nps/?from=2024-01",
  "retention/?from=2024-06&to=2025-02",
  "nps/?tier=small&from=2024-08&to=2024-10",
];

describe("a page that is filtered", () => {
  it.each(filtered)("prints what the SQL that it shows gives: %s", async (address) => {
    await openPage(address);
    const printed = readPage(await page.content());
    const path = `${address.split("?")[0]}index.html`;
    expect(printed.figures.length).toBeGreaterThanOrEqual(3);
    expect(complaintsOn(path, printed, await answersOf(printed, engine), allowed)).toEqual([]);
    expect(messages).toEqual([]);
  });

  it("says on every figure whose numbers it shows, or why it shows none", async () => {
    for (const path of ["", "retention/", "cash-flow/", "nps/"]) {
      await openPage(`${path}?tier=small`);
      for (const id of await figures()) {
        expect(await lineOf(id), `${path}#${id}`).toMatch(/^(Only tier small|Starts from)/);
      }
    }
  });

  it("shows what stands in a section in the order in which it is read", async () => {
    for (const path of ["", "retention/", "cash-flow/", "nps/"]) {
      await openPage(`${path}?tier=small`, 360);
      const torn = await page.locator("main section[id]").evaluateAll((sections) =>
        sections
          .filter((section) => {
            const shown = [...section.children].filter((part) => part.getClientRects().length > 0);
            const tops = shown.map((part) => part.getBoundingClientRect().top);
            return tops.some((top, place) => place > 0 && top < (tops[place - 1] ?? 0));
          })
          .map(({ id }) => id),
      );
      expect(torn, path).toEqual([]);
    }
  });

  it("shows every figure of answers of one segment, from what came with the page", async () => {
    server.sent.clear();
    await openPage("nps/?tier=enterprise");
    const untold = await page
      .locator("section.untold")
      .evaluateAll((found) => found.map(({ id }) => id));
    // A tier is no breakdown of itself.
    expect(untold).toEqual(["by-tier"]);
    expect(await page.locator("#by-tier h2").textContent()).toBe(say.filter.oneGroup);
    expect([...server.sent.keys()].filter((path) => /engine|duckdb/.test(path))).toEqual([]);
  });

  it("counts the scores, terms, groups and comments that plain SQL over the answers counts", async () => {
    await openPage("nps/?tier=enterprise");
    const inTier = "account_id in (select account_id from stg_accounts where tier = 'enterprise')";
    const answers = `(select * from stg_nps_answers where standing = 'counted' and ${inTier})`;
    const newest = `(select max(wave) from ${answers})`;
    const counted = async (figure: string, sql: string, columns: readonly number[]) => {
      const rows = await engine.rows(sql);
      expect(rows.length, figure).toBeGreaterThan(1);
      const table = await cellsIn(figure);
      const shown = table.map((row) => columns.map((place) => row[place]).join(" ")).sort();
      expect(shown.length, figure).toBeGreaterThan(1);
      for (const row of rows) expect(shown, figure).toContain(Object.values(row).join(" "));
    };
    await counted(
      "distribution",
      `select score, count(*) from ${answers} where wave = ${newest} group by score`,
      [0, 1],
    );
    await counted(
      "by-role",
      `select role, count(*) from ${answers} where wave = ${newest} group by role having role <> ''`,
      [1, 2],
    );
    await counted(
      "renewals",
      `select class || 's', count(*), count(*) filter (is_renewed)
       from stg_renewal_classes where ${inTier} group by class`,
      [0, 1, 2],
    );
    await counted(
      "response",
      `select wave_label, count(distinct account_id || person),
         count(distinct account_id || person) filter (standing <> 'blank')
       from stg_nps_answers where ${inTier} group by wave_label having bool_or(standing = 'blank')`,
      [0, 1, 2],
    );
  });

  it("asks in its SQL for the chosen customers, and names them over its tables", async () => {
    await openPage("?owner=manager 6W63");
    const queries = await page.locator("section[id] [data-query]").allTextContents();
    expect(queries.length).toBeGreaterThan(8);
    for (const sql of queries) expect(sql).toContain("segment = 'manager 6W63'");
    const captions = await page.locator("section[id] caption").allTextContents();
    for (const text of captions) expect(text).toContain("Only success manager manager 6W63");
  });

  it("shows everyone again as it was built", async () => {
    await openPage("retention/");
    const before = await page.locator("main").innerHTML();
    await choose("tier", "small");
    expect(await page.locator("main h2").first().textContent()).not.toBe("");
    await page.locator("#churn .scope button").click();
    expect(await page.locator(".scope").count()).toBe(0);
    const title = (html: string) => readPage(`<main>${html}</main>`);
    const after = title(await page.locator("main").innerHTML());
    expect(after.figures).toEqual(title(before).figures);
    expect(new URL(page.url()).search).toBe("");
  });
});

async function choose(dimension: string, segment: string): Promise<void> {
  await page.locator("#filter summary").click();
  await page.locator(`#filter select[name=${dimension}]`).selectOption(segment);
}

describe("the filter bar", () => {
  it("fetches nothing until somebody turns to it", async () => {
    server.sent.clear();
    await openPage("nps/");
    await page.waitForLoadState("networkidle");
    expect([...server.sent.keys()].filter((path) => /panel|segments/.test(path))).toEqual([]);
    const asked = page.waitForRequest(/segments\/nps\.json/);
    await page.locator("#filter summary").focus();
    await asked;
  });

  it("keeps its state in the address, so that back and the other pages have it", async () => {
    await openPage("retention/");
    const title = await page.locator("#churn h2").textContent();
    await choose("tier", "small");
    expect(new URL(page.url()).search).toBe("?tier=small");
    const small = await page.locator("#churn h2").textContent();
    expect(small).not.toBe(title);
    await page.goBack();
    await page.locator(".scope").first().waitFor({ state: "detached" });
    expect(await page.locator("#churn h2").textContent()).toBe(title);
    await page.goForward();
    await page.locator(".scope").first().waitFor();
    expect(await page.locator("#churn h2").textContent()).toBe(small);
    await page.locator("header nav a", { hasText: "NPS" }).click();
    await page.locator(".scope").first().waitFor();
    expect(new URL(page.url()).search).toBe("?tier=small");
    expect(await lineOf("waves")).toMatch(/^Only tier small/);
  });

  it("redraws a page for another segment at once, asking nothing of the host", async () => {
    await openPage("retention/?tier=small");
    await page.locator("#churn .scope").waitFor();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    for (const segment of ["strategic", "enterprise"]) {
      await page.locator("#filter").evaluate((bar) => bar.setAttribute("open", ""));
      await page.locator("#filter select[name=tier]").selectOption(segment);
      expect(await page.locator("#churn .scope").textContent()).toContain(segment);
    }
    expect(asked).toEqual([]);
  });

  it("redraws what is seen first, and what is not seen yet is faint until it follows", async () => {
    await openPage("?tier=small");
    await page.locator("#filter").evaluate((bar) => bar.setAttribute("open", ""));
    const lines = await page.locator("#filter select[name=tier]").evaluate((select) => {
      (select as HTMLSelectElement).value = "strategic";
      select.dispatchEvent(new Event("change", { bubbles: true }));
      const sections = [...document.querySelectorAll("section[id]")];
      return sections.map((section) => ({
        id: section.id,
        line: section.querySelector(".scope")?.textContent ?? "",
        isStale: section.classList.contains("stale"),
        isSeen: section.getBoundingClientRect().top < innerHeight,
      }));
    });
    expect(lines.filter(({ isSeen }) => isSeen).length).toBeGreaterThan(1);
    expect(lines.filter(({ isStale }) => isStale).length).toBeGreaterThan(3);
    for (const { id, line, isStale } of lines) {
      expect(isStale, id).toBe(!line.includes("strategic"));
    }
    for (const { id, isSeen, isStale } of lines.slice(0, 2))
      expect(isSeen && isStale, id).toBe(false);
    await page.locator("main:not([aria-busy])").waitFor();
    expect(await page.locator(".stale").count()).toBe(0);
    for (const { id } of lines) expect(await lineOf(id), id).toContain("strategic");
    const tables = await page.locator("#arr details tbody tr").count();
    expect(tables).toBeGreaterThan(1);
  });

  it("says which segment of an address nobody is in, and shows everyone", async () => {
    await openPage("retention/");
    const title = await page.locator("h1").textContent();
    await page.goto(`${server.origin}/retention/?tier=huge`);
    await page.locator("#filter + [role=status]", { hasText: "huge" }).waitFor();
    expect(await page.locator("h1").textContent()).toBe(title);
  });

  it("fits a phone, and its charts are read there too", async () => {
    await openPage("retention/?tier=small", 360);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const drawing = page.locator("#churn .drawing:visible");
    await drawing.focus();
    await page.keyboard.press("End");
    expect(await drawing.locator(".reading").textContent()).not.toBe("");
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator("#churn .drawing.wide svg").waitFor();
  });

  it("says so where its rows cannot be fetched", async () => {
    await openPage("nps/");
    await page.route(/segments/, (route) => route.abort());
    await page.locator("#filter summary").click();
    await page.getByText(say.filter.failed).waitFor();
  });
});

it("draws numbers of a locale whose spaces do not break", async () => {
  await page?.close();
  const small = await serveSite(inject("smallSite"));
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  messages = [];
  page.on("console", (message) => messages.push(message.text()));
  await page.goto(`${small.origin}/?tier=small`);
  await page.locator("#arr .scope").waitFor();
  await page.locator("main:not([aria-busy])").waitFor();
  const labels = await page.locator("#arr .drawing:visible svg text").allTextContents();
  expect(labels.some((label) => /\d\u00a0€$/.test(label))).toBe(true);
  expect(await page.locator("parsererror").count()).toBe(0);
  expect(messages).toEqual([]);
  await page.close();
  await small.close();
});

it("goes along to the other pages, by the header's links and those in sentences", async () => {
  await openPage("?from=2024-01");
  const searches = () =>
    page
      .locator("header a[href^='/retention/'], main a[href^='/retention/']")
      .evaluateAll((links) =>
        (links as HTMLAnchorElement[]).map((link) => link.search + link.hash),
      );
  expect(await searches()).toEqual(["?from=2024-01", "?from=2024-01#churn"]);
  await page.locator(".scope button").first().click();
  expect(await searches()).toEqual(["", "#churn"]);
});
