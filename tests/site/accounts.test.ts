import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { runScript } from "./build.ts";
import { config, smallCompany } from "./company.ts";
import { type SiteServer, serveSite } from "./server.ts";

let browser: Browser;
let server: SiteServer;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(inject("site"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function openRetention(search = ""): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await context.newPage();
  await page.goto(`${server.origin}/retention/${search}`, { waitUntil: "networkidle" });
  return page;
}

it("Enter on every cell of a cohort lists as many accounts as the cell counts", async () => {
  const page = await openRetention();
  const drawing = page.locator("#cohorts-customers .drawing:visible");
  await drawing.focus();
  await page.keyboard.press("Home");
  for (let column = 0; column < 13; column++) {
    const [heading = "", , counts = ""] = await drawing.locator(".reading p").allTextContents();
    const [live, reached] = counts.split(" / ");
    const [quarter, age] = heading.split(" · ");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    const title = (await dialog.getByRole("heading").textContent()) ?? "";
    expect(title).toContain(`${live} of ${reached} customers won in ${quarter}`);
    expect(title).toContain(` ${Number.parseInt(age ?? "", 10)} month`);
    expect(await dialog.locator("tbody tr").count()).toBe(Number(reached));
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    await page.keyboard.press("ArrowRight");
  }
  await page.context().close();
});

it("under a filter, Enter lists those of the segment only, and says so", async () => {
  const page = await openRetention("?tier=small");
  await page.locator("#cohorts-customers .scope").waitFor();
  const drawing = page.locator("#cohorts-customers .drawing:visible");
  await drawing.focus();
  await page.keyboard.press("Home");
  const [, , counts = ""] = await drawing.locator(".reading p").allTextContents();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  expect(await dialog.locator(".scope").textContent()).toContain("small");
  expect(await dialog.locator("tbody tr").count()).toBe(Number(counts.split(" / ")[1]));
  expect(await dialog.locator("pre").textContent()).toContain("tier = 'small'");
  await page.context().close();
});

it("a click on a step lists as many as left there, to be copied into a sheet", async () => {
  const page = await openRetention();
  const drawing = page.locator("#churn .drawing:visible");
  const table = page.locator("#churn details").first();
  await table.evaluate((details) => details.setAttribute("open", ""));
  const row = table.locator("tbody tr").nth(12);
  expect(await row.locator("td").first().textContent()).toBe("12");
  const left = await row.locator("td").nth(2).textContent();
  await drawing.focus();
  await page.keyboard.press("Home");
  for (let age = 0; age < 12; age++) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  expect(await dialog.getByRole("heading").textContent()).toBe(
    `${left} customers left after 12 completed months`,
  );
  await dialog.getByRole("button", { name: "Copy as a table" }).click();
  await dialog.getByRole("button", { name: "Copied" }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split("\n")).toHaveLength(1 + Number(left));
  expect(copied.split("\n")[1]?.split("\t")).toHaveLength(5);
  await page.context().close();
});

it("nobody is listed, nor shipped, where accounts are not published one by one", () => {
  const none = config.replace("datasets:", 'publish: { accounts: "none" }, datasets:');
  const folder = smallCompany({ "dashboard.config.ts": none });
  const out = join(folder, "site");
  const { code, output } = runScript("build", [
    "--config",
    join(folder, "dashboard.config.ts"),
    "--out",
    out,
  ]);
  expect(code, output).toBe(0);
  expect(existsSync(join(out, "data/accounts"))).toBe(false);
  const html = readFileSync(join(out, "retention/index.html"), "utf8");
  expect(html).toContain("Accounts are not published one by one");
  expect(html).not.toContain("data/accounts");
  expect(existsSync(join(out, "engine"))).toBe(false);
  const sql = readFileSync(join(out, "sql/index.html"), "utf8");
  expect(sql).toContain("so no engine comes with it");
  expect(sql).toContain('href="/data/hourglass.duckdb"');
  expect(sql).not.toContain("data-pane");
});
