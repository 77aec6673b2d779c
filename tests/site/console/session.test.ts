import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { encodeQuery } from "../../../src/client/console/links/query-link.ts";
import { say } from "../../../src/text/index.ts";
import { openSample } from "../opened.ts";
import { editorText, openConsole, patient, runSql, writeSql } from "./page.ts";

const words = say.console.session;

const { browser, server } = await openSample();
const address = `${server.origin}/sql/`;
let page: Page;
let messages: string[];

beforeAll(async () => {
  ({ page, messages } = await openConsole(browser, address));
});

const status = () => page.locator("[data-pane=status]");
const failure = () => page.locator("[data-pane=failure]");

describe("the console's start", () => {
  it("takes at most 7 MB from a host that packs nothing, the whole database among them", () => {
    const files = [...server.sent.keys()].map((path) =>
      join(inject("site"), path.endsWith("/") ? `${path}index.html` : path),
    );
    const sizes = files.map((file) => statSync(file).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(7_000_000);
  });

  it("takes at most 6.5 MB from a host that packs", async () => {
    expect(await runSql(page, "select 1")).toMatch(/^1 row in \d+ ms$/);
    const bytes = [...server.sent.values()].reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(6_500_000);
  });

  it("takes engine and database from the browser at the next visit", async () => {
    server.sent.clear();
    await page.reload();
    await page.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    const kept = /(?:duckdb-eh|worker|database)\.bin$/;
    expect([...server.sent.keys()].filter((path) => kept.test(path))).toEqual([]);
    expect(await runSql(page, "select 1")).toMatch(/^1 row/);
  });
});

describe("a run before the engine is there", () => {
  const press = async (sql: string) => {
    const fresh = await (await browser.newContext()).newPage();
    const { promise: come, resolve: letCome } = Promise.withResolvers<void>();
    await fresh.route(/worker\.bin/, async (route) => {
      await come;
      await route.continue();
    });
    await fresh.goto(address);
    await fresh.locator("[data-do=run]:enabled").waitFor();
    await writeSql(fresh, sql);
    await fresh.locator("[data-do=run]").click();
    const told = fresh.locator("[data-pane=status]");
    return { fresh, letCome, told };
  };

  it("waits for it, and needs no second press", async () => {
    const { fresh, letCome, told } = await press("select 41 + 1 as answer");
    expect(await fresh.locator("[data-do=stop]").isVisible()).toBe(true);
    await writeSql(fresh, "select 'typed later'");
    letCome();
    await told.filter({ hasText: /^1 row/ }).waitFor({ timeout: patient });
    expect(await fresh.locator(".result").textContent()).toContain("42");
    await fresh.context().close();
  });

  it("is taken back by Stop", async () => {
    const { fresh, letCome, told } = await press("select 1");
    await fresh.locator("[data-do=stop]").click();
    await told.filter({ hasText: words.notStarted }).waitFor();
    letCome();
    await fresh.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    await told.filter({ hasText: words.ready }).waitFor();
    expect(await fresh.locator(".result").textContent()).toBe("");
    await fresh.context().close();
  });
});

describe("a run", () => {
  it("gives the last statement's rows, exactly", async () => {
    expect(
      await runSql(
        page,
        "create table mine as select 1 as n; insert into mine values (2); from mine",
      ),
    ).toMatch(/^2 rows/);
    expect(await runSql(page, "from mine as a join mrr_movements as b on true limit 7")).toMatch(
      /^7 rows/,
    );
  });

  it("gives the words of enums, alone and in nested values, whatever stands around it", async () => {
    const made = "create type mood as enum ('sad', 'it''s; ok'); create table moods as";
    await runSql(page, `${made} select unnest(['it''s; ok', null, 'sad'])::mood as m`);
    await runSql(page, "select 'ä'; select m, {'l': [m]} as s from moods; ; -- ; end");
    const cells = page.locator(".result [role=gridcell]");
    expect(await cells.allTextContents()).toEqual([
      `it's; ok`,
      `{"l": ["it's; ok"]}`,
      "NULL",
      `{"l": [null]}`,
      "sad",
      `{"l": ["sad"]}`,
    ]);
    await runSql(page, "select m from moods where m is null limit 0");
    expect(await status().textContent()).toMatch(/^0 rows/);
    expect(await runSql(page, "insert into moods values ('sad') returning m")).toBe(words.refused);
    expect(await failure().textContent()).toContain(words.enumWords.message("m"));
  });

  it("is of the selection where there is one, by the keyboard", async () => {
    await writeSql(page, "selct; select 1 as one union all select 2");
    await page.keyboard.press("Control+Home");
    for (let step = 0; step < "selct; ".length; step++) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Shift+End");
    await page.keyboard.press("Control+Enter");
    await status()
      .filter({ hasText: /^2 rows/ })
      .waitFor();
  });

  it("says what DuckDB has against it, with its hint, and marks the place", async () => {
    await runSql(page, "select 'äö€', mrr_clsing from mrr_movements; select 2");
    expect(await failure().textContent()).toContain('Referenced column "mrr_clsing" not found');
    expect(await failure().textContent()).toContain("Candidate bindings");
    expect(await page.locator(".cm-lintRange-error").textContent()).toBe("mrr_clsing");
    await runSql(page, "select 1");
    expect(await failure().isHidden()).toBe(true);
    expect(await page.locator(".cm-lintRange-error").count()).toBe(0);
  });

  it("stops at a million rows, and says so", async () => {
    expect(await runSql(page, "from range(1_200_000)")).toMatch(
      /^1,000,000 rows in .*: the first 1,000,000; the others were not fetched/,
    );
  });

  it.each([
    [
      "between two steps of the engine",
      "select count(*) from range(1_000_000_000) a, range(100) b",
    ],
    [
      "by a new engine, where one step does not end",
      "from range(10_000_000) a, range(10_000_000) b where a.range * b.range = -1",
    ],
  ])("is stopped %s", async (_, endless) => {
    await writeSql(page, endless);
    await page.keyboard.press("Control+Enter");
    await page.locator("[data-do=stop]").click();
    await status().filter({ hasText: "Stopped after" }).waitFor({ timeout: patient });
    expect(await runSql(page, "select 1")).toMatch(/^1 row/);
  });

  it("reaches no file, no other address and no setting", async () => {
    for (const sql of [
      "from read_csv('http://127.0.0.1:1/x.csv')",
      "from 'hourglass.duckdb'",
      "attach 'other.duckdb'",
      "copy (select 1) to 'x.csv'",
      "install json; load json",
      "set enable_external_access = true",
      "reset lock_configuration",
      "insert into hourglass.main.accounts select * from hourglass.main.accounts",
    ]) {
      await runSql(page, sql);
      expect(await failure().textContent(), sql).toMatch(/error|switched off/i);
    }
  });
});

describe("the engine's worker", () => {
  it("has the page's policy: no other host is reached from within it either", async () => {
    const html = readFileSync(join(inject("site"), "sql/index.html"), "utf8");
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? "";
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    const [worker] = page.workers();
    const refused = await worker?.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        addEventListener("securitypolicyviolation", (event) =>
          resolve((event as SecurityPolicyViolationEvent).effectiveDirective),
        );
      });
      await fetch("http://127.0.0.1:9/").catch(() => undefined);
      return violation;
    });
    expect(refused).toBe("connect-src");
    messages.splice(0);
  });
});

