import type { Browser, Page } from "playwright-core";
import { messagesOf } from "../opened.ts";

/** The engine starts beside other tests. */
export const patient = 60_000;

/** The console's page with its engine ready; what the page complains of is kept in `messages`. */
export async function openConsole(
  browser: Browser,
  address: string,
  viewport = { width: 1440, height: 900 },
): Promise<{ page: Page; messages: string[] }> {
  const page = await browser.newPage({ viewport });
  const messages = messagesOf(page);
  await page.goto(address);
  await page.locator(".console[data-engine=ready]").waitFor({ timeout: patient });
  return { page, messages };
}

/** What the editor holds. */
export async function editorText(page: Page): Promise<string> {
  return (await page.locator(".cm-line").allTextContents()).join("\n");
}

/** Puts a text into the editor in the place of what is there, as a paste does. */
export async function writeSql(page: Page, sql: string): Promise<void> {
  await page.locator(".cm-content").focus();
  await page.keyboard.press("Control+A");
  await page.locator(".cm-content").evaluate((content, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    content.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, sql);
}

/** Starts a statement in the place of what the editor has. */
export async function startSql(page: Page, sql: string): Promise<void> {
  await writeSql(page, sql);
  // What an earlier run left would look like an answer.
  await page.locator("[data-pane=status]").evaluate((status) => {
    status.textContent = "";
  });
  await page.locator("[data-do=run]").click();
}

/** Runs a statement in the place of what the editor has; what the page tells of it. */
export async function runSql(page: Page, sql: string): Promise<string> {
  await startSql(page, sql);
  await page.waitForFunction(
    () =>
      document.querySelector<HTMLElement>("[data-do=stop]")?.hidden === true &&
      document.querySelector("[data-pane=status]")?.textContent !== "",
    undefined,
    { timeout: 2 * patient },
  );
  return (await page.locator("[data-pane=status]").textContent()) ?? "";
}
