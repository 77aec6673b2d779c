import type { Browser, Page } from "playwright-core";

/** The engine starts beside other tests. */
export const patient = 60_000;

/** The console's page with its engine ready; what the page complains of is kept in `messages`. */
export async function openConsole(
  browser: Browser,
  address: string,
  viewport = { width: 1440, height: 900 },
): Promise<{ page: Page; messages: string[] }> {
  const page = await browser.newPage({ viewport });
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  await page.goto(address);
  await page.locator("[data-do=run]:enabled").waitFor({ timeout: patient });
  return { page, messages };
}

/** What the editor holds. */
export function editorText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const area = document.querySelector<HTMLTextAreaElement>("[data-pane=editor] textarea");
    const lines = [...document.querySelectorAll("[data-pane=editor] .cm-line")];
    return area?.value ?? lines.map((line) => line.textContent ?? "").join("\n");
  });
}

/** Types a statement into the editor, in the place of what is there, and runs it. */
export async function runSql(page: Page, sql: string): Promise<string> {
  const editor = page.locator("[data-pane=editor] :is(textarea, .cm-content)").first();
  await editor.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(sql);
  const status = page.locator("[data-pane=status]");
  const before = await status.textContent();
  await page.locator("[data-do=run]").click();
  await page.waitForFunction(
    ([earlier]) => {
      const told = document.querySelector("[data-pane=status]")?.textContent;
      const failure = document.querySelector<HTMLElement>("[data-pane=failure]");
      const isRunning = document.querySelector<HTMLElement>("[data-do=stop]")?.hidden === false;
      return !isRunning && (told !== earlier || failure?.hidden === false);
    },
    [before],
  );
  return (await status.textContent()) ?? "";
}
