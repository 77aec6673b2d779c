import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseHTML } from "linkedom";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../browser.ts";
import { type SiteServer, serveSite } from "../server.ts";
import { copyFigure, type ExportPage, openExports, readClipboard, toldOf } from "./page.ts";
import { decodePng, isBlank, mostAlike } from "./png.ts";

/** Share of pixels in which two drawings of one chart differ by the edges of their signs. */
const alike = 0.01;

interface Axe {
  run: (part: string) => Promise<{ violations: { id: string }[] }>;
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;
let server: SiteServer;
let opened: ExportPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(inject("site"));
  opened = await openExports(browser, `${server.origin}/retention/`, { deviceScaleFactor: 2 });
  page = opened.page;
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await server?.close();
});

const rowsOf = (html: string) =>
  [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll("tbody tr")].map(
    (row) => [...row.querySelectorAll("td")],
  );

/** The rows of a figure's own table, as the page prints them. */
const printedRows = (figure: string) =>
  page
    .locator(`#${figure} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).textContent ?? "")),
    );

describe("a copied figure", () => {
  it.each(["churn", "churn-by-segment", "hazard", "cohorts-customers", "left-before-payback"])(
    "is the chart of the screen, twice as sharp, with its words around it: %s",
    async (figure) => {
      const drawn = decodePng(
        await page.locator(`#${figure} .drawing.wide svg`).first().screenshot(),
      );
      const picture = decodePng((await copyFigure(page, figure)).png);
      expect(picture.width).toBe(2 * (720 + 2 * 24));
      const { top, differing } = mostAlike(drawn, picture, 2 * 24);
      expect(differing).toBeLessThan(alike);
      // Measure and title above, n, definitions and source below, and nothing at the edge.
      const { width, height } = picture;
      expect(isBlank(picture, { top: 48, bottom: 48 + 36, right: width / 2 })).toBe(false);
      expect(isBlank(picture, { top: 48 + 42, bottom: top })).toBe(false);
      expect(isBlank(picture, { top: height - 48 - 30, bottom: height - 48 })).toBe(false);
      const edges = [{ bottom: 16 }, { top: height - 16 }, { right: 16 }, { left: width - 16 }];
      expect(edges.map((edge) => isBlank(picture, edge))).toEqual([true, true, true, true]);
    },
  );

  it("carries its table with the numbers that the page prints", async () => {
    const { html } = await copyFigure(page, "churn");
    const rows = rowsOf(html);
    const printed = await printedRows("churn");
    expect(rows).toHaveLength(printed.length);
    for (const [place, row] of rows.entries()) {
      for (const [column, cell] of row.entries()) {
        const words = printed[place]?.[column] ?? "";
        const number = Number(cell.getAttribute("sdval") ?? Number.NaN);
        const shown = words.endsWith("%") ? 100 * number : number;
        const isNumber = /\d/.test(words);
        expect(isNumber, words).toBe(!Number.isNaN(number));
        if (isNumber)
          expect(Math.abs(shown - Number.parseFloat(words.replaceAll(",", "")))).toBeLessThan(
            0.051,
          );
      }
    }
  });

  it("carries its picture in the HTML too, as large as it is to be, for programs that take HTML first", async () => {
    const { html, png } = await copyFigure(page, "churn");
    const image = parseHTML(`<body>${html}</body>`).document.querySelector("img");
    const [head = "", data = ""] = (image?.getAttribute("src") ?? "").split(",");
    expect(head).toBe("data:image/png;base64");
    const within = decodePng(Buffer.from(data, "base64"));
    const plain = decodePng(png);
    expect([within.width, within.height]).toEqual([plain.width, plain.height]);
    expect(Buffer.from(within.rgba).equals(plain.rgba)).toBe(true);
    // Twice as many pixels as it is shown with: 192 an inch, 7,559 a metre.
    expect(within.perMetre).toBe(7559);
    const shown = ["width", "height"].map((side) => Number(image?.getAttribute(side)));
    expect(shown).toEqual([within.width / 2, within.height / 2]);
  });

  it("has no picture in the HTML where the figure is a table, which stands there itself", async () => {
    expect((await copyFigure(page, "horizons")).html).not.toContain("<img");
  });

  it("carries a caption with title, n, definitions, day and whose numbers they are", async () => {
    const { text } = await copyFigure(page, "churn");
    const [caption = "", table = ""] = text.split("\n\n");
    const title = await page.locator("#churn h2").textContent();
    const lines = caption.split("\n");
    expect(lines[0]).toBe(title);
    expect(caption).toContain("customers, ");
    expect(caption).toMatch(/\nBreak-even month: /);
    expect(lines.at(-1)).toBe("Hourglass, Tidewater, data as of Sep 30, 2025, whole company");
    expect(table.split("\n")[0]).toMatch(/^Segment\t/);
    expect(table.trimEnd().split("\n")).toHaveLength(1 + (await printedRows("churn")).length);
  });

  it("shows the drawing that is chosen, and says which", async () => {
    const before = (await copyFigure(page, "cohorts-customers")).png;
    const option = page.locator("#cohorts-customers .choice label").nth(1);
    await option.click();
    await page.locator("#cohorts-customers [data-option='2']:visible svg").waitFor();
    const chosen = (await copyFigure(page, "cohorts-customers")).png;
    const drawing = page.locator("#cohorts-customers .drawing.wide:visible svg");
    const drawn = decodePng(await drawing.screenshot());
    expect(mostAlike(drawn, decodePng(chosen), 48).differing).toBeLessThan(alike);
    expect(mostAlike(drawn, decodePng(before), 48).differing).toBeGreaterThan(0.02);
    await page.locator("#cohorts-customers .choice label").first().click();
  });

  it("is a drawn table where the figure is one, every cell of it", async () => {
    const picture = decodePng((await copyFigure(page, "horizons")).png);
    const rows = (await printedRows("horizons")).length;
    expect(picture.height).toBeGreaterThan(2 * rows * 26);
    expect(isBlank(picture, { left: picture.width - 16 })).toBe(true);
  });

  it("asks for no more than it needs, and only when somebody turns to it", async () => {
    const scripts = () => [...server.sent.keys()].filter((path) => path.includes("data/figures"));
    server.sent.clear();
    const other = await openExports(browser, `${server.origin}/nps/`);
    await other.page.waitForLoadState("networkidle");
    expect(scripts()).toEqual([]);
    await other.page.locator("#waves [data-take=copy]").focus();
    await other.page.waitForResponse(/data\/figures\/nps\.json/);
    await other.close();
  });

  it("says nothing on the console", () => {
    expect(opened.messages).toEqual([]);
  });
});

