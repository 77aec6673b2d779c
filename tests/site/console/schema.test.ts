import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, it } from "vitest";
import { openSample } from "../opened.ts";
import { editorText, openConsole, patient, runSql } from "./page.ts";

const { browser, server } = await openSample();
const { page, messages } = await openConsole(browser, `${server.origin}/sql/`);
await page.locator(".schema .table").first().waitFor({ timeout: patient });

const tableOf = (name: string) =>
  page.locator(".schema details.table").filter({ has: page.getByText(name, { exact: true }) });
const find = (text: string) => page.locator(".schema input").fill(text);

it("every table of the manifest is listed in its group with its rows", async () => {
  const manifest = readFileSync(join(inject("site"), "data/manifest.json"), "utf8");
  const { tables } = JSON.parse(manifest) as {
    tables: { name: string; kind: string; form: string; rows: number | null }[];
  };
  const groups = {
    mart: "Metrics",
    dataset: "Datasets",
    staging: "Between datasets and metrics",
    about: "About the data",
  } as const;
  const listed = await page.evaluate(() =>
    [...document.querySelectorAll(".schema > details.group:not([hidden])")].map((group) => ({
      title: group.querySelector("summary")?.textContent ?? "",
      tables: [...group.querySelectorAll("details.table > summary")].map((summary) =>
        [...summary.children].map((part) => part.textContent),
      ),
    })),
  );
  const told = (rows: number | null) =>
    rows === null ? "view" : `${rows.toLocaleString("en-GB")} row${rows === 1 ? "" : "s"}`;
  for (const [kind, title] of Object.entries(groups)) {
    // Settings are published beside what the manifest counts among the kinds.
    const own = tables
      .filter((table) => table.kind === kind && table.form !== "left out")
      .map(({ name, rows }) => [name, told(rows)]);
    if (kind === "about") own.push(["settings", "1 row"]);
    const group = listed.find((one) => one.title.startsWith(title));
    expect(group?.title).toBe(`${title} (${own.length})`);
    expect(group?.tables).toEqual(own.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
  }
});

it("a word finds tables by their columns and their meaning", async () => {
  await find("unrecovered_cac");
  const names = page.locator(".schema details.table > summary .name:visible");
  expect(await names.allTextContents()).toContain("left_before_payback");
  await find("no such column");
  expect(await page.locator(".schema [role=status]").textContent()).toContain("No table or column");
  await find("");
});

it("a table tells its columns, types, meaning and first rows, by the keyboard alone", async () => {
  await find("contracts");
  const summary = tableOf("contracts").locator("summary").first();
  await summary.focus();
  await page.keyboard.press("Enter");
  await tableOf("contracts").getByRole("button", { name: "Sample rows" }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const table = tableOf("contracts").locator(".sample table");
  await table.waitFor();
  expect(await table.locator("tbody tr").count()).toBe(5);
  expect(await table.locator("thead th").allTextContents()).toContain("starts_on");
  const column = tableOf("contracts").locator(".columns > li").nth(2);
  expect(await column.textContent()).toContain("starts_on");
  expect(await column.textContent()).toContain("DATE");
  expect(await column.textContent()).toContain("First day of the line");
});

it("a column tells how many values, nulls, the ends and how they spread", async () => {
  await find("accounts");
  const table = tableOf("accounts").first();
  await table.locator("summary").click();
  await page.getByRole("button", { name: "Values of tier", exact: true }).first().click();
  const tiers = table.locator(".about").filter({ hasText: "Different values" });
  await tiers.waitFor();
  // Python: Counter(row["tier"] for row in csv.DictReader(open("data/accounts.csv")))
  expect(await tiers.locator(".bars li").allTextContents()).toEqual([
    "small439",
    "enterprise132",
    "strategic25",
  ]);
  expect(await tiers.locator("dd").allTextContents()).toEqual([
    "3",
    "none",
    "enterprise",
    "strategic",
  ]);
  await page.getByRole("button", { name: "Values of first_contact_on" }).first().click();
  const days = table.locator(".about").filter({ hasText: "Rows by value" });
  await days.waitFor();
  const bars = await days.locator(".bars .count").allTextContents();
  expect(bars).toHaveLength(8);
  expect(bars.reduce((sum, bar) => sum + Number(bar), 0)).toBe(596);
  await find("");
});

it("a name goes into the editor, in quotes where it must", async () => {
  await find("touchpoints");
  const table = tableOf("touchpoints");
  await table.locator("summary").click();
  await table.getByRole("button", { name: "Insert name" }).click();
  expect(await editorText(page)).toContain("touchpoints");
  await table.getByRole("button", { name: "on, DATE: insert its name" }).click();
  expect(await editorText(page)).toContain('"on"');
  await find("");
});

it("tables that the reader makes come and go", async () => {
  await runSql(page, 'create table "my <b>table</b>" as select 1 as "a""b", null as n');
  const own = page.locator(".schema details.group").first();
  await own.getByText("my <b>table</b>").waitFor();
  expect(await own.locator("summary").first().textContent()).toBe("Your own (1)");
  await own.locator("details.table > summary").click();
  await own.getByRole("button", { name: 'Values of a"b' }).click();
  await own.locator(".bars li").waitFor();
  expect(await own.locator("b").count()).toBe(0);
  await runSql(page, 'drop table "my <b>table</b>"');
  await own.waitFor({ state: "hidden" });
});

it("a published table is named with its database where the reader has taken its name", async () => {
  await runSql(
    page,
    "create table goals as select 1 as mine; create schema aside; create table aside.t as select 1 as n",
  );
  const own = page.locator(".schema details.group").first();
  await own.getByText("goals", { exact: true }).waitFor();
  await find("goals");
  await page
    .locator(".schema details.table:visible > summary", { hasText: /^goals17 rows/ })
    .click();
  await page.getByRole("button", { name: "Insert name" }).last().click();
  expect(await editorText(page)).toContain("hourglass.goals");
  await find("");
  await own.locator("details.table > summary", { hasText: /^t1 row/ }).click();
  await own.getByRole("button", { name: "Sample rows" }).last().click();
  await own.locator(".sample td").waitFor();
  await runSql(page, "drop table goals; drop schema aside cascade");
  await own.waitFor({ state: "hidden" });
});

it("a question is found by its words, opened, and not run", async () => {
  await page.getByRole("tab", { name: "Questions" }).click();
  await page.locator(".questions input").fill("detractors leave");
  const before = await page.locator("[data-pane=status]").textContent();
  await page.getByRole("button", { name: /^Do detractors leave more often/ }).click();
  expect(await editorText(page)).toContain("-- Grain: one row per class of single answers");
  expect(await page.locator("[data-pane=status]").textContent()).toBe(before);
});

it("nothing was complained of", () => {
  expect(messages).toEqual([]);
});

it("on a phone nothing is wider than the screen, and the tables are out of the way", async () => {
  const { page: phone } = await openConsole(browser, `${server.origin}/sql/`, {
    width: 360,
    height: 740,
  });
  await phone.locator(".side > summary").click();
  await phone.locator(".schema details.table").first().waitFor({ timeout: patient });
  await phone.locator(".schema details.table > summary").nth(8).click();
  await phone.getByRole("button", { name: "Sample rows" }).click();
  await phone.locator(".sample table").waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await phone.close();
});
