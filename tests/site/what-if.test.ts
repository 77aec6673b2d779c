import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { say } from "../../src/text/index.ts";
import { messagesOf, openSample } from "./opened.ts";

const { browser, server } = await openSample();
let page: Page;
let messages: string[];
let panel: Locator;

/** The book's customer: 6,000 to win, 500 a month without any cost; two a month, nobody leaves. */
const book = "6000_500_1_0_2_0_0_the book";

async function openPage(search = ""): Promise<void> {
  await page?.close();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  messages = messagesOf(page);
  await page.goto(`${server.origin}/cash-flow/${search}`);
  panel = page.locator("#what-if");
}

const rows = () =>
  panel
    .locator("tbody tr")
    .evaluateAll((found) => found.map((row) => [...row.children].map((cell) => cell.textContent)));
const field = (name: string) => panel.locator(`[data-name=${name}] input[type=number]`);

async function fillBook(): Promise<void> {
  const values = { cac: 6000, price: 500, margin: 100, monthlyChurn: 0, customersPerMonth: 2 };
  for (const [name, value] of Object.entries(values)) await field(name).fill(String(value));
}

describe("the what-if", () => {
  it("fetches what it needs to draw only when somebody turns to it", async () => {
    server.sent.clear();
    await openPage();
    await page.waitForLoadState("networkidle");
    const scripts = () => [...server.sent.keys()].filter((path) => path.endsWith(".js"));
    expect(scripts().some((path) => path.includes("panel"))).toBe(false);
    const asked = page.waitForRequest(/panel/);
    await field("cac").focus();
    await asked;
  });

  it("comes to the book's figures from the book's numbers", async () => {
    await openPage();
    await fillBook();
    await panel.getByText("takes $66K to fund and is back above zero in month 23").waitFor();
    expect((await rows()).at(-1)).toEqual(["scenario", "13", "11", "$66K", "23"]);
    expect(messages).toEqual([]);
  });

  it("says in words that the money never comes back", async () => {
    await openPage();
    await fillBook();
    await field("monthlyChurn").fill("20");
    await panel.getByText("never earns its money back").waitFor();
    expect((await rows()).at(-1)?.slice(1)).toEqual(["never", "never", "no end", "never"]);
  });

  it("keeps scenarios side by side, in a link that shows the same elsewhere", async () => {
    await openPage();
    await fillBook();
    await panel.locator("input[name=name]").fill("the book");
    await panel.locator("button[name=keep]").click();
    expect((await rows()).map(([name]) => name)).toEqual(["today", "the book"]);
    await field("customersPerMonth").fill("10");
    await panel.getByText("takes $330K to fund").waitFor();
    const shown = await rows();
    expect(shown.map(([name]) => name)).toEqual(["today", "the book", "scenario"]);
    const { search } = new URL(page.url());
    await openPage(search);
    await panel.getByText("takes $330K to fund").waitFor();
    expect(await rows()).toEqual(shown);
    expect(await field("customersPerMonth").inputValue()).toBe("10");
  });

  it("goes back to today by its button, and forgets what was kept", async () => {
    await openPage(`?kept=${encodeURIComponent(book)}&draft=${encodeURIComponent(book)}`);
    await panel.getByText("takes $66K to fund").waitFor();
    await panel.locator("button[name=reset]").click();
    expect(await rows()).toHaveLength(1);
    expect(new URL(page.url()).search).toBe("");
  });

  it("shows a name from a link as text, and passes over what is no scenario", async () => {
    const name = "<img src=x onerror=alert(1)>";
    const hostile = encodeURIComponent(book.replace("the book", name));
    await openPage(`?kept=${hostile}&kept=nonsense&kept=1e99_0_0_0_0_0_0_x`);
    await panel.locator("tbody").getByText(name).waitFor();
    expect((await rows()).map(([first]) => first)).toEqual(["today", name]);
    expect(await page.locator("main img").count()).toBe(0);
    expect(messages).toEqual([]);
  });

  it("says that nothing happens where nobody is won and nothing spent", async () => {
    await openPage();
    await fillBook();
    await field("customersPerMonth").fill("0");
    await panel.getByText("nothing is spent and nothing comes in").waitFor();
    await field("fixedMonthlyCost").fill("100");
    await panel.getByText("never earns its money back").waitFor();
  });

  it("takes no number that cannot be, and says which field it is", async () => {
    await openPage();
    await fillBook();
    await panel.getByText("takes $66K").waitFor();
    await field("monthlyChurn").fill("140");
    expect(await field("monthlyChurn").getAttribute("aria-invalid")).toBe("true");
    expect(await panel.locator("h2").textContent()).toContain("takes $66K");
  });

  it("starts from the customers of the filter, keeps what was set, and from everyone when it goes", async () => {
    await openPage("?tier=small");
    await panel.locator(".scope", { hasText: "Only tier small" }).waitFor();
    await panel.getByText(say.cash.whatIf.factsOfSegments("Sep 30, 2025")).waitFor();
    const [today] = await rows();
    const fleet = await page.locator("#fleet .head h2").textContent();
    expect(fleet).toContain(`takes ${today?.[3]} before it turns`);
    await field("cac").fill("5000");
    await panel.locator("input[name=name]").fill("cheap");
    await panel.locator("button[name=keep]").click();
    const kept = await rows();
    await panel.locator(".scope button").click();
    await panel.getByText(say.cash.whatIf.facts("Sep 30, 2025")).waitFor();
    const [whole, again] = await rows();
    expect(whole?.[3]).not.toBe(today?.[3]);
    expect(await page.locator("#fleet h2").textContent()).toContain(`takes ${whole?.[3]} before`);
    // The same numbers, on the curve of everyone's survival.
    expect(again?.[0]).toBe(kept[1]?.[0]);
    expect(await field("cac").inputValue()).toBe("5000");
    const sql = await panel.locator("pre[data-query]").first().textContent();
    expect(sql).toContain("where dimension = 'all'");
    expect(messages).toEqual([]);
  });

  it("keeps only what was set when the filter changes, and all of a link's draft", async () => {
    const names = ["price", "margin", "customersPerMonth"];
    const starts = () => Promise.all(names.map((name) => field(name).inputValue()));
    const startOf = async (scope: string) => {
      await panel.locator(".scope", { hasText: scope }).waitFor();
      await panel.getByText(say.cash.whatIf.factsOfSegments("Sep 30, 2025")).waitFor();
      return starts();
    };
    await openPage("?tier=small");
    const small = await startOf("tier small");
    await openPage("?tier=enterprise");
    const enterprise = await startOf("tier enterprise");
    expect(small).not.toEqual(enterprise);
    await field("cac").fill("9000");
    await page.locator("#filter summary").click();
    await page.locator("#filter select[name=tier]").selectOption("small");
    expect(await startOf("tier small")).toEqual(small);
    expect(await field("cac").inputValue()).toBe("9000");
    await field("price").fill("777");
    const set = [await field("cac").inputValue(), ...(await starts())];
    await openPage(new URL(page.url()).search);
    await startOf("tier small");
    expect([await field("cac").inputValue(), ...(await starts())]).toEqual(set);
    expect(messages).toEqual([]);
  });

  it("reads its redrawn chart with the arrow keys", async () => {
    await openPage(`?draft=${encodeURIComponent(book)}`);
    await panel.getByText("takes $66K to fund").waitFor();
    await panel.locator(".drawing:visible").focus();
    await page.keyboard.press("Home");
    const told = await page.getByRole("status").textContent();
    expect(told).toMatch(/^1 months since the first sale, today .*, the book -\$11,000$/);
  });
});

describe("cash from one customer under one segment", () => {
  it("says that it has no cohorts, and draws three where they are asked for", async () => {
    await openPage("?tier=small");
    const figure = page.locator("#one-customer");
    const notes = figure.locator(".notes");
    const cohorts = figure.locator("thead th", { hasText: /^20\d\d Q[1-4]$/ });
    await notes.filter({ hasText: say.cash.cohortsUntold }).waitFor();
    expect(await cohorts.count()).toBe(0);
    const button = figure.getByRole("button", { name: say.filter.cohortsWithin });
    await button.click();
    await notes.filter({ hasText: say.cash.cohortFacts }).waitFor({ timeout: 100_000 });
    expect(await cohorts.count()).toBe(3);
    expect(await button.count()).toBe(0);
    expect(await notes.textContent()).not.toContain(say.cash.cohortsUntold);
    expect(await figure.locator(".scope").textContent()).toContain("Only tier small");
    expect(messages).toEqual([]);
  }, 120_000);
});