describe("the menu of a figure", () => {
  it("opens, moves and closes by keys, and gives the focus back", async () => {
    const more = page.locator("#churn [data-take=more]");
    await more.focus();
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    await page.locator("#churn .menu").waitFor();
    expect(await more.getAttribute("aria-expanded")).toBe("true");
    expect(await focused()).toBe("Picture alone");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("Transparent background");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe("Table for a spreadsheet");
    await page.keyboard.press("Escape");
    expect(await page.locator(".menu").count()).toBe(0);
    expect(await focused()).toBe("Export");
    expect(await more.getAttribute("aria-expanded")).toBe("false");
  });

  it("copies the table alone by keys, for a spreadsheet, and says so", async () => {
    await page.locator("#hazard [data-take=more]").focus();
    await page.keyboard.press("Enter");
    await page.locator("#hazard .menu").waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const rows = await printedRows("hazard");
    await toldOf(page, "hazard")
      .filter({ hasText: `Copied ${rows.length} rows` })
      .waitFor();
    const { text, png } = await readClipboard(page);
    expect(png).toHaveLength(0);
    const [, first = ""] = text.split("\n");
    expect(first.split("\t")).toHaveLength(rows[0]?.length ?? 0);
  });

  it("has targets of 44 pixels for a finger, and what a screen reader needs", async () => {
    const phone = await openExports(browser, `${server.origin}/`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    await phone.page.locator("#arr [data-take=more]").tap();
    await phone.page.locator("#arr .menu").waitFor();
    const sizes = await phone.page
      .locator("#arr .take button")
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect()))
      .then((boxes) => boxes.map(({ width, height }) => Math.min(width, height)));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    await phone.page.evaluate(axe);
    const violations = await phone.page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: Axe }).axe;
      return (await run("#arr .take")).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    const overflow = await phone.page.evaluate(() => document.documentElement.scrollWidth);
    expect(overflow).toBeLessThanOrEqual(360);
    await phone.close();
  });
});
