import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { describe, expect, inject, it } from "vitest";
import { isPrintedAs, type PrintedNumber, readerOf } from "./proof/printed.ts";

const { numbersOf } = readerOf("en-US", "USD", "en");

interface Sentence {
  text: string;
  href: string;
}

const parse = (html: string) => parseHTML(html).document;

function sentencesOf(site: string): Sentence[] {
  const page = parse(readFileSync(join(site, "index.html"), "utf8"));
  return [...page.querySelectorAll("#summary li")].map((item) => {
    const links = [...item.querySelectorAll("a")];
    expect(links).toHaveLength(1);
    const text = (item.textContent ?? "").trim();
    expect((links[0]?.textContent ?? "").trim()).toBe(text);
    return { text, href: links[0]?.getAttribute("href") ?? "" };
  });
}

/** Text of the figure that a link leads to, its SQL left out; undefined where there is none. */
function linkedText(site: string, base: string, href: string): string | undefined {
  const [path = "", id = ""] = href.split("#");
  expect(path === "" || path.startsWith(base)).toBe(true);
  const file = join(site, path.slice(base.length), "index.html");
  if (!existsSync(file)) return undefined;
  const section = parse(readFileSync(file, "utf8")).getElementById(id);
  for (const sql of section?.querySelectorAll("pre") ?? []) sql.remove();
  // A blank between cells, which are no words of one number.
  const texts = [...(section?.querySelectorAll("h2, p, td, th, text") ?? [])];
  return section ? texts.map(({ textContent }) => textContent).join(" | ") : undefined;
}

/** Whether a printed number can be another one to fewer digits. */
function isSame(printed: PrintedNumber, other: PrintedNumber): boolean {
  const scale = printed.kind === "percent" ? 0.01 : 1;
  return isPrintedAs(printed, Math.abs(other.value * scale)) || printed.text === other.text;
}

describe.each([
  ["site", "/"],
  ["subPathSite", "/board/metrics/"],
] as const)("the summary of the %s", (name, base) => {
  const site = inject(name);
  const sentences = sentencesOf(site);

  it("has at most seven sentences, each in words that end in a full stop", () => {
    expect(sentences.length).toBeGreaterThanOrEqual(6);
    expect(sentences.length).toBeLessThanOrEqual(7);
    for (const { text } of sentences) {
      expect(text).toMatch(/^[A-Z\d].*[^.]\.$/);
      expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    }
    expect(new Set(sentences.map(({ href }) => href)).size).toBe(sentences.length);
  });

  it.each(sentences)("leads to a figure that holds its numbers: $text", ({ text, href }) => {
    const linked = linkedText(site, base, href);
    expect(linked, href).toBeDefined();
    const there = numbersOf(linked ?? "");
    const said = numbersOf(text);
    expect(said.length).toBeGreaterThan(0);
    const missing = said.filter((printed) => !there.some((other) => isSame(printed, other)));
    expect(missing.map((printed) => printed.text)).toEqual([]);
  });
});