describe("the editor", () => {
  it("offers the columns of the tables that are read, with their types", async () => {
    await writeSql(page, "from mrr_movements as m where m.closing_m");
    await page.keyboard.press("Control+Space");
    const option = page.locator(".cm-tooltip-autocomplete li").first();
    await option.waitFor();
    expect(await option.textContent()).toBe("closing_mrrdecimal(38,6)");
    await page.keyboard.press("Escape");
  });

  it("brings a query into the house's form", async () => {
    await writeSql(page, "SELECT a,b FROM t WHERE a>1");
    await page.getByRole("button", { name: words.format }).click();
    await expect
      .poll(() => editorText(page))
      .toBe("select\n    a,\n    b\nfrom\n    t\nwhere\n    a > 1");
  });

  it("is left by Escape and Tab", async () => {
    await page.locator(".cm-content").focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(words.run);
  });
});

describe("tabs and history", () => {
  it("come back after a reload", async () => {
    await page.getByRole("button", { name: words.tabs.add }).click();
    await runSql(page, "select 42 as answer");
    await page.reload();
    await page.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    expect(await editorText(page)).toBe("select 42 as answer");
    expect(await page.locator(".tabs [role=tab]").count()).toBe(2);
    await page.getByRole("tab", { name: words.sides.history }).click();
    const last = page.locator(".runs li").first();
    expect(await last.textContent()).toMatch(/^select 42 as answer.* · \d+ ms · 1 row$/);
    await page.locator(".tabs [role=tab]").last().focus();
    await page.keyboard.press("Delete");
    expect(await page.locator(".tabs [role=tab]").count()).toBe(1);
  });
});

describe("two tabs of the browser", () => {
  it("have their own queries after a reload, and one history", async () => {
    const context = await browser.newContext();
    const pages = [await context.newPage(), await context.newPage()] as const;
    for (const one of pages) {
      await one.goto(address);
      await one.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
    }
    const [first, second] = pages;
    await runSql(first, "select 1 as first");
    await runSql(second, "select 2 as second");
    await first.reload();
    await first.locator(".cm-line").first().waitFor();
    expect(await editorText(first)).toBe("select 1 as first");
    for (const one of pages) {
      expect(await one.locator(".runs li button").allTextContents()).toEqual([
        "select 2 as second",
        "select 1 as first",
      ]);
    }
    await context.close();
  });
});

