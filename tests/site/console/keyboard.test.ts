import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { say } from "../../../src/text/index.ts";
import { openSample } from "../opened.ts";
import { editorText, openConsole, patient } from "./page.ts";

const words = say.console.session;

const { browser, server } = await openSample();
const { page, messages } = await openConsole(browser, `${server.origin}/sql/`);
await page.locator(".schema .table").first().waitFor({ timeout: patient });

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** What has the keyboard, inside the editor's shadow tree too. */
const focused = () =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element) return { name: "", isSeen: false };
    const box = element.getBoundingClientRect();
    const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
    const role = element.getAttribute("role") ?? element.localName;
    // Two groups have a button of the same name.
    const group = element.closest("[role=group]")?.getAttribute("aria-label") ?? "";
    return {
      name: `${role} ${name.trim()} ${element.id}${group}`,
      isSeen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    };
  });

/** By Tab alone, from where the keyboard is; the editor is left by Escape first. */
async function tabTo(wanted: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 200; step++) {
    await press(key);
    const { name } = await focused();
    passed.push(name.slice(0, 40));
    if (wanted.test(name)) {
      // Scrolled to with the next frame.
      const message = `${name} is not seen`;
      await expect.poll(async () => (await focused()).isSeen, { message }).toBe(true);
      return;
    }
    if (name.startsWith(`textbox ${words.editor}`)) await press("Escape");
  }
  throw new Error(`Tab does not reach ${wanted}; it passes ${[...new Set(passed)].join(", ")}`);
}

const status = (text: RegExp) =>
  page.locator("[data-pane=status]").filter({ hasText: text }).waitFor({ timeout: patient });

it("a figure's question is found, opened and run", async () => {
  await tabTo(/^tab Tables/);
  await press("ArrowRight");
  expect((await focused()).name).toMatch(/^tab Questions/);
  await tabTo(new RegExp(`^input ${say.console.schema.findQuestion}`));
  await page.keyboard.type("nps waves");
  await tabTo(/^button .*/);
  await press("Enter");
  await expect.poll(() => editorText(page)).toContain("from nps");
  expect((await focused()).name).toMatch(/^textbox/);
  await press("Control+Enter");
  await status(/rows? in/);
});

it("the editor is written in, left, and run from without", async () => {
  await press("Control+a");
  await page.keyboard.type("from mrr_movements", { delay: 5 });
  await press("Escape", "Escape", "Tab");
  expect((await focused()).name).toMatch(new RegExp(`^button ${words.run}`));
  await press("Enter");
  await status(/^[\d,]+ rows in/);
  expect((await focused()).name).toMatch(new RegExp(`^button ${words.run}`));
  await press("Shift+Tab");
  expect((await focused()).name).toMatch(/^textbox/);
});

it("a query that does not end is stopped", async () => {
  await press("Control+a");
  await page.keyboard.insertText("select count(*) from range(1000000000) a, range(100) b");
  await press("Escape", "Escape", "Tab", "Enter");
  expect((await focused()).name).toMatch(new RegExp(`^button ${words.stop}`));
  await press("Enter");
  await status(/Stopped after/);
  expect((await focused()).name).toMatch(new RegExp(`^button ${words.run}`));
});

it("cells are walked, sorted, pinned, widened, opened and copied", async () => {
  await press("Shift+Tab", "Control+a");
  await page.keyboard.insertText("select range as n, -range as m from range(1000)");
  await press("Control+Enter");
  await status(/^1,000 rows/);
  await tabTo(/^grid /);
  const grid = page.locator("[role=grid]");
  // Drawn with the next frame.
  const active = async (read: (cell: Locator) => Promise<unknown>) => {
    const id = await grid.getAttribute("aria-activedescendant");
    return id ? read(page.locator(`[id="${id}"]`)) : undefined;
  };
  const width = () => active(async (cell) => (await cell.boundingBox())?.width);
  await press("ArrowDown", "ArrowRight");
  await expect.poll(() => active((cell) => cell.textContent())).toBe("-1");
  await press("ArrowUp", "ArrowUp");
  await expect.poll(() => active((cell) => cell.getAttribute("role"))).toBe("columnheader");
  await press("Enter");
  await expect.poll(() => active((cell) => cell.getAttribute("aria-sort"))).toBe("ascending");
  const before = Number(await width());
  await press("Alt+ArrowRight", "Alt+ArrowRight");
  await expect.poll(width).toBe(before + 32);
  await press("p");
  await expect
    .poll(() => page.locator(".title.pinned .name").textContent({ timeout: 1_000 }))
    .toContain("m");
  await press("Control+Home", "Shift+ArrowDown");
  await page.evaluate(() => {
    addEventListener("copy", (event) => {
      document.body.dataset.copied = event.clipboardData?.getData("text/plain") ?? "";
    });
  });
  await press("Control+c");
  const copied = () => page.locator("body").getAttribute("data-copied");
  await expect.poll(async () => (await copied())?.split("\n").length).toBeGreaterThan(1);
  await press("Enter");
  await page.locator("dialog[open]").waitFor();
  await press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  expect((await focused()).name).toMatch(/^grid /);
});

