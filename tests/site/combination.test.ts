import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { decodeQuery } from "../../src/client/console/links/query-link.ts";
import { say } from "../../src/text/index.ts";
import { openSample } from "./opened.ts";
import { openEngine } from "./proof/engine.ts";
import { readPage } from "./proof/figures.ts";
import { serveSite } from "./server.ts";

const site = inject("site");
/** The engine starts, and makes tables anew, beside other tests. */
const patient = 60_000;

const { browser, server } = await openSample();
const engine = await openEngine(browser, join(site, "data/hourglass.duckdb"), "UTC");
let page: Page;
let messages: string[];

afterAll(() => engine.close());

async function openPage(address: string, on = server): Promise<void> {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  messages = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  await page.goto(`${on.origin}/${address}`);
}

async function openFiltered(address: string): Promise<void> {
  await openPage(address);
  await page.locator(".scope").first().waitFor({ timeout: patient });
  await page.locator("main:not([aria-busy])").waitFor({ timeout: patient });
}

const status = () => page.locator("#filter + [role=status]");
const cellsOf = (row: string, figure: string) =>
  page
    .locator(`#${figure} tbody tr`, { has: page.getByText(row, { exact: true }) })
    .first()
    .locator("th, td")
    .allTextContents();

const chosen = `select account_id from stg_accounts where tier = 'small' and region = 'Europe'`;

/** MRR of the chosen customers on a day, account by account, at the rates of its month. */
const mrrOn = (day: string) => `
  select levels.account_id, sum(levels.mrr * stg_fx.rate) as mrr
  from stg_account_levels as levels
  inner join stg_fx
    on stg_fx.currency = levels.currency and stg_fx.month = date_trunc('month', date '${day}')
  where levels.account_id in (${chosen})
    and levels.starts_on <= '${day}' and levels.ends_before > '${day}'
  group by levels.account_id
  having sum(levels.mrr * stg_fx.rate) > 0`;

