import { type TargetBullet, targetBullets } from "../../charts/index.ts";
import { rowCount } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel, MissingFigure } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { unitOf } from "../overview/headline/headline.ts";
import { tabulate } from "../table.ts";
import { isEveryone, type View } from "../view.ts";

/** Metrics that can have a target, in the order of the table. */
const metrics = ["nrr", "grr", "arr", "tcv", "churn", "cac", "ltv", "ltv_cac", "nps"] as const;

/** Every running target of the company, what is attained of it, and where its metric is expected at the end. */
export function targets(view: View): FigureModel | MissingFigure | undefined {
  const { report, format } = view;
  const { board, headline } = say;
  const { targetsColumns: columns } = board;
  if (!isEveryone(view)) return undefined;
  const hasGoals = report.datasets.some(
    ({ dataset, isPresent }) => dataset === "goals" && isPresent,
  );
  if (!hasGoals) return { what: board.targetsWhat, datasets: ["goals"] };
  const asked = askTargets(view);
  const rows = asked.all.rows.flatMap((row) => {
    const metric = metrics.find((name) => name === row.metric);
    return metric ? [{ ...row, metric }] : [];
  });
  if (rows.length === 0) return undefined;
  const unit = ({ metric }: Named) => unitOf(metric);
  const finding = targetsFinding(view);
  return {
    id: "targets",
    measure: board.targetsMeasure,
    finding,
    facts: board.targetsFacts(format.monthLabel(report.lastMonth), format.day(report.asOf.day)),
    caveat: board.targetsCaveat,
    drawing: draw("targets", finding, format, (options) =>
      targetBullets(
        rows.map((row) => bulletOf(row, format)),
        { ...options, text: { head: board.targetsHead } },
      ),
    ),
    table: tabulate(format, rows, { caption: board.targetsMeasure, isPinned: true }, [
      { label: columns.metric, isWhole: true, value: ({ metric }) => headline[metric].short },
      { label: columns.outlook, isWhole: true, value: outlookOf },
      { label: columns.target, unit, value: (row) => row.target },
      { label: columns.now, unit, value: (row) => row.value },
      { label: columns.attained, unit: "share", value: (row) => row.attainment },
      { label: columns.period, isWhole: true, value: (row) => row.period },
      { label: columns.forecast, unit, value: (row) => row.forecast },
      { label: columns.low, unit, value: (row) => row.forecast_low },
      { label: columns.high, unit, value: (row) => row.forecast_high },
    ]),
    queries: [asked.all, asked.met],
  };
}

export const targetColumns = [
  "metric",
  "period",
  "period_end",
  "target",
  "value",
  "is_met",
  "attainment",
  "months_left",
  "forecast",
  "forecast_low",
  "forecast_high",
  "forecast_attainment",
  "outlook",
] as const;

function askTargets({ report }: View) {
  return {
    all: ask(report, "goalForecasts", {
      columns: targetColumns,
      where: { metric: metrics },
      order: [{ by: "metric", as: metrics }, "period_end", "period"],
    }),
    met: ask(report, "goalForecasts", {
      computed: { met: rowCount() },
      where: { metric: metrics, is_met: true },
    }),
  };
}

type Target = ReturnType<typeof askTargets>["all"]["rows"][number];
type Named = Target & { metric: (typeof metrics)[number] };

function bulletOf(row: Named, format: PageFormats): TargetBullet {
  const { board, headline, overview } = say;
  const { target, value, forecast: expected, forecast_low: low, forecast_high: high } = row;
  const write = format[unitOf(row.metric)];
  const forecast =
    expected === null || low === null || high === null ? null : { value: expected, low, high };
  const now = value === null ? overview.noValue : write(value);
  return {
    name: headline[row.metric].short,
    note: row.period,
    verdict: value === null ? "" : outlookOf(row),
    tone: toneOf(row),
    lines: [
      board.targetsNow(now, write(target)),
      ...(forecast
        ? [board.targetsExpected(write(forecast.value), write(forecast.low), write(forecast.high))]
        : []),
    ],
    target,
    value,
    forecast,
  };
}

/** What may still be reached is neither good nor bad yet. */
function toneOf({ outlook, is_met: isMet }: Target): TargetBullet["tone"] {
  if (outlook === "open") return "total";
  if (outlook !== null) return outlook === "ahead" ? "accent" : "lost";
  return isMet === null ? "muted" : isMet ? "accent" : "lost";
}

const outlooks: Readonly<Record<string, string>> = say.board.outlook;

function outlookOf({ outlook, is_met: isMet, months_left: left }: Target): string {
  const { board, overview } = say;
  if (outlook !== null) return outlooks[outlook] ?? "";
  return isMet === null ? overview.noValue : board.met(isMet, left === 0);
}

/** Where the year leads: ARR at its pace, else another metric where it stays, else how many are met. */
function targetsFinding(view: View): string {
  const { format } = view;
  const { board, headline } = say;
  const { all, met } = askTargets(view);
  const ahead = all.rows.filter(({ forecast }) => forecast !== null);
  const target = ahead.find(({ metric }) => metric === "arr") ?? ahead[0];
  const name = metrics.find((one) => one === target?.metric);
  if (!target || !name) return board.targetsCount(met.rows[0]?.met ?? 0, all.rows.length);
  const write = (value: number | null) => format[unitOf(name)](value ?? 0);
  const expected = {
    value: write(target.forecast),
    low: write(target.forecast_low),
    high: write(target.forecast_high),
  };
  const day = format.day(target.period_end);
  const { short } = headline[name];
  return name === "arr" && target.forecast_attainment !== null
    ? board.targetsPace(short, expected, day, format.share(target.forecast_attainment))
    : board.targetsLevel(short, expected, day, write(target.target));
}
