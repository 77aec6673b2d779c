import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { say } from "../../src/text/index.ts";
import { violationsOf } from "./axe.ts";
import { messagesOf, openSample } from "./opened.ts";
import { openEngine } from "./proof/engine.ts";
import { readPage } from "./proof/figures.ts";
import type { Allowed } from "./proof/prove.ts";
import { allowedOn, answersOf, complaintsOn, pagesOf } from "./proof/site.ts";

const site = inject("site");
/** The engine starts, and makes tables anew, beside other tests. */
const patient = 60_000;

const { browser, server } = await openSample();
const engine = await openEngine(browser, join(site, "data/hourglass.duckdb"), "UTC");
let allowed: Allowed;
let page: Page;
let messages: string[];

beforeAll(async () => {
  const known = await allowedOn(pagesOf(site), engine, "en-US");
  const phrases = [...known.phrases, /\b(from|to) [A-Z][a-z]{2} \d{4}/g, /\bmanager \w{4}\b/g];
  allowed = { ...known, phrases };
});

afterAll(() => engine.close());

async function openPage(address: string, width = 1440): Promise<void> {
  await page?.close();
  page = await browser.newPage({ viewport: { width, height: 900 } });
  messages = messagesOf(page);
  await page.goto(`${server.origin}/${address}`);
}

async function openFiltered(address: string, width?: number): Promise<void> {
  await openPage(address, width);
  await page.locator("main .scope").first().waitFor({ timeout: patient });
  await page.locator("main:not([aria-busy])").waitFor({ timeout: patient });
}

const title = () => page.locator("h1").textContent();
const rows = () =>
  page
    .locator("#history tbody tr")
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map(({ textContent }) => textContent).join(" ")),
    );

const paths = readdirSync(site, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("index.html"))
  .sort();

it("every page has the filter, or says why it is of everyone", () => {
  const isFiltered = (path: string) => {
    const html = readFileSync(join(site, path), "utf8");
    const why = /<details[^>]* id="carried".*?<p class="why"[^>]*>([^<]+)</s.exec(html)?.[1];
    expect(html.includes('id="filter"') || (why?.length ?? 0) > 40, path).toBe(true);
    return why === undefined;
  };
  expect(paths.length).toBeGreaterThan(70);
  expect(paths.filter((path) => !isFiltered(path))).toEqual([
    "data/configuration/index.html",
    "data/index.html",
    "deck/changes/index.html",
    "deck/index.html",
    "metrics/definitions/index.html",
    "metrics/index.html",
    "sql/index.html",
  ]);
});

