import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { openSample } from "./opened.ts";

const { browser, server } = await openSample();

async function openPage(path: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(`${server.origin}/${path}`, { waitUntil: "networkidle" });
  return page;
}

/** The drawing of a figure that is shown at this width. */
const drawingOf = (page: Page, id: string) => page.locator(`#${id} .drawing:visible`);

/** A cell of the first table under the figure, by the text its row starts with. */
const rowOf = (page: Page, id: string, start: string) =>
  page.locator(`#${id} tbody tr`, { has: page.getByText(start, { exact: true }) }).first();

it.each([1440, 360])("a pointer reads the value that the table has, at %i px", async (width) => {
  const page = await openPage("", width);
  const drawing = drawingOf(page, "arr");
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  if (!box) throw new Error("the figure is not shown");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const [month = "", value = ""] = await drawing.locator(".reading p").allTextContents();
  await page
    .locator("#arr details")
    .first()
    .evaluate((details) => details.setAttribute("open", ""));
  const whole = (text: string) => Math.round(Number(text.replaceAll(/[^\d.]/g, "")));
  const row = await rowOf(page, "arr", month).locator("td, th").allTextContents();
  expect(row.map(whole)).toContain(whole(value));
  await page.mouse.move(0, 0);
  expect(await drawing.locator(".reading").count()).toBe(0);
  await page.close();
});

it("the arrow keys read a chart and tell a screen reader what they find", async () => {
  const page = await openPage("cash-flow/", 1440);
  const drawing = drawingOf(page, "one-customer");
  await drawing.focus();
  const announced = page.getByRole("status");
  await page.keyboard.press("Home");
  const first = (await announced.textContent()) ?? "";
  expect(first).toMatch(/^0 months since start, .*-\$/);
  await page.keyboard.press("ArrowRight");
  expect(await announced.textContent()).toMatch(/^1 months since start/);
  await page.keyboard.press("End");
  expect(await announced.textContent()).toMatch(/^36 months since start/);
  await page.keyboard.press("Escape");
  expect(await drawing.locator(".reading").count()).toBe(0);
  await page.close();
});

it("a finger reads a cell, and what it read stays", async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/retention/`, { waitUntil: "networkidle" });
  const drawing = drawingOf(page, "cohorts-customers");
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  if (!box) throw new Error("the figure is not shown");
  await page.touchscreen.tap(box.x + box.width * 0.45, box.y + 90);
  const lines = await drawing.locator(".reading p").allTextContents();
  expect(lines[0]).toMatch(/^\d{4} Q\d · \d+ months since start$/);
  expect(lines[1]).toMatch(/%$/);
  await context.close();
});

it("without script every page is whole: nothing waits for it", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.origin}/`);
  expect(await page.locator(".drawing:visible svg").count()).toBeGreaterThan(0);
  expect(await page.locator(".drawing[tabindex]").count()).toBe(0);
  await page.goto(`${server.origin}/cash-flow/`);
  expect(await page.locator("#what-if .scenario:visible").count()).toBe(0);
  expect(await page.locator("#what-if .drawing:visible svg").count()).toBe(1);
  await context.close();
});

it("how a table is made is fetched when a reader opens it, and a link where there is no script", async () => {
  const page = await openPage("retention/", 1440);
  const how = page.locator("#churn details[data-made-of=survival_curve]");
  expect(await page.locator("pre[data-mart]").count()).toBe(0);
  await page.locator("#churn").getByText("SQL", { exact: true }).click();
  await how.locator("summary").click();
  const shown = await how.locator("pre[data-mart=survival_curve]").textContent();
  expect(shown).toMatch(/^-- Grain: one row per/);
  expect(await how.locator("a.sql-file").count()).toBe(0);
  await page.close();

  const context = await browser.newContext({ javaScriptEnabled: false });
  const without = await context.newPage();
  await without.goto(`${server.origin}/retention/`);
  const link = without.locator("#churn details[data-made-of=survival_curve] a.sql-file");
  await without.goto(`${server.origin}${await link.getAttribute("href")}`);
  expect(await without.locator("pre").textContent()).toBe(shown);
  await context.close();
});
