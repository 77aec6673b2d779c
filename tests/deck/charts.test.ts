import { describe, expect, it } from "vitest";
import type { NativeChart } from "../../src/charts/index.ts";
import { charts } from "./charts.ts";
import { chartFigure, deckOf } from "./deck-of.ts";
import { chartsOf, type OpenChart, openPackage, partOf } from "./open.ts";
import { all, first } from "./xml.ts";

async function opened(name: keyof typeof charts): Promise<{ chart: OpenChart; text: string }> {
  const native = charts[name] as NativeChart;
  const deck = await deckOf(chartFigure(native));
  const chart = (await chartsOf(deck)).get(native.kind);
  if (!chart) throw new Error(`the deck has no chart ${name}`);
  return { chart, text: deck.get("ppt/charts/chart1.xml")?.toString() ?? "" };
}

describe("a native chart", () => {
  it("holds each number of its figure in the chart and in the sheet behind it, gaps as gaps", async () => {
    for (const [name, native] of Object.entries(charts)) {
      const { chart } = await opened(name);
      const [titles = [], ...rows] = chart.sheet;
      expect(rows).toHaveLength(native.categories.length);
      for (const { name: title, values } of native.series) {
        const place = titles.indexOf(title);
        expect(rows.map((row) => row[place] ?? null)).toEqual(values);
        // A bridge is drawn by what its steps leave, which are columns of their own.
        if (native.kind !== "bridge") expect(chart.series.get(title)).toEqual(values);
      }
      // What is drawn stands in the sheet, so that whoever edits it sees the chart follow.
      for (const [title, values] of chart.series) {
        const place = titles.indexOf(title);
        expect(place).toBeGreaterThan(0);
        expect(rows.map((row) => row[place] ?? null)).toEqual(values);
      }
    }
  });

  it("has a dot where no line goes: a value between two gaps, complete or not", async () => {
    const { text } = await opened("line");
    const [nrr = ""] = text.match(/<c:ser>.*?<\/c:ser>/s) ?? [];
    const points = [...nrr.matchAll(/<c:dPt>.*?<\/c:dPt>/gs)].map(([point]) => point);
    expect(points.map((point) => point.match(/<c:idx val="(\d)"/)?.[1])).toEqual(["0", "2"]);
    for (const point of points) expect(point).toContain('<c:symbol val="circle"/>');
    expect(points.map((point) => point.includes("sysDash"))).toEqual([false, true]);
    const [, grr = ""] = text.match(/<c:ser>.*?<\/c:ser>/gs) ?? [];
    expect(grr).not.toContain("<c:dPt>");
  });

  it("has room for names on several lines over its values, and a name alone over columns", async () => {
    const { kind: _line, ...shares } = charts.stacked as NativeChart;
    const marks = [
      { name: "List price raised for all", place: 0 },
      { name: "New reporting, disliked", place: 1 },
    ];
    const xmlOf = async (native: NativeChart) =>
      (await deckOf(chartFigure(native))).get("ppt/charts/chart1.xml")?.toString() ?? "";
    const stacked = await xmlOf({ ...shares, kind: "stacked", marks });
    for (const { name } of marks) expect(stacked).toContain(`<c:v>${name}</c:v>`);
    expect(stacked).not.toContain("<c:errBars>");
    // Two lines of names, 0.075 of the axis apart, of which the lower stands on 100%: 1 / 0.925.
    const meeting = marks.map(({ name }) => ({ name, place: 0 }));
    expect(await xmlOf({ ...shares, kind: "stacked", marks: meeting })).toContain(
      '<c:max val="1.08108"/>',
    );
    // Five lines of names over 0.5 of an axis to 0.5: one step more, to 0.6.
    const near = { ...shares, kind: "line" as const, series: shares.series.slice(2) };
    const crowded = Array.from({ length: 5 }, () => ({ name: "A name as wide as that", place: 0 }));
    expect(await xmlOf({ ...near, marks: crowded })).toContain('<c:max val="0.6"/>');
    expect(await xmlOf({ ...near, marks: [] })).toContain('<c:max val="0.5"/>');
  });

  it("has room for names of two lines between its plot and its legend", async () => {
    const topOf = async (native: NativeChart) => {
      const text = (await deckOf(chartFigure(native))).get("ppt/charts/chart1.xml")?.toString();
      const box = 350;
      return Number(/<c:y val="([\d.]+)"/.exec(text ?? "")?.[1]) * box;
    };
    const { level: _, ...line } = charts.line as NativeChart;
    const marks = [{ name: "New reporting, disliked", place: 1 }];
    const level = { name: "target 105%", value: 1.05 };
    // Two lines of 12 points at 1.2 are 29, over which the legend takes 26.
    expect(await topOf({ ...line, marks, level })).toBeGreaterThanOrEqual(55);
    expect(await topOf({ ...line, level })).toBeLessThan(40);
  });

  it("has months as days, so that an axis of time is one", async () => {
    const { chart, text } = await opened("line");
    // Days since 1899-12-30: 2025-01-01 is 45658.
    expect(chart.categories).toEqual(["45658", "45689", "45717"]);
    expect(text).toContain("<c:dateAx>");
    expect(text).toContain('<c:baseTimeUnit val="months"/>');
  });

  it("builds a bridge on an unseen base: 1000, then 500 up, 200 down, 1300", async () => {
    const { chart } = await opened("bridge");
    expect(Object.fromEntries(chart.series)).toEqual({
      "unseen base": [null, 1000, 1300, null],
      stock: [1000, null, null, 1300],
      gained: [null, 500, 0, null],
      lost: [null, 0, 200, null],
      "top, for the label": [1000, 1500, 1500, 1300],
    });
  });

  it("writes over the steps of a bridge what moved, with its sign, as the cells have it", async () => {
    const deck = await deckOf(chartFigure(charts.bridge as NativeChart));
    const chart = partOf(deck, "ppt/charts/chart1.xml");
    const words = ["$1K", "+$500", "-$200", "$1.3K"];
    expect(all(chart, "a:t").map(({ text }) => text)).toEqual(words);
    const [range] = all(chart, "c15:datalabelsRange");
    expect(range?.children[0]?.text).toBe("Data!$B$2:$B$5");
    expect(all(range ?? chart, "c:v").map(({ text }) => text)).toEqual(words);
    const fields = all(chart, "a:fld").map(({ attributes }) => attributes);
    expect(fields.map(({ type }) => type)).toEqual(words.map(() => "CELLRANGE"));
    expect(new Set(fields.map(({ id }) => id)).size).toBe(words.length);
  });

  // 700 came in the place of 500: 1000, 1700, 1500.
  it("draws a bridge anew by the formulas of its sheet once a number there is edited", async () => {
    const deck = await deckOf(chartFigure(charts.bridge as NativeChart));
    const workbook = deck.get("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx") as Buffer;
    const sheet = partOf(await openPackage(workbook), "xl/worksheets/sheet1.xml");
    const formulas = new Map(
      all(sheet, "c").map((cell) => [cell.attributes.r ?? "", first(cell, "f")?.text]),
    );
    const edited: Record<string, number> = { B2: 1000, B3: 700, B4: -200 };
    const numberIn = (cell: string): number => edited[cell] ?? reckon(formulas.get(cell) ?? "");
    const reckon = (formula: string): number =>
      Function(
        ...["SUM", "MIN", "MAX", "ABS"],
        `return ${formula
          .replaceAll(/B\$2:B(\d)/g, (_, end) =>
            [2, 3, 4]
              .filter((row) => row <= end)
              .map((row) => `B${row}`)
              .join(),
          )
          .replaceAll(/B(\d)/g, (cell) => `(${numberIn(cell)})`)}`,
      )((...all: number[]) => all.reduce((sum, one) => sum + one, 0), Math.min, Math.max, Math.abs);
    const column = (letter: string) =>
      [2, 3, 4, 5].map((row) =>
        formulas.get(`${letter}${row}`) === undefined
          ? null
          : reckon(formulas.get(`${letter}${row}`) ?? ""),
      );
    expect(column("C")).toEqual([null, 1000, 1500, null]);
    expect(column("D")).toEqual([1000, null, null, 1500]);
    expect(column("E")).toEqual([null, 700, 0, null]);
    expect(column("F")).toEqual([null, 0, 200, null]);
    expect(column("G")).toEqual([1000, 1700, 1700, 1500]);
  });

  it("draws a band from the lower to the upper end of the interval, of no width where none is known", async () => {
    const { chart } = await opened("band");
    expect(chart.series.get("95% from")).toEqual([0, 0.05, 0.1]);
    const sizes = chart.series.get("width of the 95% band") ?? [];
    expect(sizes[0]).toBe(0);
    expect(sizes[1]).toBeCloseTo(0.15, 12);
    expect(sizes[2]).toBeCloseTo(0.3, 12);
    expect(chart.series.get("break-even month 1")).toEqual([null, 0.4, null]);
  });

  it("gives a score the lengths of its interval upwards and downwards", async () => {
    const { chart, text } = await opened("points");
    expect(chart.sheet[1]).toEqual(["small", 30, 10, 45, 15, 20, 31]);
    expect(text).toContain('<c:errValType val="cust"/>');
  });

  it("draws what happened as rules from the top, and a lower one where two names would meet", async () => {
    const native: NativeChart = {
      ...(charts.line as NativeChart),
      marks: [
        { name: "price raised", place: 1 },
        { name: "outage", place: 1 },
      ],
    };
    const deck = await deckOf(chartFigure(native));
    const { series } = (await chartsOf(deck)).get("line") as OpenChart;
    const [first, second] = (native.marks ?? []).map(({ name }) => series.get(name) ?? []);
    expect(first?.[1]).toBeGreaterThan(second?.[1] ?? Number.NaN);
    expect([first?.[0], second?.[2]]).toEqual([null, null]);
  });

  it("does not write two names over each other", async () => {
    const { text } = await opened("close");
    expect(text.match(/month 1</g)).toHaveLength(1);
    expect(text).toContain("<c:legend>");
  });
});