describe("the page of a metric that is filtered", () => {
  it.each([
    "nrr/?tier=small",
    "median_lifetime/?plan=Team",
    "cac/?from=2024-06&to=2025-02",
    "cac_payback/?industry=Energy",
    "cohort_payback/?tier=small",
    "logo_retention_12/?region=Europe",
    "ltv/?owner=manager 6W63",
    "expansion_mrr/?industry=Energy&from=2025-01",
  ])("prints what the SQL that it shows gives, and asks no engine: %s", async (address) => {
    server.sent.clear();
    await openFiltered(`metrics/${address}`);
    const printed = readPage(await page.content());
    const path = `metrics/${address.split("?")[0]}index.html`;
    expect(complaintsOn(path, printed, await answersOf(printed, engine), allowed)).toEqual([]);
    expect(messages).toEqual([]);
    expect([...server.sent.keys()].filter((sent) => /engine|duckdb/.test(sent))).toEqual([]);
  });

  it("counts the answers that plain SQL over the rows of answers counts", async () => {
    await openFiltered("metrics/nps_answers/?tier=small");
    const own = await engine.rows(
      `select wave_label || ' ' || count(*) as printed
      from stg_nps_answers
      inner join stg_accounts using (account_id)
      where standing = 'counted' and tier = 'small'
      group by wave_label, wave order by wave`,
    );
    expect(own.length).toBeGreaterThan(4);
    expect(await rows()).toEqual(own.map(({ printed }) => printed));
  });

  it(
    "works several segments out in the browser, as plain SQL over their answers counts them",
    async () => {
      await openFiltered("metrics/nps_answers/?tier=small&region=Europe");
      const own = await engine.rows(
        `select wave_label || ' ' || count(*) as printed
        from stg_nps_answers
        inner join stg_accounts using (account_id)
        where standing = 'counted' and tier = 'small' and region = 'Europe'
        group by wave_label, wave order by wave`,
      );
      expect(own.length).toBeGreaterThan(3);
      expect(await rows()).toEqual(own.map(({ printed }) => printed));
      expect(await page.locator("#history .scope").textContent()).toContain(
        "Only tier small and region Europe",
      );
    },
    patient,
  );

  it("says whose the numbers are, and of what is the whole company's that it is", async () => {
    await openFiltered("metrics/gross_margin/?tier=small");
    expect(await page.locator("h1 + .scope").textContent()).toContain(say.metrics.toldOfCompany);
    expect(await page.locator("#how .scope").textContent()).toContain(say.metrics.toldOfCompany);
    const past = await page.locator("#history").textContent();
    expect(past).toContain("whole company");
    expect(past).toContain(say.metrics.pastOfCompany);
    expect(past).not.toContain("Only tier small");
    await openFiltered("metrics/nrr/?tier=small");
    expect(await page.locator("#history .scope").textContent()).toContain("Only tier small");
    expect(await page.locator("#segments .scope").textContent()).toContain(say.filter.allSegments);
    expect(await page.locator("#history .measure").textContent()).not.toContain("whole company");
  });

  it("reads the value from the query that it prints, and says where costs are not these customers' own", async () => {
    await openFiltered("metrics/cac/?tier=small");
    const query = page.locator("#how pre[data-query]");
    const sql = (await query.textContent()) ?? "";
    const [row] = await engine.rows(sql);
    const [own] = await engine.rows(
      "select cac from unit_economics where dimension = 'tier' and segment = 'small'",
    );
    expect(Number(row?.cac)).toBeGreaterThan(0);
    expect(row?.cac).toBe(own?.cac);
    expect(await page.locator("#how .scope").textContent()).toContain("Only tier small");
    await query.scrollIntoViewIfNeeded();
    await page.locator("#how .to-console a[href*='#q=']").waitFor();
    await page.locator("h1 + .scope button").click();
    expect(await query.textContent()).toContain("dimension = 'all'");
    await openFiltered("metrics/cac/?industry=Energy");
    expect(await title()).toMatch(/ is not known$/);
    expect(await page.locator("h1 ~ .reckoned").textContent()).toBe(say.metrics.costsOfWhom);
    await openFiltered("metrics/fleet_cash/?industry=Energy");
    expect(await page.locator("h1 ~ .reckoned").textContent()).toBe(
      say.metrics.costsNotBy(["industry"]),
    );
    expect(await page.locator("#history").textContent()).not.toContain("whole company");
    await openFiltered("metrics/break_even_month/?industry=Energy");
    expect(await page.locator("h1 ~ .reckoned").textContent()).toContain(
      say.filter.sharedCost(["industry"]),
    );
    await page.locator("h1 + .scope button").click();
    expect(await page.locator(".reckoned, .scope").count()).toBe(0);
  });

  it("is as it was once everyone is shown again, and passes axe on a phone", async () => {
    await openFiltered("metrics/nrr/?tier=small", 360);
    expect(await violationsOf(page)).toEqual([]);
    const small = await title();
    await page.locator("h1 + .scope button").click();
    expect(await page.locator(".scope").count()).toBe(0);
    expect(new URL(page.url()).search).toBe("");
    const everyone = await title();
    expect(everyone).not.toBe(small);
    await page.goBack();
    await page.locator(".scope").first().waitFor();
    expect(await title()).toBe(small);
  });
});

it("a filter travels by way of pages that have no use for it, which say so", async () => {
  await openFiltered("retention/?tier=small&from=2024-01");
  await page.locator("header nav a", { hasText: "Data" }).click();
  const note = page.locator("#carried + [role=status]");
  await note.waitFor();
  expect(await note.textContent()).toContain(
    say.filter.carried("Only tier small. Only from Jan 2024"),
  );
  expect(new URL(page.url()).search).toBe("?tier=small&from=2024-01");
  await page.locator("header nav a", { hasText: "Metrics" }).click();
  await note.waitFor();
  await page.locator("a[href^='/metrics/grr/']").first().click();
  await page.locator("#history .scope").waitFor();
  expect(await page.locator("#history .scope").textContent()).toContain(
    "Only tier small. Only from Jan 2024",
  );
  await page.locator("footer a", { hasText: say.deck.builder.name }).click();
  await note.waitFor();
  await note.locator("button").click();
  expect(new URL(page.url()).search).toBe("");
  expect(await note.textContent()).toBe("");
  await page.goBack();
  expect(await note.textContent()).toContain("Only tier small");
  await page.locator("header nav a", { hasText: "NPS" }).click();
  await page.locator("#waves .scope").waitFor();
});
