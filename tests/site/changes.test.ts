import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { runScript } from "./build.ts";
import { config, contracts, smallCompany } from "./company.ts";
import { serveSite } from "./server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser?.close());

/** A company that presented a deck, and then corrected an amount and named a hostile customer. */
function restatedSite(policy: "pseudonymous" | "none"): string {
  const own = config.replace("datasets:", `publish: { accounts: "${policy}" }, datasets:`);
  const folder = smallCompany({ "dashboard.config.ts": own });
  const site = join(folder, "site");
  const file = join(folder, "dashboard.config.ts");
  const presented = runScript("present", ["--config", file, "--name", "Q2 <b>board</b>"]);
  expect(presented.output).toMatch(/frozen +\d+ numbers, \d+ files, \d+ kB in .*q2-b-board-b\n/);
  const changed = contracts.replace("48000,upfront", "60000,upfront");
  writeFileSync(join(folder, "contracts.csv"), changed);
  const built = runScript("build", ["--config", file, "--out", site]);
  expect(built.output).toMatch(/as of 2024-06-30: \d+ of \d+ numbers changed; 1 row of the data/);
  expect(built.code).toBe(0);
  const rows = readFileSync(join(folder, "reports/changes/q2-b-board-b.csv"), "utf8");
  expect(rows).toBe(
    "dataset,kind,file,row,account,column,was,now\ncontracts,changed,contracts.csv,4,A2,amount,48000.000000,60000.000000\n",
  );
  return site;
}

async function lookAt(site: string, width: number, look: (page: Page) => Promise<void>) {
  const server = await serveSite(site);
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    const messages: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    await page.goto(`${server.origin}/deck/changes/`, { waitUntil: "networkidle" });
    await look(page);
    expect(messages).toEqual([]);
  } finally {
    await context.close();
    await server.close();
  }
}

/** Rows of the tables in a part of a page, blanks between their cells. */
function rowsOf(page: Page, id: string): Promise<string[]> {
  return page
    .locator(`#${id} tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => Array.from(row.children, (cell) => cell.textContent).join(" ")),
    );
}

/** Text of every page and data file of a site. */
function textOf(site: string): string {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(html|json)$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

describe("the page of changes", () => {
  it("says of a changed row what it did to which numbers, on a phone too, by every rule", async () => {
    const site = restatedSite("pseudonymous");
    await lookAt(site, 360, async (page) => {
      expect(await page.locator("h1").textContent()).toMatch(/^\d+ numbers of 1 presented deck/);
      expect(await page.locator("main b").count()).toBe(0);
      const text = await page.locator("main").textContent();
      expect(text).toContain("contracts.csv: 1 row changed.");
      expect(await page.locator("#q2-b-board-b-reason-1 table").isVisible()).toBe(true);
      expect(await rowsOf(page, "q2-b-board-b-reason-1")).toEqual([
        expect.stringMatching(/^contracts\.csv 4 [2-9A-Z]{6} changed amount 48000 60000$/),
      ]);
      // 48,000 of two years are 24,000 a year, beside Alder's 13,200; 60,000 are 30,000.
      expect(await rowsOf(page, "q2-b-board-b-quarters")).toContainEqual(
        expect.stringMatching(
          /^2024 Q2 ARR at end 37\.200\s€ 43\.200\s€ \+6\.000\s€ Reason 1: contracts\.csv row 4$/,
        ),
      );
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(360);
      await page.evaluate(axe);
      const violations = await page.evaluate(async () => {
        const { run } = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
        return (await run()).violations.map(({ id }) => id);
      });
      expect(violations).toEqual([]);
    });
    await lookAt(site, 1440, async (page) => {
      await page.goto(new URL("/", page.url()).href, { waitUntil: "networkidle" });
      const mark = page.locator("#quarters .restated");
      expect(await mark.textContent()).toMatch(/presented otherwise in Q2 <b>board<\/b>, as of/);
      await mark.locator("a").click();
      await page.waitForURL(/\/deck\/changes\/#q2-b-board-b-quarters$/);
      expect(await page.locator("#q2-b-board-b-quarters table").isVisible()).toBe(true);
    });
    expect(textOf(site).match(/Alder|Birch|Cedar/)).toBeNull();
  });

  it("tells how many rows changed and none of them where accounts are not published", async () => {
    const site = restatedSite("none");
    await lookAt(site, 1440, async (page) => {
      const reason = page.locator("#q2-b-board-b-reason-1");
      expect(await reason.textContent()).toContain("contracts.csv: 1 row changed.");
      expect(await reason.textContent()).toContain("Which rows is not published");
      expect(await reason.locator("table").count()).toBe(0);
    });
    expect(textOf(site).match(/Alder|Birch|Cedar/)).toBeNull();
  });

  it("says how to present a deck where none was", () => {
    const html = readFileSync(join(inject("site"), "deck/changes/index.html"), "utf8");
    expect(html).toContain("No deck was presented from this data yet");
    expect(html).toContain("npm run present -- --name");
    expect(readFileSync(join(inject("site"), "index.html"), "utf8")).not.toContain("deck/changes");
    expect(readFileSync(join(inject("site"), "data/index.html"), "utf8")).toContain(
      'href="/deck/changes/"',
    );
  });
});

interface AxeResults {
  violations: { id: string }[];
}
