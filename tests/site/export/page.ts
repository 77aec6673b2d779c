import { buffer } from "node:stream/consumers";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { messagesOf } from "../opened.ts";

/** What the clipboard holds after a copy. */
export interface Clipboard {
  png: Buffer;
  html: string;
  text: string;
}

/** A page whose clipboard can be read back, and all that it says on its console. */
export interface ExportPage {
  page: Page;
  messages: string[];
  close: () => Promise<void>;
}

const granted = ["clipboard-read", "clipboard-write"];

export async function openExports(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<ExportPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: granted,
    ...options,
  });
  const page = await context.newPage();
  const messages = messagesOf(page);
  await page.goto(address);
  return { page, messages, close: () => context.close() };
}

export const toldOf = (page: Page, figure: string) => page.locator(`#${figure} .actions > .told`);

/** Presses Copy, and reads the clipboard back. */
export async function copyFigure(page: Page, figure: string): Promise<Clipboard> {
  const told = toldOf(page, figure);
  if ((await told.count()) > 0) await told.evaluate((line) => line.remove());
  await page.locator(`#${figure} [data-take=copy]`).click();
  await told.filter({ hasText: "Copied" }).waitFor();
  return readClipboard(page);
}

/** The newest clipboard item; what it does not hold is empty. */
export async function readClipboard(page: Page): Promise<Clipboard> {
  const { png, html, text } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blobOf = async (type: string) =>
      item?.types.includes(type) ? await item.getType(type) : new Blob();
    const image = new Uint8Array(await (await blobOf("image/png")).arrayBuffer());
    return {
      png: Array.from(image, (byte) => String.fromCharCode(byte)).join(""),
      html: await (await blobOf("text/html")).text(),
      text: await (await blobOf("text/plain")).text(),
    };
  });
  return { png: Buffer.from(png, "latin1"), html, text };
}

/** Takes a file from a figure's menu. */
export async function saveFigure(
  page: Page,
  figure: string,
  item: string,
): Promise<{ name: string; bytes: Buffer }> {
  await page.locator(`#${figure} [data-take=more]`).click();
  const started = page.waitForEvent("download");
  await page.locator(`#${figure} [data-item=${item}]`).click();
  const download = await started;
  const bytes = await buffer(await download.createReadStream());
  return { name: download.suggestedFilename(), bytes };
}
