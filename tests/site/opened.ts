import type { Browser, Page } from "playwright-core";
import { afterAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type SiteServer, serveSite } from "./server.ts";

/** A browser for the tests of a file, which is closed after them. */
export async function openBrowser(): Promise<Browser> {
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  return browser;
}

/** A browser and the sample company's site for the tests of a file, both closed after them. */
export async function openSample(): Promise<{ browser: Browser; server: SiteServer }> {
  const server = await serveSite(inject("site"));
  afterAll(server.close);
  return { browser: await openBrowser(), server };
}

/** What a page says on its console, and what it dies of, as it comes. */
export function messagesOf(page: Page): string[] {
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  return messages;
}
