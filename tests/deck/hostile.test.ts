import { expect, it } from "vitest";
import { pageSizes } from "../../src/deck/slide.ts";
import { chartFigure, deckOf, figureWith, fileOf, tableOf } from "./deck-of.ts";
import { chartsOf, isXml, openPackage, partOf } from "./open.ts";
import { all, first } from "./xml.ts";

const names = [
  `<b>&amp; "Sons" 'Ltd'</b> & Co`,
  '=HYPERLINK("http://example.com")',
  "+1-555",
  "@sum",
  "tab\tand\nline",
  "control \u0001\u0008\u001f signs \uffff",
  "half a pair \ud83d",
  "family 👨‍👩‍👧‍👦 and 🏴",
  "شركة الورق",
  "\u202eright to left",
  "x".repeat(400),
  "a long name of many words that goes on and on ".repeat(8),
  "",
];

const native = {
  kind: "bar",
  unit: "number",
  categories: names,
  series: names.map((name) => ({ name, values: names.map((_, place) => place) })),
} as const;

const figures = [
  chartFigure(native),
  ...names.map((name) =>
    figureWith({
      finding: name,
      measure: name,
      facts: name,
      table: tableOf([name, name], [[name, name], names.slice(0, 2)]),
      tiles: undefined,
    }),
  ),
  ...names.map((name) => figureWith({ tiles: [{ name, value: name, lines: [{ text: name }] }] })),
  ...names.map((name) => ({
    ...chartFigure(native),
    beside: { commentary: name, title: name, notes: name },
  })),
];
const deck = await deckOf(...figures);

it("stays XML with any name that a company's files may hold", () => {
  for (const name of [...deck.keys()].filter(isXml)) expect(() => partOf(deck, name)).not.toThrow();
});

it("keeps what looks like a formula as text in the sheet of a chart", async () => {
  const [chart] = (await chartsOf(deck)).values();
  expect(chart?.sheet[2]?.[0]).toBe(`=HYPERLINK("http://example.com")`);
  expect(chart?.sheet[3]?.[0]).toBe("+1-555");
});

it("cuts a name that would take the room of the chart", async () => {
  const [chart] = (await chartsOf(deck)).values();
  expect(chart?.categories.find((name) => name.startsWith("xxx"))).toMatch(/^x{20,60}…$/);
});

it.each(["16:9", "4:3"] as const)("keeps every shape on its slide of %s", async (size) => {
  const points = 12_700;
  const page = pageSizes[size];
  const deck = await openPackage(await fileOf(figures, "Deck", { size }));
  const given = first(partOf(deck, "ppt/presentation.xml"), "p:sldSz")?.attributes;
  expect([given?.cx, given?.cy]).toEqual([
    String(page.width * points),
    String(page.height * points),
  ]);
  for (const name of [...deck.keys()].filter((path) => /slides\/slide\d+\.xml$/.test(path))) {
    for (const frame of [
      ...all(partOf(deck, name), "a:xfrm"),
      ...all(partOf(deck, name), "p:xfrm"),
    ]) {
      const [at, size] = [first(frame, "a:off"), first(frame, "a:ext")];
      const right = Number(at?.attributes.x) + Number(size?.attributes.cx);
      const bottom = Number(at?.attributes.y) + Number(size?.attributes.cy);
      expect(right).toBeLessThanOrEqual(page.width * points);
      expect(bottom).toBeLessThanOrEqual(page.height * points);
    }
  }
});
