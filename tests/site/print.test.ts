import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "./browser.ts";
import { type SiteServer, serveSite } from "./server.ts";

const paths = ["", "retention/", "cash-flow/", "nps/", "metrics/nrr/", "metrics/", "data/"];
/** Where it is absent, what stands on the paper is not read; the sheets are counted all the same. */
const readsPaper = spawnSync("pdftotext", ["-v"]).status === 0;
/** Pixels within the margins. */
const sheet = { A4: { width: 695, height: 1009 }, Letter: { width: 718, height: 942 } } as const;

let browser: Browser;
let server: SiteServer;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(inject("site"));
  folder = mkdtempSync(join(tmpdir(), "hourglass-print-"));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function print(path: string, format: keyof typeof sheet) {
  const page = await browser.newPage({ viewport: sheet[format] });
  await page.goto(`${server.origin}/${path}`, { waitUntil: "networkidle" });
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const findings = await page.locator("section.figure h2:visible").allTextContents();
  const heights = await page
    .locator("section.figure, #north-star, #scorecard")
    .evaluateAll((figures) => figures.map((figure) => figure.getBoundingClientRect().height));
  const shown = await page
    .locator("nav, .filter, .actions, button, input, .skip")
    .evaluateAll((own) => own.filter((one) => one.getClientRects().length > 0).length);
  const starts = await page
    .locator("section.figure .measure, #north-star .note:not(.note ~ .note), #scorecard .facts")
    .allTextContents();
  const sources = await page.locator(".source:visible").allTextContents();
  const pdf = await page.pdf({ format });
  await page.close();
  return { pdf, findings, starts, heights, shown, sources };
}

/** The words of each sheet without their blanks, which fonts decide. */
function wordsOf(pdf: Buffer): string[] {
  const file = join(folder, "page.pdf");
  writeFileSync(file, pdf);
  const text = execFileSync("pdftotext", [file, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1).map(withoutBlanks);
}

const withoutBlanks = (text: string) => text.replaceAll(/\s+/g, "");

const times = (text: string, part: string) => text.split(part).length - 1;

describe.each(["A4", "Letter"] as const)("on %s", (format) => {
  it.each(paths)("the page /%s prints its figures, whole, and no controls", async (path) => {
    const { pdf, findings, starts, heights, shown, sources } = await print(path, format);
    const isOfFigures = !/^(metrics|data)\//.test(path);
    expect(shown).toBe(0);
    // The SQL of a metric, and the rows of a list, may fill more than one.
    if (isOfFigures) expect(Math.max(...heights)).toBeLessThan(sheet[format].height);
    if (!readsPaper) {
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      return;
    }
    const sheets = wordsOf(pdf);
    for (const [index, words] of sheets.entries()) {
      expect(words).toContain(`${index + 1}/${sheets.length}`);
      // At the foot of each.
      expect(words).toMatch(/Hourglass,Tidewater,dataasofSep30,2025(?!,)/);
      expect(words).not.toMatch(/Openintheconsole|Skipto|Filter:/);
    }
    for (const finding of findings) expect(sheets.join("")).toContain(withoutBlanks(finding));
    // What a figure ends with is torn by no end of a sheet; hyphens are lost at the ends of lines.
    const plain = (words: string) => withoutBlanks(words).replaceAll("-", "");
    for (const source of sources) {
      expect(sheets.filter((words) => plain(words).includes(plain(source)))).not.toEqual([]);
    }
    if (!isOfFigures) return;
    // Of a figure that ends on another sheet than it starts on, the source would stand there.
    for (const words of sheets) {
      const started = starts.filter((own) => words.includes(withoutBlanks(own))).length;
      expect(times(words, "Hourglass,Tidewater,dataasof")).toBe(started + 1);
    }
  });
});
