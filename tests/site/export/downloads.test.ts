import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import Papa from "papaparse";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { unzip } from "../../shared/unzip.ts";
import { launchBrowser } from "../browser.ts";
import { type SiteServer, serveSite } from "../server.ts";
import { type ExportPage, openExports, saveFigure } from "./page.ts";
import { decodePng, isBlank } from "./png.ts";

let browser: Browser;
let server: SiteServer;
let opened: ExportPage;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(inject("site"));
  opened = await openExports(browser, `${server.origin}/`);
  page = opened.page;
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await server?.close();
});

interface Figures {
  figures: { id: string; sql: string[]; table?: { cells: { value: unknown }[][] } }[];
}

/** The numbers as the site publishes them. */
const published = (figure: string) => {
  const file = join(inject("site"), "data/figures/overview.json");
  const { figures } = JSON.parse(readFileSync(file, "utf8")) as Figures;
  return figures.find(({ id }) => id === figure);
};

/** Inches of each shape. */
const shapes = {
  wide: [13 + 1 / 3, 7.5],
  classic: [10, 7.5],
  half: [6, 5.5],
  square: [7.5, 7.5],
} as const;

describe("a downloaded picture", () => {
  it.each(Object.entries(shapes))(
    "fills %s of %j inches, at 192 pixels each",
    async (item, size) => {
      const { name, bytes } = await saveFigure(page, "arr", item);
      expect(name).toBe(`tidewater-arr-2025-09-30.${item}.png`);
      const picture = decodePng(bytes);
      // 192 pixels an inch are 7,559 a metre.
      expect(picture.perMetre).toBe(7559);
      expect([picture.width, picture.height]).toEqual(
        size.map((inches) => Math.round(192 * inches)),
      );
      const { width, height } = picture;
      const edges = [{ bottom: 16 }, { top: height - 16 }, { right: 16 }, { left: width - 16 }];
      expect(edges.map((edge) => isBlank(picture, edge))).toEqual([true, true, true, true]);
      expect(isBlank(picture, { top: 0.6 * height })).toBe(false);
      // The chart is drawn for the page: it reaches from edge to edge.
      const middle = { top: 0.3 * height, bottom: 0.6 * height };
      expect(isBlank(picture, { ...middle, right: 0.15 * width })).toBe(false);
      expect(isBlank(picture, { ...middle, left: 0.85 * width })).toBe(false);
    },
  );

  it("has no ground where the reader wants none, and white again after", async () => {
    const cornerOf = async () => {
      const { rgba } = decodePng((await saveFigure(page, "arr", "png")).bytes);
      return [...rgba.subarray(0, 4)];
    };
    const choose = async () => {
      await page.locator("#arr [data-take=more]").click();
      await page.getByRole("menuitemcheckbox").click();
      await page.keyboard.press("Escape");
    };
    await choose();
    expect(await cornerOf()).toEqual([0, 0, 0, 0]);
    await choose();
    expect(await cornerOf()).toEqual([255, 255, 255, 255]);
  });

  it("is the same in the dark", async () => {
    const light = (await saveFigure(page, "arr", "png")).bytes;
    await page.emulateMedia({ colorScheme: "dark" });
    const dark = (await saveFigure(page, "arr", "png")).bytes;
    await page.emulateMedia({ colorScheme: "light" });
    expect(light.equals(dark)).toBe(true);
  });

  it("as SVG stands alone: colours and fonts in it, nothing to fetch, no sheet of styles", async () => {
    const { name, bytes } = await saveFigure(page, "movements", "svg");
    expect(name).toBe("tidewater-movements-2025-09-30.svg");
    const svg = bytes.toString();
    expect(svg).not.toMatch(/var\(|currentColor|class=|<style|<script|foreignObject|data-/);
    expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, "")).not.toMatch(/https?:|href/);
    expect(svg).toContain('font-family="Segoe UI, ');
    const title = await page.locator("#movements h2").textContent();
    const shown = await page.evaluate((text) => {
      const parsed = new DOMParser().parseFromString(text, "image/svg+xml");
      const { documentElement: root } = parsed;
      return [
        parsed.querySelector("parsererror") === null,
        root.querySelector("title")?.textContent,
      ];
    }, svg);
    expect(shown).toEqual([true, title]);
  });
});

