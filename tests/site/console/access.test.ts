import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openSample } from "../opened.ts";
import { openConsole, patient, runSql } from "./page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const { browser, server } = await openSample();

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** In light and dark, and whether the page is wider than its window. */
async function violationsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const told = await page.evaluate(async () => {
      const { axe: loaded } = globalThis as unknown as { axe: { run: () => Promise<AxeResults> } };
      const { violations } = await loaded.run();
      const { scrollWidth } = document.documentElement;
      return [
        ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
        ...(scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : []),
      ];
    });
    found.push(...told.map((text) => `${colorScheme}: ${text}`));
  }
  // The list of completions is walked from within the editor, which keeps the focus.
  return found.filter((text) => !/scrollable-region-focusable: <ul id="cm-ac-/.test(text));
}

type Step = [what: string, reach: (page: Page) => Promise<unknown>];

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

const steps: Step[] = [
  ["rows", (page) => runSql(page, "from mrr_movements limit 500")],
  [
    "a whole cell",
    async (page) => {
      await page.locator("[role=grid]").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator("dialog[open]").waitFor();
    },
  ],
  [
    "a chart",
    async (page) => {
      await page.keyboard.press("Escape");
      await page.locator("#result-chart-tab").click();
      await page.locator("#result-chart svg").first().waitFor({ timeout: patient });
    },
  ],
  ["an error", (page) => runSql(page, "select nope from accounts")],
  ["a refusal", (page) => runSql(page, "use memory")],
  [
    "questions",
    async (page) => {
      await page.locator("#side-tab-questions").click();
      await page.locator("button.question").first().waitFor();
    },
  ],
  ["history", (page) => page.locator("#side-tab-history").click()],
  [
    "own files, one of them broken",
    async (page) => {
      await page.locator("#side-tab-tables").click();
      await page.locator("#side-tables .pane > summary").click();
      const files = [file("mine.csv", "a,b\n1,2\n3\n"), file("broken.csv.gz", "a,b\n1,2\n")];
      await page.locator("#own-files").setInputFiles(files);
      await page.locator(".own > li").waitFor({ timeout: patient });
      await page.locator(".problems > li").waitFor({ timeout: patient });
    },
  ],
  [
    "a table, its first rows and a column's values",
    async (page) => {
      await page.locator(".schema details.table > summary:visible").first().click();
      await page.getByRole("button", { name: "Sample rows" }).first().click();
      await page.locator(".schema .sample table").first().waitFor({ timeout: patient });
      await page.locator(".schema button.values:visible").first().click();
      await page.locator(".schema .about dl").first().waitFor({ timeout: patient });
    },
  ],
  [
    "completions",
    async (page) => {
      await page.locator(".cm-content").focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.type("from acc");
      await page.keyboard.press("Control+Space");
      await page.locator(".cm-tooltip-autocomplete li").first().waitFor();
    },
  ],
];

describe.each([1440, 360])("a window of %d pixels has no accessibility violation with", (width) => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await openConsole(browser, `${server.origin}/sql/`, { width, height: 800 }));
    await page.evaluate(axe);
    await page.locator("details.side").evaluate((side) => side.setAttribute("open", ""));
    await page.locator(".schema .table").first().waitFor({ timeout: patient });
  });

  it.each(steps)("%s", async (_, reach) => {
    await reach(page);
    expect(await violationsOf(page)).toEqual([]);
  });
});
