import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { say } from "../../../src/text/index.ts";
import { openSample } from "../opened.ts";
import { serveSite } from "../server.ts";
import { patient, runSql } from "./page.ts";

const words = say.console.session;

const { browser, server } = await openSample();
const address = `${server.origin}/sql/`;

const status = (of: Page) => of.locator("[data-pane=status]");

describe("on other hosts and screens", () => {
  let context: BrowserContext;
  let other: Page;

  beforeAll(async () => {
    context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    other = await context.newPage();
  });

  afterAll(() => context?.close());

  it("the console works beside a policy of the host's that is as strict as its own", async () => {
    const fresh = await browser.newContext();
    const beside = await fresh.newPage();
    await sendPolicy(
      beside,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src blob:; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'",
    );
    await beside.goto(address);
    await beside.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    expect(await runSql(beside, "select count(*) from usage")).toMatch(/^1 row/);
    await fresh.close();
  });

  it("the console works under a sub-path, on a phone", async () => {
    const base = "/board/metrics/";
    const under = await serveSite(inject("subPathSite"), base);
    await other.goto(`${under.origin}${base}sql/#nps/waves/1`);
    await other.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    await status(other).filter({ hasText: words.links.arrived }).waitFor();
    await other.locator("[data-do=run]").click();
    await status(other)
      .filter({ hasText: /rows? in/ })
      .waitFor();
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await under.close();
  });

  it.each([
    [
      "the engine does not come",
      (one: Page) => one.route(/duckdb-eh\.bin/, (route) => route.fulfill({ status: 404 })),
      "duckdb-eh.bin answered 404",
    ],
    [
      "the database does not come",
      (one: Page) => one.route(/database\.bin/, (route) => route.abort()),
      "database.bin did not come",
    ],
    [
      "WebAssembly is blocked",
      (one: Page) =>
        one.route(/\/sql\/$/, async (route) => {
          const html = await (await route.fetch()).text();
          await route.fulfill({
            body: html.replace("'wasm-unsafe-eval'", ""),
            contentType: "text/html",
          });
        }),
      words.reasons.blocked,
    ],
    [
      "the host's own policy blocks WebAssembly",
      (one: Page) => sendPolicy(one, "default-src 'self'; style-src 'unsafe-inline'"),
      words.reasons.blocked,
    ],
    [
      "the host's own policy lets no worker of a blob start",
      (one: Page) => sendPolicy(one, "worker-src 'self'"),
      words.reasons.worker,
    ],
    [
      "the host's own policy asks for trusted types",
      (one: Page) => sendPolicy(one, "require-trusted-types-for 'script'"),
      words.reasons.worker,
    ],
    [
      "the host's own policy lets nothing be fetched",
      (one: Page) => sendPolicy(one, "connect-src 'none'"),
      "did not come",
    ],
    [
      "WebAssembly is not there",
      (one: Page) => one.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
      words.reasons.blocked,
    ],
  ])("where %s the reader is told why, and gets the database", async (_, spoil, why) => {
    const fresh = await browser.newContext();
    const spoiled = await fresh.newPage();
    await spoil(spoiled);
    await spoiled.goto(address);
    const told = spoiled.locator("[data-pane=no-engine]");
    await told.filter({ hasText: why }).waitFor({ timeout: patient });
    expect(await told.locator("a").getAttribute("href")).toBe("/data/hourglass.duckdb");
    expect(await spoiled.locator("[data-do=run]").isDisabled()).toBe(true);
    await fresh.close();
  });
});

/** A content security policy in the page's header, as some hosts send one. */
async function sendPolicy(one: Page, policy: string): Promise<void> {
  await one.route(/\/sql\/$/, async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), "content-security-policy": policy };
    await route.fulfill({ response, headers });
  });
}