/** Days since 1899-12-30, as spreadsheets count them. */
const dayNumber = (day: string) => (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;

describe("downloaded numbers", () => {
  it("are all there in a CSV, with every digit and a decimal point", async () => {
    const { name, bytes } = await saveFigure(page, "arr", "csv");
    expect(name).toBe("tidewater-arr-2025-09-30.csv");
    const { data } = Papa.parse<string[]>(bytes.toString(), { skipEmptyLines: true });
    const cells = published("arr")?.table?.cells ?? [];
    expect(data[0]).toEqual(["Month", "MRR", "ARR", "CARR", "Customers", "What happened"]);
    expect(data.slice(1)).toEqual(cells.map((row) => row.map(({ value }) => String(value ?? ""))));
  });

  it("are numbers, shares and days in a workbook, with definitions and SQL on its second sheet", async () => {
    const { bytes } = await saveFigure(page, "quarters", "xlsx");
    const files = await unzip(new Blob([new Uint8Array(bytes)]));
    const { document } = parseHTML(files["xl/worksheets/sheet1.xml"] ?? "");
    const rows = [...document.querySelectorAll("row")].slice(1);
    const cells = published("quarters")?.table?.cells ?? [];
    expect(rows).toHaveLength(cells.length);
    for (const [place, row] of rows.entries()) {
      const numbers = [...row.querySelectorAll("v")].map(({ textContent }) => Number(textContent));
      // A quarter is its first day.
      const known = (cells[place] ?? []).map(({ value }) =>
        typeof value === "string" ? dayNumber(value) : value,
      );
      expect(numbers).toEqual(known);
    }
    const about = parseHTML(files["xl/worksheets/sheet2.xml"] ?? "").document;
    const texts = [...about.querySelectorAll("t")].map(({ textContent }) => textContent);
    expect(texts).toContain("Hourglass, Tidewater, data as of Sep 30, 2025, whole company");
    expect(texts).toContain("Definition of Net revenue retention");
    expect(texts).toEqual(expect.arrayContaining(published("quarters")?.sql ?? ["no SQL"]));
    expect(files["xl/styles.xml"]).toContain('formatCode="0.0%"');
  });

  it("read the same in LibreOffice, as the page writes them", async ({ skip }) => {
    const found = spawnSync("soffice", ["--version"]);
    skip(found.status !== 0, "there is no LibreOffice here");
    const folder = mkdtempSync(join(tmpdir(), "hourglass-workbook-"));
    try {
      writeFileSync(join(folder, "arr.xlsx"), (await saveFigure(page, "arr", "xlsx")).bytes);
      const home = `-env:UserInstallation=file://${folder}/home`;
      const args = ["--headless", home, "--convert-to", "html", "--outdir", folder];
      execFileSync("soffice", [...args, join(folder, "arr.xlsx")], { stdio: "ignore" });
      const { document } = parseHTML(readFileSync(join(folder, "arr.html"), "utf8"));
      const [sheet] = document.querySelectorAll("table");
      const read = [...(sheet?.querySelectorAll("tr") ?? [])].map((row) =>
        [...row.querySelectorAll("td")].map(({ textContent }) => textContent?.trim()),
      );
      const printed = await page
        .locator("#arr tbody tr")
        .evaluateAll((rows) =>
          rows.map((row) => [...row.children].map((cell) => cell.textContent)),
        );
      expect(read.slice(1)).toEqual(printed);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it("say nothing on the console", () => {
    expect(opened.messages).toEqual([]);
  });
});