describe("two segments together", () => {
  it(
    "give the MRR, NRR and customers that plain SQL over their accounts gives",
    async () => {
      const [own] = await engine.rows(`
        with now as (${mrrOn("2025-09-30")}), before as (${mrrOn("2024-09-30")})
        select
          (select sum(mrr) from now) as mrr,
          (select count(*) from now) as customers,
          (select count(*) from before) as opening,
          (select sum(coalesce(now.mrr, 0)) / sum(before.mrr)
           from before left join now using (account_id)) as nrr`);
      await openFiltered("?tier=small&region=Europe");
      const [, arr, , , , , , , , customers, nrr] = await cellsOf("2025 Q3", "quarters");
      const number = (text: string | undefined) => Number(text?.replaceAll(/[^\d.]/g, ""));
      expect(number(arr)).toBe(Math.round(12 * Number(own?.mrr)));
      expect(number(customers)).toBe(own?.customers);
      expect(number(nrr)).toBe(Math.round(1000 * Number(own?.nrr)) / 10);
      const star = await page.locator("#north-star").textContent();
      expect(star).toContain(`${number(nrr)}%`);
      expect(star).toContain(`${own?.opening} customers of a year ago`);
      expect(await page.locator("#scorecard").textContent()).toContain(
        "the costs do not say for whom they are",
      );
      expect(messages).toEqual([]);
    },
    patient,
  );

  it(
    "give the NPS that plain SQL over their answers gives",
    async () => {
      const waves = await engine.rows(`
        select wave_label, count(*) as answers,
          100.0 * (count(*) filter (where score >= 9) - count(*) filter (where score <= 6)) / count(*)
            as nps
        from stg_nps_answers
        where standing = 'counted' and account_id in (${chosen})
        group by wave_label
        order by wave_label`);
      await openFiltered("nps/?tier=small&region=Europe");
      await page
        .locator("#waves details")
        .first()
        .evaluate((more) => more.setAttribute("open", ""));
      for (const { wave_label: wave, answers, nps } of waves) {
        const cells = await cellsOf(String(wave), "waves");
        expect(Number(cells[2]), String(wave)).toBe(answers);
        expect(Number(cells[6]?.replace("−", "-")), String(wave)).toBeCloseTo(Number(nps), 1);
      }
      expect(waves.length).toBeGreaterThan(3);
      expect(messages).toEqual([]);
    },
    patient,
  );

  it(
    "give what the rows that come with the page give, where they are the same customers",
    async () => {
      // Everybody with the plan Team is small.
      for (const path of ["", "retention/", "nps/"]) {
        await openFiltered(`${path}?plan=Team`);
        const alone = readPage(await page.content());
        await openFiltered(`${path}?tier=small&plan=Team`);
        const together = readPage(await page.content());
        const numbers = (printed: typeof alone, name: string) =>
          printed.figures
            .find((figure) => figure.name === name)
            ?.tables.map((table) =>
              table.map((row) => row.filter((cell) => /^[^a-z]*$/i.test(cell))),
            );
        const names = alone.figures.map(({ name }) => name);
        const compared = names.filter(
          (name) =>
            !["scorecard", "changes", "left-before-payback", "concentration"].includes(name),
        );
        expect(compared.length).toBeGreaterThanOrEqual(3);
        for (const name of compared) {
          expect(numbers(together, name), `${path} ${name}`).toEqual(numbers(alone, name));
        }
      }
    },
    patient,
  );

  it(
    "have queries that give the same in the console, where no table was made anew",
    async () => {
      await openFiltered("nps/?tier=small&region=Europe");
      await page.locator("#waves .actions > details > summary", { hasText: say.site.sql }).click();
      const href = await page.locator("#waves .to-console a[href]").first().getAttribute("href");
      expect(href).toMatch(/^\/sql\/#q=/);
      const sql = await decodeQuery((href ?? "").replace("/sql/", ""));
      const waves = await engine.rows(sql);
      expect(waves.length).toBeGreaterThan(3);
      const printed = await page.locator("#waves tbody tr td:nth-child(3)").allTextContents();
      expect(waves.map(({ answers }) => String(answers))).toEqual(printed);
    },
    patient,
  );

  it(
    "are not told what they cost, and the SQL says which accounts it is asked of",
    async () => {
      await openFiltered("cash-flow/?tier=small&region=Europe");
      for (const id of ["one-customer", "fleet", "payback-map", "levers", "payback", "ltv-cac"]) {
        expect(await page.locator(`#${id} h2`).textContent()).toBe(
          `${say.filter.costsOfCombination}.`,
        );
      }
      await openFiltered("retention/?tier=small&region=Europe");
      expect(await page.locator("#churn details .note").first().textContent()).toBe(
        say.filter.madeOf("tier = 'small' and region = 'Europe'"),
      );
      expect(await page.locator("#churn .scope").textContent()).toContain(
        "Only tier small and region Europe",
      );
    },
    patient,
  );

  it(
    "of which there are none are told so, and everyone is shown",
    async () => {
      await openPage("?tier=strategic&plan=Starter");
      await status().filter({ hasText: say.filter.nobody }).waitFor({ timeout: patient });
      expect(await page.locator(".scope").count()).toBe(0);
      expect(messages).toEqual([]);
    },
    patient,
  );

  it(
    "fetch the engine from the site's own host, and only then",
    async () => {
      server.sent.clear();
      await openFiltered("retention/?tier=small");
      const engineFiles = () =>
        [...server.sent.keys()].filter((path) => /engine|duckdb/.test(path));
      expect(engineFiles()).toEqual([]);
      await page.locator("#filter summary").click();
      await page.locator("#filter select[name=region]").selectOption("Europe");
      await status().filter({ hasText: "Worked out" }).waitFor({ timeout: patient });
      expect(engineFiles()).toContain("/engine/duckdb-eh.bin");
      await page.goBack();
      await page.locator("#churn .scope", { hasText: /^Only tier small×$/ }).waitFor();
    },
    patient,
  );

  it(
    "work under a sub-path",
    async () => {
      const base = "/board/metrics/";
      const under = await serveSite(inject("subPathSite"), base);
      await openPage(`${base.slice(1)}nps/?tier=small&region=Europe`, under);
      await page.locator(".scope").first().waitFor({ timeout: patient });
      expect(messages).toEqual([]);
      await page.close();
      await under.close();
    },
    patient,
  );

  it("say why they are not shown where the engine does not come", async () => {
    await openPage("nps/");
    await page.route(/duckdb-eh\.bin/, (route) => route.fulfill({ status: 404 }));
    await page.locator("#filter summary").click();
    await page.locator("#filter select[name=tier]").selectOption("small");
    await page.locator("#filter select[name=region]").selectOption("Europe");
    await status().filter({ hasText: "could not be worked out" }).waitFor();
    expect(await status().textContent()).toContain("answered 404");
    expect(await page.locator(".scope").count()).toBe(0);
  });
});
