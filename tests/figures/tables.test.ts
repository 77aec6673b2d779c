import { beforeAll, describe, expect, it } from "vitest";
import { formatsOf } from "../../src/figures/formats.ts";
import {
  type FigureReport,
  type PageName,
  type Scope,
  type Table,
  tellPage,
  viewOf,
} from "../../src/figures/index.ts";
import { northStar, scorecard } from "../../src/figures/overview/index.ts";
import { tabulate } from "../../src/figures/table.ts";
import { isCell, readerOf } from "../site/proof/printed.ts";
import { sampleReport } from "./sample.ts";

const pages: readonly PageName[] = ["overview", "retention", "cash", "nps"];

let report: FigureReport;

beforeAll(async () => {
  report = await sampleReport();
});

/** Every table of every figure, by page and figure. */
function tablesOf(scope?: Scope): [string, Table][] {
  const view = viewOf(report, scope);
  const overview: [string, Table][] = [
    ["overview north-star", northStar(view).table],
    ["overview scorecard", scorecard(view).table],
  ];
  const others = pages.flatMap((page) =>
    tellPage(page, view).figures.flatMap(({ id, table }): [string, Table][] =>
      table ? [[`${page} ${id}`, table]] : [],
    ),
  );
  return [...overview, ...others];
}

describe.each([
  ["the whole company", undefined, 30],
  ["a segment", { dimension: "tier", segment: "small" }, 15],
] as const)("the tables of the figures of %s", (_name, scope, least) => {
  it("hold behind each cell of words the number, day or text that it says", () => {
    const { locale, currency } = report.company;
    const reader = readerOf(locale, currency, "en");
    const tables = tablesOf(scope);
    expect(tables.length).toBeGreaterThanOrEqual(least);
    const wrong: string[] = [];
    let numbers = 0;
    for (const [name, { rows, cells, columns }] of tables) {
      expect(cells, name).toHaveLength(rows.length);
      for (const [place, row] of rows.entries()) {
        expect(cells[place], name).toHaveLength(row.length);
        for (const [index, words] of row.entries()) {
          const cell = cells[place]?.[index];
          if (typeof cell?.value === "number") numbers++;
          // The reader of printed numbers takes points as they are printed.
          const isOfShare = cell?.unit === "pointChange" && cell.value !== null;
          const value = isOfShare ? 100 * Number(cell.value) : (cell?.value ?? null);
          const isSaid = value === null ? !/\d/.test(words) : isCell(words, value, reader, {});
          const isNumber = columns[index]?.isNumber === true;
          const isTyped = cell?.value === null || (typeof cell?.value === "number") === isNumber;
          if (!isSaid || !isTyped) wrong.push(`${name}: "${words}" for ${String(cell?.value)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(numbers).toBeGreaterThan(1000);
  });
});

describe("a table", () => {
  const format = formatsOf({ company: { name: "Paper Ltd", currency: "USD", locale: "en-US" } });
  const rows = [
    { month: "2025-09-01", who: "small", mrr: 1234.5, churn: 0.0213, moved: -0.012, n: 4 },
    { month: "2025-10-01", who: "small", mrr: null, churn: null, moved: 0.0004, n: 40 },
  ];
  const table = tabulate(
    format,
    rows,
    {
      caption: "Paper",
      isFaint: ({ n }) => n < 10,
      isStart: (row, before) => row.who !== before?.who,
    },
    [
      { label: "Month", unit: "monthLabel", value: ({ month }) => month },
      { label: "Tier", value: ({ who }) => who },
      { label: "MRR", unit: "cents", value: ({ mrr }) => mrr, unknown: "never" },
      { label: "Churn", unit: "share", value: ({ churn }) => churn },
      {
        label: "Change",
        unit: ({ n }) => (n < 10 ? "pointChange" : "shareChange"),
        value: ({ moved }) => moved,
      },
    ],
  );

  it("writes each cell by its unit, and words or nothing where there is no value", () => {
    expect(table.rows).toEqual([
      ["Sep 2025", "small", "1,234.50", "2.1%", "-1.2 points"],
      ["Oct 2025", "small", "never", "", "+0.04%"],
    ]);
  });

  it("keeps the value of each cell, unrounded", () => {
    expect(table.cells.map((row) => row.map(({ value }) => value))).toEqual([
      ["2025-09-01", "small", 1234.5, 0.0213, -0.012],
      ["2025-10-01", "small", null, null, 0.0004],
    ]);
    expect(table.cells[1]?.map(({ unit }) => unit)).toEqual([
      "monthLabel",
      undefined,
      "cents",
      "share",
      "shareChange",
    ]);
  });

  it("sets numbers apart from text and days, and marks faint rows and starts of groups", () => {
    expect(table.columns.map(({ isNumber = false }) => isNumber)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
    expect([table.faint, table.starts]).toEqual([new Set([0]), new Set([0])]);
  });

  it("writes no sign before what is written like no change", () => {
    expect([0.0000001, -0.0000001, 0].map(format.shareChange)).toEqual(Array(3).fill("0%"));
    expect([0.01, -0.01].map(format.pointChange)).toEqual(["+1 point", "-1 point"]);
  });
});
