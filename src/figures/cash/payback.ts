import { paybackByCohort } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import type { AnswerRow, Question } from "../../shared/query/index.ts";
import {
  knownCount,
  lowerMedian,
  notBelowZero,
  rowCount,
  total,
} from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { type Answer, ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { inPeriod, isEveryone, rowsOf, type View } from "../view.ts";

/** What is told of a cohort. */
export const paybackColumns = [
  "customers",
  "cac",
  "reached_age",
  "payback_age",
  "recovered_share",
] as const;

type Cohort = Pick<
  Report["marts"]["cohortPayback"][number],
  "cohort" | (typeof paybackColumns)[number]
>;

/** Cohorts of the whole company and of the segments are two marts; these columns both have. */
function askCohorts<C extends keyof Cohort = never, N extends string = never>(
  { report, scope, period }: View,
  question: Question<Cohort, C, N>,
): Answer<AnswerRow<Cohort, C, N>> {
  const where = inPeriod(period, "cohort", "quarter");
  if (scope.dimension === "all") return ask(report, "cohortPayback", { ...question, where });
  return ask(report, "cohortPaybackBySegment", {
    ...question,
    where: { ...rowsOf(scope), ...where },
  });
}

/** When each quarterly cohort has paid back its cost; undefined where no cost of these customers is known. */
export function payback(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { cash } = say;
  const { columns } = cash;
  // Where the margin is negative, nothing of the CAC has come back.
  const asked = askCohorts(view, {
    columns: ["cohort", "customers", "cac", "reached_age", "payback_age"],
    computed: { recovered: notBelowZero("recovered_share") },
    order: ["cohort"],
  });
  const rows = asked.rows.map((row) => ({ ...row, recovered_share: row.recovered }));
  if (rows.length === 0 && !isEveryone(view)) return undefined;
  const totals = askCohorts(view, {
    computed: {
      cohorts: rowCount(),
      paid_back: knownCount("payback_age"),
      typical_age: lowerMedian("payback_age"),
      all_customers: total("customers"),
    },
  });
  const { cohorts, paid_back, typical_age, all_customers } = totals.rows[0] ?? {};
  const costs = isEveryone(view) ? [] : [say.filter.nearestCost, say.filter.sharedMargin];
  const finding =
    typical_age == null
      ? cash.paybackNone
      : cash.paybackFinding(paid_back ?? 0, cohorts ?? 0, format.number(typical_age));
  return {
    id: "payback",
    measure: cash.paybackMeasure,
    finding,
    facts: cash.paybackFacts(format.number(all_customers ?? 0), format.day(report.asOf.day)),
    caveat: withRules(report, ["cash", "lag", "margin", "preset"], cash.paybackCaveat, ...costs),
    native:
      rows.length > 0
        ? {
            kind: "stacked",
            unit: "months",
            categories: rows.map((row) => format.quarterLabel(row.cohort)),
            series: [
              { name: cash.paybackChart.axis, values: rows.map((row) => row.payback_age) },
              {
                name: cash.paybackChart.open,
                values: rows.map((row) => (row.payback_age === null ? row.reached_age : null)),
                faint: rows.map((_, place) => place),
              },
            ],
          }
        : undefined,
    drawing:
      rows.length > 0
        ? draw("payback", finding, format, (options) =>
            paybackByCohort(rows, { ...options, text: cash.paybackChart }),
          )
        : undefined,
    table: tabulate(format, rows, { caption: cash.paybackMeasure }, [
      { label: columns.cohort, unit: "quarterLabel", value: (row) => row.cohort },
      { label: columns.customers, unit: "number", value: (row) => row.customers },
      { label: columns.cac, unit: "cents", value: (row) => row.cac },
      {
        label: columns.payback,
        unit: "number",
        value: (row) => row.payback_age,
        unknown: columns.notYet,
      },
      { label: columns.recovered, unit: "share", value: (row) => row.recovered_share },
    ]),
    queries: [asked, totals],
  };
}
