import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runScript } from "./build.ts";
import { config, contracts, smallCompany } from "./company.ts";
import { openBrowser } from "./opened.ts";
import { serveSite } from "./server.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const browser = await openBrowser();

it("rows set aside read well on a phone, by every rule, and run nothing they hold", async () => {
  const folder = smallCompany({
    "contracts.csv": `${contracts}<script>alert(1)</script>,<img src=x onerror=alert(1)>,2023-01-01,2024-12-31,100,monthly\nC6,A1,2024-01-01,<b>soon</b>,250,monthly\n`,
    "dashboard.config.ts": config.replace(
      'as_of: "2024-06-30",',
      'as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 0.5,',
    ),
  });
  const site = join(folder, "site");
  const { code } = runScript("build", [
    "--config",
    join(folder, "dashboard.config.ts"),
    "--out",
    site,
  ]);
  expect(code).toBe(0);
  const server = await serveSite(site);
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  try {
    const page = await context.newPage();
    const messages: string[] = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("dialog", (dialog) => messages.push(dialog.message()));
    await page.goto(`${server.origin}/data/`, { waitUntil: "networkidle" });
    expect(await page.locator("h1").textContent()).toMatch(/^2 rows set aside = 350/);
    expect(await page.locator("#quarantine table").count()).toBe(3);
    expect(await page.locator("main img, main script, main b").count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const { run } = (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe;
      return (await run()).violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    expect(messages).toEqual([]);
  } finally {
    await context.close();
    await server.close();
  }
});

interface AxeResults {
  violations: { id: string }[];
}
