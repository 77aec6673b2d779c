import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, inject, it } from "vitest";
import { decodeQuery } from "../../src/client/console/links/query-link.ts";
import { say } from "../../src/text/index.ts";
import { messagesOf, openSample } from "./opened.ts";
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
  messages = messagesOf(page);
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

const starts = `
  select account_id, min(starts_on) as first_on
  from stg_account_levels where mrr > 0 group by account_id`;

/**
 * Payback of the quarterly cohorts of small customers, written without the marts: each customer costs
 * what its tier's customers of the month cost, and pays the margin of the year on its MRR at the days of
 * its age, up to the age that all of the cohort have reached.
 */
const paybackOf = (more: string) => `
  with firsts as (${starts}),
  won as (
    select date_trunc('month', first_on) as month, count(*) as customers
    from firsts join accounts using (account_id) where tier = 'small' group by all),
  spent as (
    select month, sum(amount) as cost from costs
    where category in ('marketing', 'sales') and tier = 'small' group by month),
  year as (select unnest(generate_series(date '2024-10-01', date '2025-09-01', interval 1 month)) as month),
  margin as (
    select 1 - (
      select sum(amount) from costs
      where category = 'service' and month between '2024-10-01' and '2025-09-01'
    ) / sum(levels.mrr * stg_fx.rate) as share
    from year
    join stg_account_levels as levels
      on levels.starts_on <= last_day(year.month) and levels.ends_before > last_day(year.month)
    join stg_fx on stg_fx.currency = levels.currency and stg_fx.month = year.month),
  members as (
    select account_id, first_on, date_trunc('quarter', first_on) as cohort,
      cost / customers as cac, datesub('month', first_on, date '2025-09-30') as reached
    from accounts
    join firsts using (account_id)
    join won on won.month = date_trunc('month', first_on)
    join spent on spent.month = won.month
    where tier = 'small' ${more}),
  ages as (
    select account_id, cohort, age, first_on + to_months(cast(age as integer)) as day
    from members, (select unnest(range(0, 40)) as age)),
  paid as (
    select ages.cohort, ages.age + 1 as payment, sum(levels.mrr * stg_fx.rate) as mrr
    from ages
    join stg_account_levels as levels
      on levels.account_id = ages.account_id
      and levels.starts_on <= ages.day and levels.ends_before > ages.day
    join stg_fx
      on stg_fx.currency = levels.currency and stg_fx.month = date_trunc('month', ages.day)
    group by all),
  so_far as (
    select cohort, payment,
      sum(mrr) over (partition by cohort order by payment) * share as recovered
    from paid, margin),
  cohorts as (
    select cohort, count(*) as customers, sum(cac) as cac, min(reached) as reached
    from members group by cohort)
  select
    strftime(cohorts.cohort, '%Y') || ' Q' || quarter(cohorts.cohort) as cohort,
    cohorts.customers,
    cohorts.cac / cohorts.customers as cac,
    min(payment) filter (recovered > cohorts.cac and payment <= reached) as payback,
    coalesce(100 * max(recovered) filter (payment = reached) / cohorts.cac, 0) as recovered
  from cohorts left join so_far using (cohort)
  group by cohorts.cohort, cohorts.customers, cohorts.cac, cohorts.reached
  order by cohort`;

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
            // Of one plan alone nothing is compared; the cost of a plan is not told, that of its tier is.
            !["scorecard", "changes", "left-before-payback", "concentration", "horizons"].includes(
              name,
            ),
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
      expect(href).toMatch(/^\/sql\/\?tier=small&region=Europe#q=/);
      const sql = await decodeQuery((href ?? "").replace(/^[^#]*/, ""));
      const waves = await engine.rows(sql);
      expect(waves.length).toBeGreaterThan(3);
      const printed = await page.locator("#waves tbody tr td:nth-child(3)").allTextContents();
      expect(waves.map(({ answers }) => String(answers))).toEqual(printed);
    },
    patient,
  );

  it(
    "pay back as plain SQL over their contracts and the costs of their tier says",
    async () => {
      for (const address of ["?tier=small&region=Europe", "?tier=small"]) {
        const { region } = Object.fromEntries(new URLSearchParams(address));
        const cohorts = await engine.rows(paybackOf(region ? `and region = '${region}'` : ""));
        await openFiltered(`cash-flow/${address}`);
        const opened = page.locator("#payback .actions details").first();
        await opened.evaluate((more) => more.setAttribute("open", ""));
        const printed = await opened
          .locator("tbody tr")
          .evaluateAll((rows) =>
            rows.map((row) => [...row.children].map((cell) => cell.textContent)),
          );
        expect(printed).toEqual(
          cohorts.map(({ cohort, customers, cac, payback, recovered }) => [
            cohort,
            String(customers),
            Number(cac).toLocaleString("en-US", {
              minimumFractionDigits: 2,
              maximumFractionDigits: 2,
            }),
            payback === null ? say.cash.columns.notYet : String(payback),
            `${Number(recovered).toFixed(1).replace(".0", "")}%`,
          ]),
        );
        expect(cohorts).toHaveLength(13);
      }
      expect(messages).toEqual([]);
    },
    patient,
  );

  it(
    "are told whose cost they are reckoned with, in the figures and in the SQL",
    async () => {
      const [own] = await engine.rows(`
        select (
          select sum(amount) from costs
          where category in ('marketing', 'sales') and tier = 'small'
            and month between '2024-10-01' and '2025-09-01'
        ) / count(*) as cac
        from (${starts}) join accounts using (account_id)
        where tier = 'small' and first_on between '2024-10-01' and '2025-09-30'`);
      await openFiltered("cash-flow/?tier=small&region=Europe");
      const ofTier = say.filter.sharedCostOf({ dimension: "tier", segment: "small" });
      for (const id of ["one-customer", "fleet", "payback-map", "levers", "ltv-cac"]) {
        const notes = await page.locator(`#${id} .caveat`).textContent();
        expect(notes, id).toContain(`${ofTier} ${say.filter.sharedMargin}`);
      }
      expect(await page.locator("#one-customer .notes").textContent()).toContain(
        `CAC $${(Number(own?.cac) / 1000).toFixed(2)}K`,
      );
      const field = page.locator("#what-if [data-name=cac] input[type=number]");
      expect(await field.inputValue()).toBe(String(Number(Number(own?.cac).toPrecision(4))));
      expect(await page.locator("#what-if .notes").textContent()).toContain(ofTier);
      const sql = page.locator("#ltv-cac .actions > details", { hasText: say.site.sql });
      await sql.evaluate((more) => more.setAttribute("open", ""));
      const link = sql.locator(".to-console a[href]").first();
      await link.scrollIntoViewIfNeeded();
      const query = await decodeQuery(
        ((await link.getAttribute("href")) ?? "").replace(/^[^#]*/, ""),
      );
      const [row] = await engine.rows(query);
      expect(Number(row?.cac)).toBeCloseTo(Number(own?.cac), 4);

      await openFiltered("cash-flow/?region=Europe&fit=target");
      const ofCompany = say.filter.sharedCost(["region", "fit"]);
      expect(ofCompany).toContain("the company's: costs are not told by region and fit.");
      expect(await page.locator("#fleet .caveat").textContent()).toContain(ofCompany);

      await openFiltered("retention/?tier=small&region=Europe");
      expect(await page.locator("#churn details .note").first().textContent()).toBe(
        say.filter.madeOf("tier = 'small' and region = 'Europe'", true),
      );
      expect(await page.locator("#churn .caveat").textContent()).toContain(ofTier);
      expect(await page.locator("#churn .scope").textContent()).toContain(
        "Only tier small and region Europe",
      );
    },
    patient,
  );

  it(
    "lose what the accounts of them lose who left before they paid back",
    async () => {
      const [own] = await engine.rows(`
        select count(*) filter (is_left_before) as left_before, count(*) as customers
        from stg_account_payback where account_id in (${chosen})`);
      await openFiltered("retention/?tier=small&region=Europe");
      const share = (100 * Number(own?.left_before)) / Number(own?.customers);
      expect(await page.locator("#left-before-payback h2").textContent()).toContain(
        `${share.toFixed(1)}% of all customers left before paying back`,
      );
      // Of one tier and one region the breakdown that is left is by fit.
      expect(await page.locator("#churn-by-segment .measure").textContent()).toBe(
        say.retention.segmentMeasure("fit"),
      );
    },
    patient,
  );

  it(
    "are compared among themselves where one segment is chosen and a reader asks for it",
    async () => {
      await openFiltered("retention/?tier=small");
      const figure = page.locator("#churn-by-segment");
      await figure.getByRole("button", { name: say.filter.compareWithin }).click();
      await figure.locator("svg").first().waitFor({ timeout: patient });
      expect(await figure.locator(".measure").textContent()).toBe(
        say.retention.segmentMeasure("fit"),
      );
      expect(await figure.locator(".scope").textContent()).toContain("Only tier small");
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
