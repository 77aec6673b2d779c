import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { say } from "../../../src/text/index.ts";
import { launchBrowser } from "../browser.ts";
import { type SiteServer, serveSite } from "../server.ts";
import { openConsole, patient, runSql } from "./page.ts";

let server: SiteServer;

beforeAll(async () => {
  server = await serveSite(inject("site"));
});

afterAll(() => server?.close());

/** A browser that gives a program no more memory than this, in MB. */
const browserOf = (megabytes: number) =>
  launchBrowser([`--js-flags=--wasm-max-mem-pages=${megabytes * 16}`]);

async function within(megabytes: number, test: (browser: Browser) => Promise<void>) {
  const browser = await browserOf(megabytes);
  try {
    await test(browser);
  } finally {
    await browser.close();
  }
}

describe("where memory is short", () => {
  it(
    "for the engine, the reader is told, and gets the database",
    () =>
      within(8, async (browser) => {
        const page = await browser.newPage();
        await page.goto(`${server.origin}/sql/`);
        const told = page.locator("[data-pane=no-engine]");
        await told
          .filter({ hasText: say.console.session.reasons.memory })
          .waitFor({ timeout: patient });
        expect(await told.locator("a").getAttribute("href")).toBe("/data/hourglass.duckdb");
      }),
    2 * patient,
  );

  it(
    "for a query, the query is refused, and the console goes on",
    () =>
      within(128, async (browser) => {
        const { page } = await openConsole(browser, `${server.origin}/sql/`);
        await runSql(
          page,
          "select max(list) from (select list(range) as list from range(50000000))",
        );
        expect(await page.locator("[data-pane=failure]").textContent()).toContain("Out of Memory");
        expect(await runSql(page, "select count(*) from usage")).toMatch(/^1 row/);
      }),
    2 * patient,
  );
});
