import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { violationsOf } from "./axe.ts";
import { copyFigure, openExports } from "./export/page.ts";
import { openSample } from "./opened.ts";

const { browser, server } = await openSample();

async function openPage(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${server.origin}/${path}`, { waitUntil: "networkidle" });
  return page;
}

/** Until what is folded under a figure is there too. */
const settled = (page: Page) => page.locator("main:not([aria-busy])").waitFor();

it("without script no choice of drawings is offered, what is shown is told, and the table has all", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/retention/`);
  const figure = page.locator("#cohorts-customers");
  expect(await figure.getByRole("radio").count()).toBe(0);
  expect(await figure.getByText("% of those won").isVisible()).toBe(true);
  expect(await figure.getByText("% of three months before").first().isVisible()).toBe(false);
  expect(await figure.locator(".hint").isVisible()).toBe(false);
  const head = await figure.locator("thead th").allTextContents();
  expect(head).toEqual(expect.arrayContaining(["Live", "Share", "Of three months before"]));
  await context.close();
});

it("a choice of what the cells show is made by the keys, and drawn from rows fetched for it", async () => {
  server.sent.clear();
  const page = await openPage("retention/", 1440);
  const rows = () => [...server.sent.keys()].filter((path) => path.includes("data/segments"));
  expect(rows()).toEqual([]);
  const figure = page.locator("#cohorts-customers");
  const picture = figure.locator(".drawing:visible svg");
  const first = await picture.textContent();
  await figure.getByLabel("% of those won").focus();
  await page.keyboard.press("ArrowRight");
  const other = figure.locator("[data-option='2']:visible svg");
  expect(await other.textContent()).not.toBe(first);
  expect(rows()).toEqual(["/data/segments/retention.json"]);
  await page.keyboard.press("ArrowLeft");
  expect(await picture.count()).toBe(1);
  expect(await picture.textContent()).toBe(first);
  await page.close();
});

it("a drawing of other numbers has a title, facts and copies of its own, under a filter too", async () => {
  for (const path of ["cash-flow/", "cash-flow/?tier=small"]) {
    const opened = await openExports(browser, `${server.origin}/${path}`);
    const { page } = opened;
    for (const [id, monthly] of [
      ["one-customer", /pays? back|paid back/],
      ["fleet", /before it turns/],
    ] as const) {
      const figure = page.locator(`#${id}`);
      if (path.includes("?")) await figure.locator(".scope").waitFor();
      const title = figure.locator("h2");
      const notes = figure.locator(".notes > p").first();
      const first = { title: await title.textContent(), facts: await notes.textContent() };
      expect(first.title).toMatch(monthly);
      await figure.getByLabel("a year upfront").check();
      await title.filter({ hasText: "Paid a year upfront, " }).waitFor();
      await figure.locator("[data-option='2']:visible svg").waitFor();
      const told = (await title.textContent()) ?? "";
      const svg = figure.locator("[data-option='2']:visible svg");
      expect(await svg.getAttribute("aria-label")).toBe(told);
      expect(await notes.textContent()).not.toBe(first.facts);
      const { text } = await copyFigure(page, id);
      expect(text.split("\n")[0]).toBe(told);
      expect(text).toContain(await notes.textContent());
      expect(text).not.toContain(first.title);
      await figure.getByLabel("by the month").check();
      expect(await title.textContent()).toBe(first.title);
      expect(await notes.textContent()).toBe(first.facts);
      expect((await copyFigure(page, id)).text.split("\n")[0]).toBe(first.title);
    }
    expect(opened.messages).toEqual([]);
    await opened.close();
  }
});

it.each([1440, 360])("the triangle has every month on demand, at %i px", async (width) => {
  const page = await openPage("retention/", width);
  const figure = page.locator("#cohorts-revenue");
  const thirds = await figure.locator("tbody tr").count();
  await figure.getByLabel("every month").check();
  const drawing = figure.locator(".drawing.scrolls:visible");
  await drawing.waitFor();
  await figure.getByLabel("% of the month before").check();
  await drawing.locator("svg").first().waitFor();
  await settled(page);
  const over = await drawing.evaluate((own) => own.scrollWidth - own.clientWidth);
  expect(over).toBeGreaterThan(300);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  expect(await figure.locator("tbody tr").count()).toBeGreaterThan(2 * thirds);
  expect(await figure.locator("thead").textContent()).toContain("Of the month before");

  // What the keys read is scrolled to where it is seen, beside the names of the rows.
  await drawing.focus();
  await page.keyboard.press("Home");
  for (let month = 1; month < 30; month++) await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("status").first().textContent()).toMatch(/^2022 Q3 · 30 months/);
  const seen = await drawing.evaluate((own) => {
    const [frame, names, guide] = [
      own,
      own.querySelector(".names"),
      own.querySelector(".guide"),
    ].map((each) => each?.getBoundingClientRect() ?? new DOMRect());
    return { frame, names, guide };
  });
  expect(seen.names?.left).toBe(seen.frame?.left);
  expect(seen.guide?.left).toBeGreaterThanOrEqual(seen.names?.right ?? 0);
  expect(seen.guide?.right).toBeLessThanOrEqual(seen.frame?.right ?? 0);

  const found = await violationsOf(page);
  expect(found).toEqual([]);
  await figure.getByLabel("as many as fit").check();
  await figure.locator(".drawing:not(.scrolls):visible svg").waitFor();
  await settled(page);
  expect(await figure.locator("tbody tr").count()).toBe(thirds);
  await page.close();
});

it("the months of a segment come from the database, and a choice stays when the filter changes", async () => {
  const page = await openPage("retention/?tier=small", 1440);
  const figure = page.locator("#cohorts-customers");
  await figure.locator(".scope").waitFor();
  await figure.getByLabel("every month").check();
  const drawing = figure.locator(".drawing.scrolls:visible svg").first();
  await drawing.waitFor();
  const small = await drawing.textContent();
  await page.locator("#filter > summary").click();
  await page.locator("#filter").getByLabel("Tier").selectOption("enterprise");
  await figure.locator(".scope", { hasText: "Only tier enterprise" }).waitFor();
  await drawing.waitFor();
  await settled(page);
  expect(await drawing.textContent()).not.toBe(small);
  expect(await figure.locator("pre[data-query]").first().textContent()).toContain(
    "segment = 'enterprise'",
  );
  await page.close();
});
