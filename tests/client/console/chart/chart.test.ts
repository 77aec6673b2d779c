import { beforeAll, describe, expect, it } from "vitest";
import { mostSeries, plainChart } from "../../../../src/charts/index.ts";
import { type Choice, defaultChoice } from "../../../../src/client/console/chart/choice.ts";
import { nativeOf } from "../../../../src/client/console/chart/native.ts";
import { pointsOf } from "../../../../src/client/console/chart/points.ts";
import { sheetOf } from "../../../../src/client/console/chart/sheet.ts";
import { type Result, resultOf } from "../../../../src/client/console/result/values/result.ts";
import { composePicture } from "../../../../src/client/export/picture/compose.ts";
import { draw, formatsOf } from "../../../../src/figures/index.ts";
import { openConsoleEngine } from "../engine.ts";

let ask: (sql: string) => Result;

beforeAll(async () => {
  const engine = await openConsoleEngine();
  ask = (sql) => resultOf(engine.query(sql));
});

const months = `
  from (values (date '2024-01-01', 'small', 1.5::decimal(9, 2)), (date '2024-01-01', 'large', 2),
    (date '2024-02-01', 'small', null), (date '2024-02-01', 'large', 3)) as t(month, tier, mrr)`;

const chosen = (sql: string) => {
  const choice = defaultChoice(ask(sql), mostSeries);
  return choice && [choice.x.name, choice.y.name, choice.series?.name, choice.mark];
};

describe("what is drawn at first", () => {
  it.each([
    ["values of series over time: lines", months, ["month", "mrr", "tier", "line"]],
    [
      "values of names: bars",
      "select 'a' as name, 7 as account_id, 2 as n",
      ["name", "n", undefined, "bar"],
    ],
    ["two numbers: dots", "select 1 as a, 2.5 as b", ["a", "b", undefined, "dot"]],
    [
      "rows that are not aggregated: dots",
      "select date '2024-01-01' as day, i as n from range(9) as t(i)",
      ["day", "n", undefined, "dot"],
    ],
    [
      "values of each age, all of one name: a line over the ages",
      "select 'all' as segment, i as age, 1 - i / 100 as survival from range(9) as t(i)",
      ["age", "survival", undefined, "line"],
    ],
    [
      "values of each age and name: a line of every name over the ages",
      "select ['a', 'b'][i % 2 + 1] as tier, i // 2 as age, i * i as n from range(9) as t(i)",
      ["age", "n", "tier", "line"],
    ],
    [
      "names that stand once each: bars, whatever climbs beside them",
      "select 'n' || i as name, i as n, i as m from range(9) as t(i)",
      ["name", "n", undefined, "bar"],
    ],
    [
      "numbers that only now and then climb: dots",
      "select (i * 7) % 9 as a, i % 2 as b from range(9) as t(i)",
      ["a", "b", undefined, "dot"],
    ],
    ["one number: over itself", "select 1 as a", ["a", "a", undefined, "dot"]],
    ["no number: nothing", "select 'a' as name", undefined],
  ])("%s", (_, sql, expected) => {
    expect(chosen(sql)).toEqual(expected);
  });

  it("takes no series of more names than colours tell apart", () => {
    const sql =
      "select date '2024-01-01' + i::integer as day, 'n' || i as name, i as n from range(7) as t(i)";
    expect(chosen(sql)).toEqual(["day", "n", undefined, "line"]);
  });
});

describe("points", () => {
  const pointsFor = (sql: string, change: Partial<Choice> = {}) => {
    const result = ask(sql);
    const choice = defaultChoice(result, mostSeries);
    if (!choice) throw new Error("nothing to draw");
    return pointsOf(result, { ...choice, ...change });
  };

  it("stand at their day, in no zone, and leave a gap where there is no number", () => {
    const { points, notes } = pointsFor(months);
    expect(points).toEqual([
      { x: Date.UTC(2024, 0, 1), y: 1.5, series: "small" },
      { x: Date.UTC(2024, 0, 1), y: 2, series: "large" },
      { x: Date.UTC(2024, 1, 1), y: null, series: "small" },
      { x: Date.UTC(2024, 1, 1), y: 3, series: "large" },
    ]);
    expect(notes).toEqual([
      "1 row without a place in month or a number in mrr is not drawn; a line has a gap there.",
    ]);
    expect(pointsFor(months, { mark: "area" }).points).toHaveLength(3);
  });

  it("of many rows are every so many, and that is told", () => {
    const { points, notes } = pointsFor("select i as a, i as b from range(12000) as t(i)");
    expect(points).toHaveLength(4_000);
    expect(points[1]).toEqual({ x: 3, y: 3, series: "" });
    expect(notes).toEqual([
      "4,000 points drawn of 12,000 rows: one row in 3. Aggregate in SQL to draw all of them.",
    ]);
  });

  it("of many names are the first, and that is told", () => {
    const { points, notes } = pointsFor(
      "select 'n' || i as name, i as n from range(30000) as t(i)",
    );
    expect(points).toHaveLength(40);
    expect(notes).toEqual([
      "The first 40 names are drawn; 29,960 rows are not. Aggregate, sort and limit in SQL to choose them.",
    ]);
  });

  it("of the same place are not summed, and that is told", () => {
    const { points, notes } = pointsFor("select 'a' as name, i as n from range(2) as t(i)");
    expect(points).toHaveLength(2);
    expect(notes[0]).toContain("1 row has the same name and series as another: nothing is summed");
  });
});

