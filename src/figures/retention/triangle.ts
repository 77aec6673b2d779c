import type { Report } from "../../report.ts";
import {
  type AnswerRow,
  conditionsOf,
  type Question,
  quotient,
  quotientOfTotals,
  rowCount,
  total,
  totalMoney,
} from "../../shared/query/index.ts";
import { type Answer, ask } from "../ask.ts";
import type { Finer } from "../figure.ts";
import { inPeriod, rowsOf, type View } from "../view.ts";

const unit = "quarter";

/** Months from one age that is drawn to the next. */
export type Step = 1 | 3;

/** Every third month of age, or all of them. */
const ages = { 1: {}, 3: { age: { multipleOf: 3 } } } as const;

/** What was live, and paid, a step before. */
const before = {
  1: { live: "live_month_before", mrr: "mrr_month_before" },
  3: { live: "live_before", mrr: "mrr_before" },
} as const;

type Cell = Report["marts"]["cohortRetention"][number];

/** Cohorts of the whole company and of the segments are two marts with the same columns. */
function askCohorts<C extends keyof Cell & string = never, N extends string = never>(
  { report, scope, period }: View,
  question: Question<Cell, C, N>,
): Answer<AnswerRow<Cell, C, N>> {
  const where = { ...question.where, ...inPeriod(period, "cohort", unit) };
  if (scope.dimension === "all") return ask(report, "cohortRetention", { ...question, where });
  return ask(report, "cohortRetentionBySegment", {
    ...question,
    where: { ...rowsOf(scope), ...where },
  });
}

const held = [
  "unit",
  "cohort",
  "age",
  "size",
  "reached",
  "live",
  "start_mrr",
  "mrr",
  "logo_retention",
  "revenue_retention",
  "is_complete",
] as const;

/** What is asked of each cell, by the step. */
export const cellColumns = {
  1: [...held, before[1].live, before[1].mrr],
  3: [...held, before[3].live, before[3].mrr],
} as const;

/** Quarterly cohorts, how many they are, and all of them together. */
export function askTriangle(view: View, step: Step = 3) {
  const { live, mrr } = before[step];
  return {
    cells: askCohorts(view, {
      columns: cellColumns[step],
      computed: {
        live_of_before: quotient("live", live),
        mrr_of_before: quotient("mrr", mrr),
      },
      where: { unit, ...ages[step] },
      order: ["cohort", "age"],
    }),
    pooled: askPooled(view, step),
    cohorts: askCohorts(view, {
      computed: { cohorts: rowCount(), customers: total("size") },
      where: { unit, age: 0 },
    }),
  };
}

/**
 * All cohorts together at each age: sums over the complete cells, so that a customer counts as one
 * and a cohort that has not reached the age counts for nothing.
 */
export function askPooled(view: View, step: Step = 3) {
  const { live, mrr } = before[step];
  return askCohorts(view, {
    columns: ["unit", "age", "is_complete"],
    computed: {
      customers: total("size"),
      reached_age: total("reached"),
      live_customers: total("live"),
      live_earlier: total(live),
      mrr_at_start: totalMoney("start_mrr"),
      mrr_then: totalMoney("mrr"),
      mrr_earlier: totalMoney(mrr),
      logo_retained: quotientOfTotals("live", "reached"),
      revenue_retained: quotientOfTotals("mrr", "start_mrr"),
      live_of_earlier: quotientOfTotals("live", live),
      mrr_of_earlier: quotientOfTotals("mrr", mrr),
    },
    where: { unit, ...ages[step], is_complete: true },
    order: ["age"],
  });
}

/** A triangle's cells with what was there a step before, under the same names for every step. */
export function cellsOf({ cells }: ReturnType<typeof askTriangle>, step: Step) {
  const { live, mrr } = before[step];
  return cells.rows.map((row) => ({ ...row, live_before: row[live], mrr_before: row[mrr] }));
}

/**
 * The rows with every month of age that a report lacks: pages of segments come with every third month
 * only. Undefined where it has them.
 */
export function monthsNeeded({ report, scope }: View): Needs | undefined {
  if (scope.dimension === "all") return undefined;
  const question = { where: { ...rowsOf(scope), unit } } as const;
  const held = ask(report, "cohortRetentionBySegment", { ...question, columns: ["age"] });
  if (held.rows.some(({ age }) => age % 3 !== 0)) return undefined;
  return { mart: held.mart, where: conditionsOf(question.where).sql.join(" and ") };
}

type Needs = NonNullable<Finer["needs"]>;
