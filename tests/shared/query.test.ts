import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tableOf } from "../../src/figures/ask.ts";
import { catalogue } from "../../src/metrics/index.ts";
import * as query from "../../src/shared/query/index.ts";
import { type Question, selectRows, sqlOf } from "../../src/shared/query/index.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";

interface Month {
  tier: string;
  month: string;
  won: number;
  lost: number;
  mrr: number | null;
  is_complete: boolean;
}

const row = (
  tier: string,
  month: string,
  won: number,
  lost: number,
  mrr: number | null,
): Month => ({
  tier,
  month: `2025-${month}-01`,
  won,
  lost,
  mrr,
  is_complete: month !== "03",
});

const months = [
  row("small", "01", 4, 1, 100),
  row("small", "02", 6, 3, 250.5),
  row("small", "03", 0, 0, null),
  row("O'Neil", "01", 1, 0, 40),
  row("O'Neil", "02", 0, 2, -10),
  row("O'Neil", "03", 5, 5, 60),
];

/** Of R, whose normal deviate has more digits than ours. */
const near = (value: number) => expect.closeTo(value, 7);

/** The rows of a question, by hand from the table above. */
const cases: [string, Question<Month, keyof Month, string>, string, Record<string, unknown>[]][] = [
  [
    "filters by values, days and what is known, and sorts the newest first",
    {
      columns: ["month", "mrr"],
      where: {
        tier: "O'Neil",
        month: { above: "2025-01-01", atMost: "2025-03-01" },
        mrr: { isNull: false },
        is_complete: false,
      },
      order: [{ descending: "month" }],
    },
    `select month, mrr
from months
where tier = 'O''Neil'
    and month > '2025-01-01'
    and month <= '2025-03-01'
    and mrr is not null
    and not is_complete
order by month desc`,
    [{ month: "2025-03-01", mrr: 60 }],
  ],
  [
    "keeps the order of a list, and as many rows as asked for",
    {
      columns: ["tier", "month"],
      where: { tier: ["small", "O'Neil"], won: { multipleOf: 2 } },
      order: [{ by: "tier", as: ["small", "O'Neil"] }, { descending: "month" }],
      limit: 3,
    },
    `select tier, month
from months
where tier in ('small', 'O''Neil')
    and won % 2 = 0
order by list_position(['small', 'O''Neil'], tier), month desc
limit 3`,
    [
      { tier: "small", month: "2025-03-01" },
      { tier: "small", month: "2025-02-01" },
      { tier: "small", month: "2025-01-01" },
    ],
  ],
  [
    "reckons within a row; what is not known stays so, as does a share of nothing",
    {
      columns: ["month"],
      computed: {
        left: query.negative("lost"),
        arr: query.times(12, "mrr"),
        net: query.distance("won", "lost"),
        share: query.quotient("lost", "won"),
        kept: query.oneMinus("share"),
        floor: query.notBelowZero("mrr"),
        growth: query.growth("won", "lost"),
      },
      where: { tier: "small" },
      order: ["month"],
    },
    `select
    month,
    -lost as left,
    12 * mrr as arr,
    abs(won - lost) as net,
    lost / nullif(won, 0) as share,
    1 - share as kept,
    if(mrr < 0, 0, mrr) as floor,
    won / nullif(lost, 0) - 1 as growth
from months
where tier = 'small'
order by month`,
    [
      {
        month: "2025-01-01",
        left: -1,
        arr: 1200,
        net: 3,
        share: 0.25,
        kept: 0.75,
        floor: 100,
        growth: 3,
      },
      {
        month: "2025-02-01",
        left: -3,
        arr: 3006,
        net: 3,
        share: 0.5,
        kept: 0.5,
        floor: 250.5,
        growth: 1,
      },
      {
        month: "2025-03-01",
        left: 0,
        arr: null,
        net: 0,
        share: null,
        kept: null,
        floor: null,
        growth: null,
      },
    ],
  ],
  [
    "totals by group, and reckons with the totals",
    {
      columns: ["tier"],
      computed: {
        months: query.rowCount(),
        known: query.knownCount("mrr"),
        wins: query.total("won"),
        money: query.totalMoney("mrr"),
        rate: query.quotientOfTotals("lost", "won"),
        january: query.onDay("won", "month", "2025-01-01"),
        february: query.onDay("won", "month", "2025-02-01"),
        growth: query.growth("february", "january"),
      },
      order: [{ by: "tier", as: ["small", "O'Neil"] }],
    },
    `select
    tier,
    count(*) as months,
    count(mrr) as known,
    cast(sum(won) as bigint) as wins,
    cast(sum(mrr) as decimal(38, 6)) as money,
    sum(lost) / nullif(sum(won), 0) as rate,
    max(won) filter (where month = '2025-01-01') as january,
    max(won) filter (where month = '2025-02-01') as february,
    february / nullif(january, 0) - 1 as growth
from months
group by tier
order by list_position(['small', 'O''Neil'], tier)`,
    [
      {
        tier: "small",
        months: 3,
        known: 2,
        wins: 10,
        money: 350.5,
        rate: 0.4,
        january: 4,
        february: 6,
        growth: 0.5,
      },
      {
        tier: "O'Neil",
        months: 3,
        known: 3,
        wins: 6,
        money: 90,
        rate: 7 / 6,
        january: 1,
        february: 0,
        growth: -1,
      },
    ],
  ],
  [
    "gives the 95% interval of a share of counts after Wilson, where there is something to share",
    {
      columns: ["month"],
      computed: { low: query.wilsonLower("lost", "won"), high: query.wilsonUpper("lost", "won") },
      where: { tier: "small" },
      order: ["month"],
    },
    `select
    month,
    (lost + 1.959964 ^ 2 / 2
        - 1.959964 * sqrt(lost * (1 - lost / nullif(won, 0)) + 1.959964 ^ 2 / 4)
    ) / (won + 1.959964 ^ 2) as low,
    (lost + 1.959964 ^ 2 / 2
        + 1.959964 * sqrt(lost * (1 - lost / nullif(won, 0)) + 1.959964 ^ 2 / 4)
    ) / (won + 1.959964 ^ 2) as high
from months
where tier = 'small'
order by month`,
    [
      // R 4: prop.test(1, 4, correct = FALSE) and prop.test(3, 6, correct = FALSE)
      { month: "2025-01-01", low: near(0.045587261), high: near(0.699358157) },
      { month: "2025-02-01", low: near(0.187616306), high: near(0.812383694) },
      { month: "2025-03-01", low: null, high: null },
    ],
  ],
  [
    "leaves out values and what is not known, and repeats a number that it is told",
    {
      columns: ["tier"],
      computed: {
        bound: query.constant(5),
        top: query.onDay("mrr", "won", 4),
        nothing: query.constant(null),
        complete: query.onlyWhere("mrr", "is_complete"),
      },
      where: { won: { noneOf: [0, 6] }, mrr: { noneOf: [] } },
      order: ["tier"],
    },
    `select
    tier,
    5 as bound,
    max(mrr) filter (where won = 4) as top,
    null as nothing,
    max(mrr) filter (where is_complete) as complete
from months
where won not in (0, 6)
    and mrr is not null
group by tier
order by tier`,
    [
      { tier: "O'Neil", bound: 5, top: null, nothing: null, complete: 40 },
      { tier: "small", bound: 5, top: 100, nothing: null, complete: 100 },
    ],
  ],
  [
    "totals by calendar quarter, of some columns less others, twelvefold",
    {
      quarters: { quarter: "month" },
      columns: ["tier"],
      computed: {
        net: query.yearlyTotal(["won", "mrr"], ["lost"]),
        gone: query.yearlyTotal([], ["lost"]),
      },
      where: { mrr: { isNull: false } },
      order: ["tier"],
    },
    `select
    cast(date_trunc('quarter', month) as date) as quarter,
    tier,
    cast(12 * sum(won + mrr - lost) as decimal(38, 6)) as net,
    cast(12 * sum(-lost) as decimal(38, 6)) as gone
from months
where mrr is not null
group by quarter, tier
order by tier`,
    [
      // 12 x (6 won + 90 of MRR - 7 lost); 12 x (10 + 350.5 - 4)
      { quarter: "2025-01-01", tier: "O'Neil", net: 1068, gone: -84 },
      { quarter: "2025-01-01", tier: "small", net: 4278, gone: -48 },
    ],
  ],
  [
    "takes the highest, and the lower of the two in the middle of an even number of rows",
    {
      computed: {
        highest: query.highest("won"),
        lower: query.lowerMedian("won"),
        tiers: query.distinctCount("tier"),
      },
    },
    `select
    max(won) as highest,
    quantile_disc(won, 0.5) as lower,
    count(distinct tier) as tiers
from months`,
    [{ highest: 6, lower: 1, tiers: 2 }],
  ],
  [
    "has one row of totals where no row is left, and nothing to add up in it",
    {
      computed: { months: query.rowCount(), wins: query.total("won"), most: query.highest("won") },
      where: { tier: [] },
    },
    `select count(*) as months, cast(sum(won) as bigint) as wins, max(won) as most
from months
where tier in (null)`,
    [{ months: 0, wins: null, most: null }],
  ],
];

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:" });
  const values = months.map((month) => {
    const cells = Object.values(month).map((cell) =>
      typeof cell === "string" ? `'${cell.replaceAll("'", "''")}'` : String(cell),
    );
    return `(${cells.join(", ")})`;
  });
  await warehouse.run(
    "create table months (tier varchar, month date, won bigint, lost bigint, mrr decimal(38, 6), is_complete boolean)",
  );
  await warehouse.run(`insert into months values ${values.join(", ")}`);
});

afterAll(() => warehouse.close());

describe("a question to a mart", () => {
  it.each(cases)("%s", async (_, question, sql, expected) => {
    expect(selectRows(months, question)).toEqual(expected);
    expect(sqlOf("months", question)).toBe(sql);
    expect(await warehouse.rows(sql)).toEqual(expected);
  });

  it("breaks what is longer than a line", () => {
    const tiers = ["a very long name of a segment", "another very long name", "a third of them"];
    const question = {
      columns: ["tier"],
      where: { tier: tiers },
      order: [{ by: "tier", as: tiers }],
    } as const;
    const sql = sqlOf<Month>("months", question);
    expect(Math.max(...sql.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(sql).toContain("list_position(");
  });

  it("refuses to ask for what equals null", () => {
    expect(() => sqlOf<Month>("months", { where: { mrr: null } })).toThrow(
      "null never equals a cell; ask mrr: { isNull: true }",
    );
  });

  it("names every mart of the catalogue as its table", () => {
    const tables = Object.keys(catalogue).map(tableOf);
    expect(tables).toEqual(Object.values(catalogue).map(({ name }) => name));
  });
});