const format = formatsOf({ company: { name: "", locale: "en-GB", currency: "EUR" } });
const site = {
  company: { name: "Paper Ltd", locale: "en-GB", currency: "EUR" },
  day: "2025-09-30",
  printedDay: "30 Sept 2025",
  inputHash: "abc",
};

describe("a chart as plain data, for slides", () => {
  const nativeFor = (sql: string, own: Partial<Choice> = {}) => {
    const result = ask(sql);
    const choice = { ...(defaultChoice(result, mostSeries) as Choice), ...own };
    return nativeOf(pointsOf(result, choice).points, choice, format);
  };

  it("has months that follow each other as days, a series each, unknown values as gaps", () => {
    expect(nativeFor(`select * ${months} order by month`)).toEqual({
      kind: "line",
      unit: "number",
      axis: "month",
      categories: ["Jan 2024", "Feb 2024"],
      days: ["2024-01-01", "2024-02-01"],
      series: [
        { name: "small", values: [1.5, null] },
        { name: "large", values: [2, 3] },
      ],
    });
  });

  it("has bars of names lying, and areas of several on top of each other", () => {
    const names = nativeFor("select * from (values ('a', 2), ('b', 3)) as t(name, n)");
    expect(names).toMatchObject({ kind: "bar", categories: ["a", "b"] });
    expect(names?.series).toEqual([{ name: "n", values: [2, 3] }]);
    expect(nativeFor(`select * ${months}`, { mark: "area" })?.kind).toBe("stacked");
  });

  it.each([
    ["dots", "select 1 as a, 2.5 as b", { mark: "dot" }],
    [
      "days that are not evenly spaced, which an axis of names would draw so",
      "select * from (values (date '2024-01-01', 1), (date '2024-01-02', 2), (date '2024-03-01', 3)) as t(day, n)",
      { mark: "line" },
    ],
    [
      "two values of one place",
      "select 'a' as name, i as n from range(2) as t(i)",
      { mark: "bar" },
    ],
  ] as const)("is none, and a slide has the table, of %s", (_, sql, own) => {
    expect(nativeFor(sql, own)).toBeUndefined();
  });
});

describe("a chart that leaves its page", () => {
  const drawn = (sql: string) => {
    const result = ask("select date '2025-01-01' as day, '<b>' as tier, 1.5 as mrr");
    const choice = defaultChoice(result, mostSeries);
    if (!choice) throw new Error("no choice");
    const { points, notes } = pointsOf(result, choice);
    const drawings = draw("console", "one", format, (options) =>
      plainChart(points, {
        ...options,
        mark: "line",
        scale: "time",
        names: { x: "day", y: "mrr" },
      }),
    );
    return { title: "mrr by day", points, choice, notes: ["Cut.", ...notes], sql, drawings };
  };

  it("says whose data it is of, of which day, by which query, and what is not drawn", () => {
    const { provenance, sql, table } = sheetOf(drawn("select\n  1"), site);
    expect(provenance.caption.split("\n")).toEqual([
      "mrr by day",
      "Answer to a query of one's own",
      "1 point. Cut.",
      "SQL: select 1",
      "Hourglass, Paper Ltd, data as of 30 Sept 2025, own query",
    ]);
    expect(sql).toEqual(["select\n  1"]);
    expect(table?.columns.map(({ label }) => label)).toEqual(["day", "mrr"]);
    expect(table?.cells).toEqual([
      [
        { value: "2025-01-01", unit: "day" },
        { value: 1.5, unit: "number" },
      ],
    ]);
  });

  it("tells a long query by its beginning, and has the whole beside it", () => {
    const long = `select ${"1, ".repeat(200)}2`;
    const { provenance, sql } = sheetOf(drawn(long), site);
    expect(provenance.definitions[0]?.text).toHaveLength(241);
    expect(provenance.definitions[0]?.text.endsWith("…")).toBe(true);
    expect(sql).toEqual([long]);
  });

  it("is a picture that stands alone: its own colours, no word that is markup", () => {
    const sheet = sheetOf({ ...drawn("select '<script>' & 1"), title: "<script>" }, site);
    const measure = (text: string, { size }: { size: number }) => (text.length * size) / 2;
    const options = { measure, fonts: "Arial", isTransparent: false };
    const { svg } = composePicture(sheet, options);
    expect(svg).not.toMatch(/var\(|currentColor|<script|class=/);
    expect(svg).toContain("&lt;script&gt;");
    expect(svg).toContain("&amp; 1");
    expect(svg).toMatch(/^<svg xmlns="[^"]+" width="768" height="\d+" viewBox="0 0 768 \d+"/);
  });
});