it("cells are copied in three forms and taken as three files", async () => {
  const { copy, download: files } = say.console.result.take;
  for (const form of ["JSON", "Markdown", "TSV"]) {
    await tabTo(new RegExp(`^button ${form} ${copy}$`), "Shift+Tab");
    await press("Enter");
  }
  for (const form of ["CSV", "JSON", "XLSX"]) {
    const download = page.waitForEvent("download");
    await tabTo(new RegExp(`^button ${form} ${files}$`));
    await press("Enter");
    expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${form}$`, "i"));
  }
});

it("a chart is drawn of other columns and another mark", async () => {
  await tabTo(/^tab .*result-rows-tab/, "Shift+Tab");
  await press("ArrowRight");
  await page.locator("#result-chart svg").first().waitFor({ timeout: patient });
  const picture = () => page.locator("#result-chart svg").first().innerHTML();
  const before = await picture();
  await tabTo(/^select /);
  await press("ArrowDown");
  await expect.poll(picture).not.toBe(before);
  await tabTo(/^tab .*result-chart-tab/, "Shift+Tab");
  await press("ArrowLeft");
});

it("tabs are added, walked and closed", async () => {
  await tabTo(new RegExp(`^button ${words.tabs.add}`), "Shift+Tab");
  await press("Enter");
  const tabs = page.locator(".tabs [role=tab]");
  const count = await tabs.count();
  expect((await focused()).name).toMatch(/^tab /);
  await press("ArrowLeft");
  expect(await tabs.nth(count - 2).getAttribute("aria-selected")).toBe("true");
  await press("ArrowRight", "Delete");
  expect(await tabs.count()).toBe(count - 1);
  expect((await focused()).name).toMatch(/^tab /);
});

it("a table is found, opened and put into the query; a column tells its values", async () => {
  await tabTo(/^tab (Tables|Questions)/, "Shift+Tab");
  if ((await focused()).name.includes("Questions")) await press("ArrowLeft");
  await tabTo(/^input .*/);
  await page.keyboard.type("contracts");
  const table = page.locator(".schema details.table[open]").first();
  await tabTo(/^summary contracts/);
  await press("Enter");
  await table.waitFor();
  await tabTo(/^button Sample rows/);
  await press("Enter");
  await table.locator(".sample table").waitFor({ timeout: patient });
  await tabTo(new RegExp(`^button ${say.console.schema.summaryOf("contract_id")}`));
  await press("Enter");
  await table.locator(".about dl").first().waitFor({ timeout: patient });
});

it("a file of one's own is chosen", async () => {
  // Asked for well before it opens: the browser takes its time to listen.
  const chooser = page.waitForEvent("filechooser", { timeout: patient });
  await tabTo(new RegExp(`^summary ${say.console.files.title}`), "Shift+Tab");
  await press("Enter");
  await tabTo(/own-files$/);
  await press("Space");
  await (await chooser).setFiles({
    name: "mine.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("a,b\n1,2\n"),
  });
  await page.locator(".own > li").waitFor({ timeout: patient });
  await tabTo(/^button .*mine/);
  await press("Enter");
  await expect.poll(() => page.locator(".own > li").count()).toBe(0);
});

it("what was run before is opened again", async () => {
  await tabTo(/^tab Tables/, "Shift+Tab");
  await press("ArrowLeft");
  expect((await focused()).name).toMatch(/^tab History/);
  await tabTo(/^button .*range\(1000\)/);
  await press("Enter");
  await expect.poll(() => editorText(page)).toContain("range(1000)");
});

it("a query is laid out, and its link copied", async () => {
  await tabTo(new RegExp(`^button ${words.format}`));
  await press("Enter");
  await expect.poll(() => editorText(page)).toContain("\n    range as n,");
  await tabTo(new RegExp(`^button ${words.link}`));
  await press("Enter");
  await status(/link/);
});

it("nothing was complained of", () => {
  // Of the style that the browser itself puts into a line typed over, and the editor draws anew.
  const own = messages.filter((text) => !text.startsWith("Applying inline style"));
  expect(own).toEqual([]);
});
