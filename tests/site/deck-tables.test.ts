import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";
import { chartsOf, type OpenChart, openPackage, type Package, partOf } from "../deck/open.ts";
import { all, first, type XmlElement } from "../deck/xml.ts";

/*
 * Tables and tiles of the sample's deck, and the charts that are modelled, against statements of their
 * own over the published database; deck.test.ts has the other charts.
 */

let deck: Package;
let charts: Map<string, OpenChart>;
let warehouse: Warehouse;

const pathOf = (name: string) => join(inject("site"), name);

beforeAll(async () => {
  deck = await openPackage(readFileSync(pathOf("board-deck.pptx")));
  charts = await chartsOf(deck);
  warehouse = await openWarehouse({ path: pathOf("data/hourglass.duckdb"), memoryLimit: "1GB" });
});
afterAll(() => warehouse?.close());

const everyone = "dimension = 'all'";
const newest = `(select max(month) from recurring_revenue where ${everyone} and is_complete)`;

const slides = () =>
  [...deck.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map((name) => partOf(deck, name));
const linesOf = (element: XmlElement): string[] =>
  all(element, "a:p").map((paragraph) =>
    all(paragraph, "a:t")
      .map(({ text }) => text)
      .join(""),
  );

/** Tables by what is measured, as their slides name them: rows of printed cells, titles first. */
function tables(): [name: string, rows: string[][]][] {
  return slides().flatMap((slide) =>
    all(slide, "p:graphicFrame").flatMap((frame): [string, string[][]][] => {
      const [table] = all(frame, "a:tbl");
      const name = first(frame, "p:nvGraphicFramePr", "p:cNvPr")?.attributes.name ?? "";
      if (!table) return [];
      const rows = all(table, "a:tr").map((row) =>
        all(row, "a:tc").map((cell) => linesOf(cell).join("\n")),
      );
      return [[name, rows]];
    }),
  );
}

function tableNamed(pattern: RegExp): string[][] {
  const found = tables().filter(([name]) => pattern.test(name));
  const [head] = found[0]?.[1] ?? [];
  if (!head) throw new Error(`no table of the deck measures ${pattern}`);
  return [head, ...found.flatMap(([, rows]) => rows.slice(1))];
}

const scales: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9, "%": 0.01 };

/** A printed number and half of its last digit: $12.8M is 12,800,000 to 50,000. */
function readNumber(printed: string): { value: number; half: number } {
  const [, sign, whole = "", digits = "", scale = ""] =
    /^([+-]?)\$?([\d,]+)(?:\.(\d+))?([KMB%]?)(?:×| points?)?$/.exec(printed) ?? [];
  if (whole === "") throw new Error(`${JSON.stringify(printed)} is no printed number`);
  const size = Number(`${whole.replaceAll(",", "")}.${digits || 0}`);
  const unit = scales[scale] ?? 1;
  return { value: (sign === "-" ? -1 : 1) * size * unit, half: 0.5 * unit * 10 ** -digits.length };
}

function expectPrinted(printed: string | undefined, value: number | null) {
  if (value === null) return expect(printed).toBe("");
  const read = readNumber(printed ?? "");
  expect(Math.abs(read.value - value), `${printed} for ${value}`).toBeLessThanOrEqual(
    read.half * (1 + 1e-9),
  );
}

describe("every chart and table of the deck", () => {
  // What is not here is held against the marts by deck.test.ts; a new one must be added to either.
  it("is one that a test holds against the marts", () => {
    const names = [...charts.keys(), ...tables().map(([name]) => name)].sort();
    const tested = [
      /^ARR by quarter and what moved it/,
      /^Concentration/,
      /^Customers kept, by quarter of start/,
      /^Expected lifetime value/,
      /^MRR kept of that at start/,
      /^Modelled cumulative cash of winning/,
      /^Month of age in which/,
      /^NPS by tier/,
      /^Net and gross revenue retention/,
      /^Net promoter score by half-year/,
      /^Share of customers who have left/,
      /^What moved ARR/,
      /^What the numbers mean/,
      /^What the numbers mean/,
    ];
    expect(names).toHaveLength(tested.length);
    for (const [place, pattern] of tested.entries()) expect(names[place]).toMatch(pattern);
  });

  it("has in the sheet behind it what it draws", () => {
    for (const [name, { series, sheet, categories }] of charts) {
      const [titles = [], ...rows] = sheet;
      expect(rows, name).toHaveLength(categories.length);
      expect(rows.map(([category]) => String(category))).toEqual(categories);
      for (const [title, values] of series) {
        const place = titles.indexOf(title);
        expect(place, `${name}: ${title}`).toBeGreaterThan(0);
        expect(rows.map((row) => row[place] ?? null)).toEqual(values);
      }
    }
  });
});

