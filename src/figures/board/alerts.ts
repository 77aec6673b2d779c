import type { Unit } from "../../charts/index.ts";
import { highest, knownCount } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
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
    table: {
      caption: measure,
      isPinned: true,
      columns: [
        { label: columns.metric, isWhole: true },
        { label: columns.verdict, isWhole: true },
        { label: columns.change, isNumber: true },
        { label: columns.low, isNumber: true },
        { label: columns.high, isNumber: true },
        { label: columns.value, isNumber: true },
        { label: columns.previous, isNumber: true },
      ],
      rows: rows.map((row) => {
        const { short, unit } = metricOf(view.report, row.metric);
        const moved = (change: number | null) =>
          change === null ? "" : writeChange(change, row.is_relative ? "relative" : unit, format);
        const known = (value: number | null) => (value === null ? "" : format[unit](value));
        return [
          short,
          verdictOf(view, row),
          moved(row.change),
          moved(row.usual_low),
          moved(row.usual_high),
          known(row.value),
          known(row.previous),
        ];
      }),
      faint: new Set(rows.flatMap((row, place) => (row.is_unusual === null ? [place] : []))),
    },
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

/** With its sign; shares by points, what is relative by its share. */
function writeChange(change: number, unit: Unit | "relative", format: PageFormats): string {
  if (unit === "money") return format.moneyChange(change);
  const write = (size: number) => {
    if (unit === "relative") return format.share(size);
    return unit === "share" ? say.site.points(format.number(100 * size)) : format[unit](size);
  };
  const size = write(Math.abs(change));
  const sign = size === write(0) ? "" : change > 0 ? "+" : "-";
  return `${sign}${size}`;
}
