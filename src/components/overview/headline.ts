import type { Unit } from "../../charts/index.ts";
import type { Report } from "../../report.ts";
import { type Move, say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";

export interface Headline {
  metric: string;
  unit: Unit;
  name: string;
  short: string;
  what: string;
  history: { month: string; value: number }[];
  value: number | undefined;
  formatted: string;
  /** Against the value of 12 months before; absent where there is none. */
  move: Move | undefined;
  isGoodMove: boolean | undefined;
  target:
    | { value: number; formatted: string; period: string; isMet: boolean; gap: string }
    | undefined;
}

const lowerIsBetter = new Set(["churn", "cac"]);

export function headlineOf(report: Report, format: PageFormats, metric: string): Headline {
  const words = say.headline[metric] ?? { name: metric, short: metric, what: "" };
  const rows = report.marts.headlineMetrics.filter((row) => row.metric === metric);
  const history = rows.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
  const newest = history.at(-1);
  const value = newest?.month === rows.at(-1)?.month ? newest?.value : undefined;
  const before = history.find(({ month }) => month === yearBefore(report.lastMonth))?.value;
  const unit = unitOf(metric);
  const write = format[unit];
  const move =
    value === undefined || before === undefined ? undefined : moveOf(metric, before, value, format);
  return {
    metric,
    unit,
    ...words,
    history,
    value,
    formatted: value === undefined ? say.overview.noValue : write(value),
    move,
    isGoodMove:
      move && move.direction !== "flat"
        ? (move.direction === "down") === lowerIsBetter.has(metric)
        : undefined,
    target: targetOf(report, metric, value, write, format),
  };
}

function targetOf(
  report: Report,
  metric: string,
  value: number | undefined,
  write: (value: number) => string,
  format: PageFormats,
): Headline["target"] {
  const goal = report.marts.goalAttainment.find((row) => row.metric === metric);
  const { north_star: star } = report.definitions;
  const target = goal?.target ?? (star.metric === metric ? star.target : undefined);
  if (target === undefined || value === undefined) return undefined;
  const isMet = lowerIsBetter.has(metric) ? value <= target : value >= target;
  return {
    value: target,
    formatted: write(target),
    period: goal?.period ?? "",
    isMet,
    gap: differenceOf(metric, Math.abs(value - target), format),
  };
}

function unitOf(metric: string): Unit {
  if (metric === "nps") return "points";
  if (metric === "ltv_cac") return "ratio";
  return ["nrr", "grr", "churn"].includes(metric) ? "share" : "money";
}

/** Shares move by points, money by its share of the value before. */
export function moveOf(metric: string, before: number, now: number, format: PageFormats): Move {
  const isMoney = unitOf(metric) === "money";
  const change = isMoney && before > 0 ? now / before - 1 : now - before;
  const by =
    isMoney && before > 0
      ? format.share(Math.abs(change))
      : differenceOf(metric, Math.abs(change), format);
  const isFlat = by === (isMoney ? format.share(0) : differenceOf(metric, 0, format));
  return { by, direction: isFlat ? "flat" : change > 0 ? "up" : "down" };
}

function differenceOf(metric: string, size: number, format: PageFormats): string {
  const unit = unitOf(metric);
  if (unit === "share") return say.site.points(format.number(100 * size));
  return unit === "points" ? say.site.points(format.number(size)) : format[unit](size);
}

export function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
}