describe("the headline strip", () => {
  const metrics = ["arr", "nrr", "grr", "churn", "cac", "ltv_cac", "tcv", "nps"] as const;

  it("has each number as its own mart has it, with its plan and how far it is from it", async () => {
    const newestOf = (column: string, mart: string) =>
      `(select ${column} from ${mart} where ${everyone} and month = ${newest})`;
    const columns = {
      arr: newestOf("arr", "recurring_revenue"),
      nrr: newestOf("nrr", "net_revenue_retention"),
      grr: newestOf("grr", "net_revenue_retention"),
      churn: newestOf("annual_logo_churn", "net_revenue_retention"),
      cac: `(select cac from unit_economics where ${everyone})`,
      ltv_cac: `(select ltv_cac from unit_economics where ${everyone})`,
      tcv: newestOf("tcv_12_months", "contract_value"),
      nps: `(select nps from nps_by_wave where ${everyone} and is_latest)`,
    };
    const selects = metrics.map((metric) => `cast(${columns[metric]} as double) as ${metric}`);
    const [values] = await warehouse.rows<Record<string, number>>(`select ${selects.join(", ")}`);
    const goals = await warehouse.rows<{ metric: string; target: number; is_met: boolean }>(
      "select metric, target, is_met from goal_attainment",
    );
    const tiles = all(slides()[1] as XmlElement, "p:sp")
      .map(linesOf)
      .filter((lines) => lines.length > 2);
    expect(tiles).toHaveLength(metrics.length);
    for (const [place, metric] of metrics.entries()) {
      const [, printed, ...lines] = tiles[place] ?? [];
      const value = values?.[metric] ?? Number.NaN;
      expectPrinted(printed, value);
      const goal = goals.find((one) => one.metric === metric);
      const [, target] = lines.map((line) => /^Plan \(.*\) (.*)$/.exec(line)).find(Boolean) ?? [];
      const [, gap, side] =
        lines.map((line) => /^(.*) (better than|short of) plan$/.exec(line)).find(Boolean) ?? [];
      expectPrinted(target, goal?.target ?? null);
      expect(side).toBe(goal?.is_met ? "better than" : "short of");
      const away = Math.abs(value - (goal?.target ?? 0));
      expectPrinted(gap, gap?.endsWith("points") && metric !== "nps" ? 100 * away : away);
    }
  });
});

describe("the nine quarters", () => {
  it("have their movements as the months of the mart add up, and rates of the year before each end", async () => {
    const sum = (column: string) => `12 * sum(${column})`;
    const rows = await warehouse.rows<Record<string, number>>(`
      with quarters as (
          select
              date_trunc('quarter', month) as quarter,
              ${sum("closing_mrr - opening_mrr")} as "Net new",
              ${sum("new_mrr")} as "New",
              ${sum("reactivation_mrr")} as "Returned",
              ${sum("expansion_mrr")} as "Expansion",
              -${sum("contraction_mrr")} as "Contraction",
              -${sum("churn_mrr")} as "Churn",
              ${sum("fx_mrr")} as "Currency",
              max(month) as last_month
          from mrr_movements where ${everyone} and month <= ${newest}
          group by all
          order by quarter desc limit 9
      )
      select columns(quarters.* exclude (quarter, last_month))::double, recurring_revenue.arr::double as "ARR at end",
          recurring_revenue.customers::double as "Customers",
          nrr as "NRR", grr as "GRR", annual_logo_churn as "Customer churn"
      from quarters
      join recurring_revenue on recurring_revenue.month = last_month and recurring_revenue.dimension = 'all'
      left join net_revenue_retention
          on net_revenue_retention.month = last_month and net_revenue_retention.dimension = 'all'
      order by quarter`);
    expect(rows).toHaveLength(9);
    const [head = [], ...lines] = tableNamed(/^ARR by quarter and what moved it/);
    expect(head).toHaveLength(10);
    expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(rows[0] ?? {}).sort());
    for (const [name = "", ...cells] of lines) {
      for (const [place, row] of rows.entries()) {
        const value = row[name] ?? null;
        if (name === "Customers") expect(cells[place]).toBe(String(value));
        else expectPrinted(cells[place], value);
      }
    }
  });
});