describe("a link", () => {
  const arrive = async (hash: string) => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForFunction(() => location.hash === "");
  };

  it("shows its query, and does not run it", async () => {
    await arrive(await encodeQuery("create table gone as select 'äö€' as x"));
    await status().filter({ hasText: words.links.arrived }).waitFor();
    expect(await editorText(page)).toBe("create table gone as select 'äö€' as x");
    await runSql(page, "from gone");
    expect(await failure().textContent()).toContain("gone does not exist");
  });

  it("by the name of a figure's query opens that query", async () => {
    await arrive("#overview/arr/1");
    await status().filter({ hasText: words.links.arrived }).waitFor();
    expect(await editorText(page)).toContain("from ");
    await page.locator("[data-do=run]").click();
    await status()
      .filter({ hasText: /rows? in/ })
      .waitFor();
  });

  it("that is broken, or names nothing, says so", async () => {
    await arrive("#q=K07NSU0");
    await status().filter({ hasText: words.links.broken }).waitFor();
    await arrive("#nowhere/1");
    await status()
      .filter({ hasText: words.links.unknown("nowhere/1") })
      .waitFor();
    await arrive("#%E0%A4%A");
    await status()
      .filter({ hasText: words.links.unknown("%E0%A4%A") })
      .waitFor();
  });

  it("stands at every query that a page shows, and leads to the same query", () => {
    const site = inject("site");
    const questions = readFileSync(join(site, "data/questions.json"), "utf8");
    const known = new Map(
      (JSON.parse(questions) as { questions: { address: string; sql: string }[] }).questions.map(
        ({ address: own, sql }) => [own, sql.trim()],
      ),
    );
    for (const path of ["", "retention/", "cash-flow/", "nps/", "metrics/nrr/"]) {
      const html = readFileSync(join(site, path, "index.html"), "utf8");
      const shown = [...html.matchAll(/<pre[^>]*data-(?:query|mart)[^>]*>([^<]*)<\/pre>/g)];
      const led = [
        ...html.matchAll(
          /<pre[^>]*>([^<]*)<\/pre>\s*<p class="to-console"><a href="\/sql\/#([^"]+)"/g,
        ),
      ];
      expect(led.length, path).toBeGreaterThan(1);
      expect(led.length, path).toBe(shown.length);
      for (const [, sql = "", own = ""] of led) {
        const text = sql
          .replaceAll("&lt;", "<")
          .replaceAll("&gt;", ">")
          .replaceAll("&quot;", '"')
          .replaceAll("&#39;", "'")
          .replaceAll("&amp;", "&");
        expect(known.get(own), own).toBe(text.trim());
      }
    }
  });
});

it("the console goes on where the network is cut after its start", async () => {
  await hasFetchedAhead(page);
  await page.context().setOffline(true);
  expect(await runSql(page, "select count(*) from usage")).toMatch(/^1 row/);
  expect(await runSql(page, "from mrr_movements")).toMatch(/^[\d,]+ rows/);
  await page.context().setOffline(false);
});

it(
  "draws, formats and writes a workbook, too, with what it fetched a little after its start",
  async () => {
    const cut = await openConsole(browser, address);
    await hasFetchedAhead(cut.page);
    await cut.page.context().setOffline(true);
    await runSql(cut.page, "select 1 as a, 2 as b");
    const download = cut.page.waitForEvent("download");
    await cut.page.getByRole("button", { name: "XLSX" }).click();
    await download;
    await cut.page.locator("#result-chart-tab").click();
    await cut.page.locator("#result-chart svg").first().waitFor();
    await cut.page.locator("[data-do=format]").click();
    await expect.poll(() => editorText(cut.page)).toContain("\n    1 as a,");
    expect(cut.messages).toEqual([]);
    await cut.page.close();
  },
  2 * patient,
);

it("nothing was complained of", () => {
  expect(messages).toEqual([]);
});

/** What is not needed for a first answer comes a little later, and with it all that it imports. */
async function hasFetchedAhead(one: Page): Promise<void> {
  const scripts = await one.waitForFunction(() => {
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    const parts = ["panel.", "workbook.", "esm."].map((part) =>
      fetched.find((name) => name.includes(`/_astro/${part}`)),
    );
    return parts.every((part) => part !== undefined) && parts;
  });
  // As text: the test's own tools would rewrite an import.
  const list = JSON.stringify(await scripts.jsonValue());
  await one.evaluate(`Promise.all(${list}.map((part) => import(part)))`);
}
