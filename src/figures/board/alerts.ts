import type { Unit } from "../../charts/index.ts";
import { highest, knownCount } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { type NumberUnit, tabulate } from "../table.ts";
import { isEveryone, type View } from "../view.ts";
import { metricOf } from "./metric.ts";

/** In the order of the table. */
const metrics = [
  "mrr",
  "new_customers",
  "expansion_mrr",
  "logo_churn",
  "gross_mrr_churn",
  "nrr",
  "grr",
  "arpa",
] as const;

const fewestChanges = 12;

/** Which metrics moved further in the newest complete month than they usually do; undefined of a segment, and where no two months are known. */
export function alerts(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { board } = say;
  const { alertsColumns: columns } = board;
  if (!isEveryone(view)) return undefined;
  const asked = askAlerts(view);
  const { rows } = asked.all;
  if (rows.every(({ change }) => change === null)) return undefined;
  const [judged] = asked.judged.rows;
  const measure = board.alertsMeasure(format.monthLabel(report.lastMonth));
  const metric = (row: Alert) => metricOf(report, row.metric);
  const changed = (row: Alert) =>
    row.is_relative ? "shareChange" : unitsOfChange[metric(row).unit];
  return {
    id: "alerts",
    isWide: true,
    measure,
    finding: alertsFinding(view),
    facts: board.alertsFacts(
      judged?.judged ?? 0,
      judged?.most_changes ?? 0,
      format.day(report.asOf.day),
    ),
    caveat: withRules(report, ["grace", "dated", "sameMonth", "preset"], board.alertsCaveat),
    table: tabulate(
      format,
      rows,
      { caption: measure, isPinned: true, isFaint: (row) => row.is_unusual === null },
      [
        { label: columns.metric, isWhole: true, value: (row) => metric(row).short },
        { label: columns.verdict, isWhole: true, value: (row) => verdictOf(view, row) },
        { label: columns.change, unit: changed, value: (row) => row.change },
        { label: columns.low, unit: changed, value: (row) => row.usual_low },
        { label: columns.high, unit: changed, value: (row) => row.usual_high },
        { label: columns.value, unit: (row) => metric(row).unit, value: (row) => row.value },
        { label: columns.previous, unit: (row) => metric(row).unit, value: (row) => row.previous },
      ],
    ),
    queries: [asked.all, asked.judged],
  };
}

function askAlerts({ report }: View) {
  return {
    all: ask(report, "metricAlerts", {
      columns: [
        "metric",
        "value",
        "previous",
        "is_relative",
        "change",
        "usual_low",
        "usual_high",
        "earlier_changes",
        "is_unusual",
      ],
      where: { metric: metrics, month: report.lastMonth },
      order: [{ by: "metric", as: metrics }],
    }),
    judged: ask(report, "metricAlerts", {
      computed: { judged: knownCount("usual_low"), most_changes: highest("earlier_changes") },
      where: { metric: metrics, month: report.lastMonth },
    }),
  };
}

type Alert = ReturnType<typeof askAlerts>["all"]["rows"][number];

/** What moved beyond its usual range, or that nothing did. */
export function alertsFinding(view: View): string {
  const { board } = say;
  const { rows } = askAlerts(view).all;
  const month = view.format.monthLabel(view.report.lastMonth);
  const unusual = rows.filter(({ is_unusual: isUnusual }) => isUnusual);
  if (unusual.length === 0) {
    return rows.some(({ is_unusual: isUnusual }) => isUnusual === false)
      ? board.alertsNone(month)
      : board.alertsUnjudged;
  }
  const changes = unusual.map((row) => {
    const { short, unit } = metricOf(view.report, row.metric);
    return board.alertsMoved(short, (row.change ?? 0) > 0, view.format[unit](row.value ?? 0));
  });
  return board.alertsFinding(changes, month);
}

/** Whether any metric of the company has a usual range. */
export const areJudged = (view: View): boolean =>
  askAlerts(view).all.rows.some(({ is_unusual: isUnusual }) => isUnusual !== null);

function verdictOf(view: View, row: Alert): string {
  const { verdicts } = say.board;
  if (row.change === null) return verdicts.unknown;
  if (row.is_unusual === null) {
    return row.earlier_changes < fewestChanges ? verdicts.few : verdicts.still;
  }
  if (!row.is_unusual) return verdicts.usual;
  const { direction } = metricOf(view.report, row.metric);
  if (direction === "neither") return verdicts.other;
  return row.change > 0 === (direction === "up") ? verdicts.good : verdicts.bad;
}

/** What is not a change relative to the value before. */
const unitsOfChange = {
  money: "moneyChange",
  share: "pointChange",
  ratio: "numberChange",
  months: "numberChange",
  points: "numberChange",
  number: "numberChange",
} as const satisfies Record<Unit, NumberUnit>;