describe("the triangles", () => {
  it.each([
    ["customers", /^Customers kept, by quarter of start/, "live", "size"],
    ["revenue", /^MRR kept of that at start/, "mrr", "start_mrr"],
  ])(
    "of %s have every cell of their mart, and below what all cohorts together keep",
    async (_, name, kept, of) => {
      const cells = await warehouse.rows<Record<string, number | null>>(`
      select dense_rank() over (order by cohort) as place, age, size::int as size,
          (${kept} / ${of})::double as share
      from cohort_retention where unit = 'quarter' and age % 3 = 0 and ${kept} is not null`);
      const pooled = await warehouse.rows<{ age: number; share: number }>(`
      select age, (sum(${kept}) / sum(${of}))::double as share
      from cohort_retention where unit = 'quarter' and age % 3 = 0 and is_complete group by age`);
      const [head = [], ...lines] = tableNamed(name);
      const total = lines.pop() ?? [];
      const printed = (share: number | null | undefined) => `${Math.round(100 * (share ?? 0))}%`;
      for (const { place, age, size, share } of cells) {
        const line = lines[Number(place) - 1] ?? [];
        expect(line[1]).toBe(String(size));
        expect(line[head.indexOf(String(age))], `${line[0]} at ${age}`).toBe(printed(share));
      }
      const filled = lines.flatMap((line) => line.slice(2)).filter((cell) => cell !== "");
      expect(filled).toHaveLength(cells.length);
      for (const { age, share } of pooled) {
        expect(total[head.indexOf(String(age))], `all at ${age}`).toBe(printed(share));
      }
    },
  );
});

describe("the cash trough", () => {
  // Month m earns the margin of each cohort won so far that still stays, and pays the newcomers' CAC.
  it("is the model reckoned anew in SQL, month by month, for each pace", async () => {
    const { series, sheet } = chartNamed(/^Modelled cumulative cash of winning/);
    const paces = [...series.keys()].map((name) => Number.parseFloat(name));
    const [wins] = await warehouse.rows<{ pace: number }>(
      `select round(new_customers / 12)::int as pace from unit_economics where ${everyone}`,
    );
    expect(paces).toEqual([2, 5, 10, wins?.pace]);
    const months = sheet.length - 1;
    const rows = await warehouse.rows<{ month: number; cash: number }>(`
      with months as (select unnest(range(1, ${months + 1})) as month),
      earned as (
          select month, (arpa_new * margin * (
              select arg_max(survival, age) from survival_curve where ${everyone} and age <= month - 1
          ))::double as earned, cac::double as cac
          from months, unit_economics where ${everyone}
      ),
      cohorts as (select month, sum(earned) over (order by month) - cac as cash from earned)
      select month, sum(cash) over (order by month) as cash from cohorts order by month`);
    for (const [place, values] of [...series.values()].entries()) {
      expect(values).toHaveLength(months);
      for (const { month, cash } of rows) {
        expect(values[month - 1]).toBeCloseTo((paces[place] ?? 0) * cash, 3);
      }
    }
    const [, depth = ""] =
      /takes (\S+) before it turns/.exec(linesOf(slides()[10] as XmlElement)[0] ?? "") ?? [];
    expectPrinted(depth, -(wins?.pace ?? 0) * Math.min(...rows.map(({ cash }) => cash)));
  });
});

describe("the definitions", () => {
  it("are those of the metrics, word by word", async () => {
    const [, ...lines] = tableNamed(/^What the numbers mean/);
    const metrics = await warehouse.rows<{ title: string; definition: string }>(
      "select title, definition from metrics",
    );
    const known = new Map(metrics.map(({ title, definition }) => [title, definition]));
    expect(lines.length).toBeGreaterThan(20);
    for (const [name = "", text] of lines) expect(text).toBe(known.get(name));
  });
});

function chartNamed(pattern: RegExp): OpenChart {
  const found = [...charts].find(([name]) => pattern.test(name));
  if (!found) throw new Error(`no chart of the deck measures ${pattern}`);
  return found[1];
}
