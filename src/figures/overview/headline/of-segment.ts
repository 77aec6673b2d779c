import { constant, distance, growth, onDay, onlyWhere } from "../../../shared/query/index.ts";
import { ask, type Shown } from "../../ask.ts";
import { rowsOf, type View } from "../../view.ts";
import { yearBefore } from "../year.ts";
import type { HeadlineAnswers, Metric } from "./questions.ts";

/** The value of a metric with that of a year before, and its past where a mart has one. */
interface Source {
  now: number | null;
  yearAgo: number | null;
  past: { month: string; value: number | null }[];
  queries: Shown[];
}

/** The headline metrics of a segment, from the marts that those of the whole company are made of. */
export function askSegmentHeadlines(view: View, metrics: readonly Metric[]): HeadlineAnswers {
  const asked = metrics.map((metric) => ({ metric, ...sources[metric](view) }));
  return {
    values: asked.map(({ metric, now, yearAgo }) => ({
      metric,
      value_now: now,
      value_year_ago: yearAgo,
    })),
    history: asked.flatMap(({ metric, past }) => past.map((point) => ({ metric, ...point }))),
    goals: [],
    queries: [
      ...asked.flatMap(({ queries }) => queries.slice(0, 1)),
      ...asked.flatMap(({ queries }) => queries.slice(1)),
    ],
  };
}

const sources: Readonly<Record<Metric, (view: View) => Source>> = {
  nrr: (view) => ofYear(view, "nrr"),
  grr: (view) => ofYear(view, "grr"),
  churn: (view) => ofYear(view, "annual_logo_churn"),
  arr: ofRevenue,
  tcv: ofContracts,
  ltv: (view) => ofEconomics(view, "ltv_expected"),
  // A cost that the company shares over its segments is no cost of this one.
  cac: (view) => ofEconomics(view, "cac"),
  ltv_cac: (view) => ofEconomics(view, "ltv_cac"),
  nps: ofWaves,
};

/** A column in the newest complete month and a year before. */
const moves = <C extends string>(column: C, lastMonth: string) => ({
  value_now: onDay<C | "month">(column, "month", lastMonth),
  value_year_ago: onDay<C | "month">(column, "month", yearBefore(lastMonth)),
  growth: growth("value_now", "value_year_ago"),
  difference: distance("value_now", "value_year_ago"),
});

/** Known of today only. */
const unknownThen = { value_year_ago: constant(null) };

type Moves = Shown & { rows: { value_now: number | null; value_year_ago: number | null }[] };
type Past = Shown & { rows: { month: string }[] };

function sourceOf<P extends Past>(
  now: Moves,
  past: P,
  read: (row: P["rows"][number]) => number | null,
): Source {
  const [row] = now.rows;
  return {
    now: row?.value_now ?? null,
    yearAgo: row?.value_year_ago ?? null,
    past: past.rows.map((entry) => ({ month: entry.month, value: read(entry) })),
    queries: [now, past],
  };
}

function ofYear({ report, scope }: View, column: "nrr" | "grr" | "annual_logo_churn"): Source {
  const { lastMonth } = report;
  const now = ask(report, "netRevenueRetention", {
    computed: moves(column, lastMonth),
    where: rowsOf(scope),
  });
  const past = ask(report, "netRevenueRetention", {
    columns: ["month", column],
    where: { ...rowsOf(scope), month: { atMost: lastMonth }, [column]: { isNull: false } },
    order: ["month"],
  });
  return sourceOf(now, past, (row) => row[column]);
}

function ofRevenue({ report, scope }: View): Source {
  const { lastMonth } = report;
  const now = ask(report, "recurringRevenue", {
    computed: moves("arr", lastMonth),
    where: rowsOf(scope),
  });
  const past = ask(report, "recurringRevenue", {
    columns: ["month", "arr"],
    where: { ...rowsOf(scope), month: { atMost: lastMonth } },
    order: ["month"],
  });
  return sourceOf(now, past, ({ arr }) => arr);
}

function ofContracts({ report, scope }: View): Source {
  const { lastMonth } = report;
  const now = ask(report, "contractValue", {
    computed: moves("tcv_12_months", lastMonth),
    where: rowsOf(scope),
  });
  const past = ask(report, "contractValue", {
    columns: ["month", "tcv_12_months"],
    where: { ...rowsOf(scope), month: { atMost: lastMonth }, tcv_12_months: { isNull: false } },
    order: ["month"],
  });
  return sourceOf(now, past, ({ tcv_12_months: value }) => value);
}

function ofEconomics({ report, scope }: View, column: "ltv_expected" | "cac" | "ltv_cac"): Source {
  const where = rowsOf(scope);
  if (column === "ltv_expected") {
    const asked = ask(report, "unitEconomics", { columns: [column], computed: unknownThen, where });
    return { now: asked.rows[0]?.[column] ?? null, yearAgo: null, past: [], queries: [asked] };
  }
  const asked = ask(report, "unitEconomics", {
    computed: {
      value_now: onlyWhere<typeof column | "is_cac_own">(column, "is_cac_own"),
      ...unknownThen,
    },
    where,
  });
  return { now: asked.rows[0]?.value_now ?? null, yearAgo: null, past: [], queries: [asked] };
}

function ofWaves({ report, scope }: View): Source {
  const now = ask(report, "npsByWave", {
    computed: { value_now: onlyWhere("nps", "is_latest"), ...unknownThen },
    where: rowsOf(scope),
  });
  const past = ask(report, "npsByWave", {
    columns: ["wave", "nps"],
    where: { ...rowsOf(scope), nps: { isNull: false } },
    order: ["wave"],
  });
  return {
    now: now.rows[0]?.value_now ?? null,
    yearAgo: null,
    past: past.rows.map(({ wave: month, nps: value }) => ({ month, value })),
    queries: [now, past],
  };
}
