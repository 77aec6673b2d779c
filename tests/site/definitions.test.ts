import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runScript } from "./build.ts";
import { makeFolder } from "./company.ts";
import { openSample } from "./opened.ts";
import { serveSite } from "./server.ts";

const { browser, server } = await openSample();

type Cells = string[][];

/** The text of a page and of the cells of its tables, heads included. */
async function read(url: string): Promise<{ title: string; tables: Cells[]; pairs: string[] }> {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    return await page.evaluate(() => {
      const text = (element: Element | null) => (element?.textContent ?? "").trim();
      return {
        title: text(document.querySelector("h1")),
        tables: [...document.querySelectorAll("table")].map((table) =>
          [...table.querySelectorAll("tr")].map((row) =>
            [...row.querySelectorAll("th, td")].map((cell) => text(cell)),
          ),
        ),
        pairs: [...document.querySelectorAll("details.pair summary")].map((one) =>
          text(one).replaceAll(/\s+/g, " "),
        ),
      };
    });
  } finally {
    await page.close();
  }
}

/** The company of the hand-computed cases, measured in February 2025. */
function caseCompany(configuration: string): string {
  const folder = makeFolder();
  const source = join(import.meta.dirname, "../metrics/cases/stg_definition_headline/hourglass");
  const accounts = readFileSync(join(source, "accounts.csv"), "utf8").trim().split("\n").slice(1);
  writeFileSync(
    join(folder, "accounts.csv"),
    `account_id,name\n${accounts.map((id) => `${id},Company ${id.toUpperCase()}\n`).join("")}`,
  );
  for (const name of ["contracts", "costs"])
    writeFileSync(join(folder, `${name}.csv`), readFileSync(join(source, `${name}.csv`)));
  writeFileSync(
    join(folder, "dashboard.config.json"),
    `{ "company": { "name": "Case", "currency": "USD" }, "as_of": "2025-02-28",
      "margin": { "gross": 0.5 }, ${configuration}
      "datasets": { "accounts": "accounts.csv", "contracts": "contracts.csv", "costs": "costs.csv" } }`,
  );
  const args = ["--config", join(folder, "dashboard.config.json"), "--out", join(folder, "site")];
  const { code, output } = runScript("build", args);
  expect(output.slice(-800) && code).toBe(0);
  return join(folder, "site");
}

describe("the page of definitions", () => {
  it("prints the numbers worked out by hand for every preset, and names them in its title", async () => {
    const site = await serveSite(caseCompany(""));
    try {
      const { title, tables, pairs } = await read(`${site.origin}/metrics/definitions/`);
      expect(title).toBe("NRR reads 61.3% or 95.2%, depending on whose rules");
      expect(tables[0]).toEqual([
        ["Metric", "This site: Hourglass", "ChartMogul", "Stripe", "ProfitWell", "Baremetrics"],
        ["MRR", "$365", "$305", "$265", "$305", "$305"],
        ["ARR", "$4,380", "$3,660", "$3,180", "$3,660", "$3,660"],
        ["Customers", "7", "6", "5", "6", "6"],
        ["Logo churn, month", "0%", "20%", "37.5%", "20%", "20%"],
        ["Gross MRR churn, month", "10%", "30%", "33.3%", "30%", "30%"],
        ["NRR", "95.2%", "75.8%", "62.9%", "75.8%", "61.3%"],
        ["GRR", "90.3%", "71%", "58.1%", "71%", "61.3%"],
        ["Quick ratio", "2.1×", "1.0×", "0.8×", "1.1×", "0.8×"],
        ["LTV, expected", "$1,220", "$1,830", "$633", "$254", "$254"],
        ["LTV:CAC", "2.0×", "3.1×", "1.1×", "0.2×", "0.4×"],
      ]);
      // w awaits renewal for Hourglass alone; g was away for 14 days, before the year's two ends.
      expect(pairs[0]).toBe("Hourglass and ChartMogul: 1 account");
      expect(tables[2]?.slice(1).map((row) => row.slice(1))).toEqual([
        [
          "$60",
          "$0",
          "MRR, logo churn, gross MRR churn, NRR and GRR, quick ratio",
          "Its last term has ended without notice: awaiting renewal by Hourglass, churn by ChartMogul",
        ],
      ]);
      // n has given notice; b, f and r came in the month; d pays 30 less.
      const stripe = pairs.indexOf("ChartMogul and Stripe: 5 accounts");
      expect(stripe).toBeGreaterThan(0);
      // g and r came back within the year.
      expect(pairs).toContain("ChartMogul and Baremetrics: 2 accounts");
      // b came and left in February.
      expect(pairs).toContain("ChartMogul and ProfitWell: 1 account");
      expect(pairs).toHaveLength(10);
    } finally {
      await site.close();
    }
  });

  it("has a column for rules of the company's own, and names them beside the figures", async () => {
    const folder = caseCompany(
      `"definitions": { "preset": "baremetrics" }, "churn": { "grace_days": 30 },`,
    );
    const site = await serveSite(folder);
    try {
      const { tables } = await read(`${site.origin}/metrics/definitions/`);
      expect(tables[0]?.[0]?.slice(0, 3)).toEqual(["Metric", "This site", "Hourglass"]);
      // Grace of 30 days keeps w and g: r alone came back within the year, so 270 / 310.
      expect(tables[0]?.[6]?.slice(0, 3)).toEqual(["NRR", "87.1%", "95.2%"]);
      const overview = readFileSync(join(folder, "index.html"), "utf8");
      expect(overview).toContain("Customers who left and came back within the year count as lost.");
      expect(overview).toContain("Gaps of up to 30 days are no churn.");
      expect(overview).toContain("Rules of Baremetrics, where none is set otherwise.");
      const page = readFileSync(join(folder, "metrics/definitions/index.html"), "utf8");
      expect(page).not.toMatch(/Company [A-Z]/);
    } finally {
      await site.close();
    }
  });

  it("says the same as the other pages of the sample company", async () => {
    const { tables } = await read(`${server.origin}/metrics/definitions/`);
    const own = Object.fromEntries(
      (tables[0] ?? []).map(([name = "", value = ""]) => [name, value]),
    );
    const { tables: overview } = await read(`${server.origin}/`);
    const scores = Object.fromEntries(
      overview.flat().map(([name = "", value = ""]) => [name.split(":")[0], value]),
    );
    expect(own.GRR).toBe(scores.GRR);
    expect(scores.GRR).toMatch(/%$/);
    expect(own["LTV:CAC"]).toBe(overview.flat().find(([name]) => name?.startsWith("LTV:CAC"))?.[1]);
  });
});
