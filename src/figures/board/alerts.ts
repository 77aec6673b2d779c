import { type Unit, type UsualRange, usualRanges } from "../../charts/index.ts";
import { highest, knownCount } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
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
  const finding = alertsFinding(view);
  const rangeOf = (row: Alert): UsualRange => {
    const { change, usual_low: low, usual_high: high } = row;
    const write = format[changed(row)];
    const value = row.value === null ? say.overview.noValue : format[metric(row).unit](row.value);
    return {
      name: metric(row).short,
      note: "",
      verdict: verdictOf(view, row),
      tone: tones[verdictKind(view, row)],
      lines: [
        change === null ? value : board.alertsChange(write(change), value),
        ...(low === null || high === null ? [] : [board.alertsUsual(write(low), write(high))]),
      ],
      change,
      usual: low === null || high === null ? null : { low, high },
    };
  };
  return {
    id: "alerts",
    measure,
    finding,
    facts: board.alertsFacts(
      judged?.judged ?? 0,
      judged?.most_changes ?? 0,
      format.day(report.asOf.day),
    ),
    caveat: withRules(report, ["grace", "dated", "sameMonth", "preset"], board.alertsCaveat),
    drawing: draw("alerts", finding, format, (options) =>
      usualRanges(rows.map(rangeOf), { ...options, text: { head: board.alertsHead } }),
    ),
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

export const alertColumns = [
  "metric",
  "value",
  "previous",
  "is_relative",
  "change",
  "usual_low",
  "usual_high",
  "earlier_changes",
  "is_unusual",
] as const;

function askAlerts({ report }: View) {
  return {
    all: ask(report, "metricAlerts", {
      columns: alertColumns,
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

const verdictOf = (view: View, row: Alert): string => say.board.verdicts[verdictKind(view, row)];

function verdictKind(view: View, row: Alert): keyof typeof say.board.verdicts {
  if (row.change === null) return "unknown";
  if (row.is_unusual === null) return row.earlier_changes < fewestChanges ? "few" : "still";
  if (!row.is_unusual) return "usual";
  const { direction } = metricOf(view.report, row.metric);
  if (direction === "neither") return "other";
  return row.change > 0 === (direction === "up") ? "good" : "bad";
}

const tones = {
  usual: "total",
  good: "accent",
  bad: "lost",
  other: "ink",
  few: "muted",
  still: "muted",
  unknown: "muted",
} as const satisfies Record<keyof typeof say.board.verdicts, UsualRange["tone"]>;

/** What is not a change relative to the value before. */
const unitsOfChange = {
  money: "moneyChange",
  share: "pointChange",
  ratio: "numberChange",
  months: "numberChange",
  points: "numberChange",
  number: "numberChange",
} as const satisfies Record<Unit, NumberUnit>;
