import { filterDimensions } from "../shared/filter.ts";
import type { Value } from "../shared/query/index.ts";
import { tableOf } from "./ask.ts";
import type { PageName } from "./tell.ts";
import type { FigureReport } from "./view.ts";

type Marts = FigureReport["marts"];
type Columns = { readonly [Name in keyof Marts]?: readonly (keyof Marts[Name][number])[] };

const own = ["dimension", "segment"] as const;
const sizes = [...own, "customers", "events", "median_months"] as const;
const cohorts = [
  "unit",
  "cohort",
  "age",
  "size",
  "reached",
  "live",
  "live_before",
  "start_mrr",
  "mrr",
  "mrr_before",
  "logo_retention",
  "revenue_retention",
  "is_complete",
] as const;
const answers = [
  "kind",
  "touchpoint",
  "wave",
  "wave_label",
  "answers",
  "good_share",
  "mean_score",
] as const;

/** What the figures of a page ask for when they are told anew. */
const asked: Readonly<Record<PageName, Columns>> = {
  overview: {
    survivalSummary: sizes,
    mrrMovements: [
      ...own,
      "month",
      "opening_mrr",
      "new_mrr",
      "reactivation_mrr",
      "expansion_mrr",
      "contraction_mrr",
      "churn_mrr",
      "fx_mrr",
      "closing_mrr",
      "new_customers",
      "churned_customers",
      "awaiting_renewal_customers",
      "awaiting_renewal_mrr",
    ],
    recurringRevenue: [...own, "month", "is_complete", "mrr", "arr", "carr", "customers"],
    netRevenueRetention: [...own, "month", "nrr", "grr", "annual_logo_churn", "opening_accounts"],
    contractValue: [...own, "month", "tcv_12_months"],
    revenueConcentration: [
      ...own,
      "month",
      "customers",
      "share_of_1",
      "share_of_5",
      "share_of_20",
      "customers_of_80",
      "customers_of_80_share",
    ],
    unitEconomics: [...own, "cac", "is_cac_own", "ltv_expected", "ltv_cac", "is_extrapolated"],
    npsByWave: [
      ...own,
      "wave",
      "wave_label",
      "is_latest",
      "nps",
      "previous_nps",
      "change",
      "is_change",
    ],
  },
  retention: {
    survivalSummary: sizes,
    survivalCurve: [
      ...own,
      "age",
      "at_risk",
      "events",
      "censored",
      "hazard",
      "survival",
      "lower",
      "upper",
    ],
    leftBeforePayback: [
      ...own,
      "customers",
      "left_before",
      "left_before_share",
      "unrecovered_cac",
      "break_even_month",
      "lost_by_break_even",
    ],
    cohortRetention: cohorts,
    cohortRetentionBySegment: [...own, ...cohorts],
  },
  cash: {
    survivalSummary: sizes,
    unitEconomics: [
      ...own,
      "customers",
      "new_customers",
      "cac",
      "is_cac_own",
      "arpa",
      "arpa_new",
      "margin",
      "monthly_churn",
      "expected_months",
      "is_extrapolated",
      "ltv_expected",
      "ltv_paid",
      "ltv_cac",
    ],
    survivalCurve: [...own, "age", "survival"],
    customerCash: [...own, "age", "customers", "cumulative_cash"],
    cohortPayback: ["cohort", "customers", "cac", "reached_age", "payback_age", "recovered_share"],
  },
  nps: {
    survivalSummary: sizes,
    npsByWave: [
      ...own,
      "wave",
      "wave_label",
      "is_latest",
      "answers",
      "promoters",
      "passives",
      "detractors",
      "nps",
      "lower",
      "upper",
      "change",
      "is_change",
    ],
    satisfaction: answers,
    satisfactionBySegment: [...own, ...answers],
  },
};

type Table = Record<string, Value[]>;

/** A report's rows for one page, column by column: what a browser needs to filter it. */
export interface ShippedReport extends Omit<FigureReport, "marts"> {
  marts: Record<string, Table>;
  /** Months that a period can start and end with. */
  months: string[];
}

const filtered: ReadonlySet<Value> = new Set(["all", ...filterDimensions]);

export function shipReport(report: FigureReport, page: PageName): ShippedReport {
  const { company, asOf, lastMonth, datasets, marts, sql } = report;
  const names = Object.keys(asked[page]) as (keyof Marts)[];
  const tables = names.map((name) => [
    name,
    columnsOf(marts[name] as readonly unknown[] as Row[], (asked[page][name] ?? []) as string[]),
  ]);
  const {
    cac,
    cash,
    churn,
    definitions,
    ltv,
    margin,
    north_star,
    nps,
    publish,
    retention,
    segments,
    survival,
  } = report.definitions;
  return {
    company,
    asOf,
    lastMonth,
    datasets: datasets.map(({ dataset, isPresent }) => ({ dataset, isPresent })),
    definitions: {
      cac,
      cash,
      churn,
      definitions,
      ltv,
      margin,
      north_star,
      nps,
      publish,
      retention,
      segments,
      survival,
    },
    marts: Object.fromEntries(tables),
    sql: Object.fromEntries(names.map(tableOf).map((name) => [name, sql[name] ?? ""])),
    months: marts.recurringRevenue
      .filter(({ dimension }) => dimension === "all")
      .map(({ month }) => month),
  };
}

type Row = Readonly<Record<string, Value>>;

function columnsOf(rows: readonly Row[], columns: readonly string[]): Table {
  const kept = rows.filter(({ dimension }) => dimension === undefined || filtered.has(dimension));
  return Object.fromEntries(
    columns.map((column) => [column, kept.map((row) => shortened(row[column] ?? null))]),
  );
}

/** No figure shows more digits than that; money of a company has them all. */
const digits = 12;

const shortened = (value: Value): Value =>
  typeof value === "number" ? Number(value.toPrecision(digits)) : value;

/** The report again; marts that were not shipped have no rows. */
export function openReport({ marts, months: _months, ...report }: ShippedReport): FigureReport {
  const tables = Object.entries(marts).map(([name, table]) => [name, rowsOf(table)]);
  const opened = new Proxy(Object.fromEntries(tables) as Marts, {
    get: (all, name) => Reflect.get(all, name) ?? [],
  });
  return { ...report, marts: opened };
}

function rowsOf(table: Table): Row[] {
  const columns = Object.entries(table);
  const count = columns[0]?.[1].length ?? 0;
  return Array.from({ length: count }, (_, place) =>
    Object.fromEntries(columns.map(([name, values]) => [name, values[place] ?? null])),
  );
}
