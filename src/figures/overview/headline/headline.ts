import type { Unit } from "../../../charts/index.ts";
import { type Move, say } from "../../../text/index.ts";
import type { PageFormats } from "../../formats.ts";
import { isCompany, type View } from "../../view.ts";
import { askHeadlines, askWaves, type HeadlineAnswers, type Metric } from "./questions.ts";

export interface Headline {
  metric: Metric;
  unit: Unit;
  name: string;
  short: string;
  what: string;
  note?: string;
  history: { month: string; value: number }[];
  value: number | undefined;
  formatted: string;
  /** A year before. */
  before: number | undefined;
  /** Against the value of 12 months before; absent where there is none, and for waves of a survey. */
  move: Move | undefined;
  /** The change in words, and whether it is for the better; undecided where it may be chance. */
  change: { text: string; isGood: boolean | undefined } | undefined;
  target: Target | undefined;
}

export interface Target {
  value: number;
  formatted: string;
  period: string;
  isMet: boolean;
  /** Whether its period has ended. */
  isOver: boolean;
  gap: string;
}

const lowerIsBetter: ReadonlySet<string> = new Set(["churn", "cac"]);

/** @param asked answers about this metric and perhaps others */
export function headlineOf(
  view: View,
  metric: Metric,
  asked = askHeadlines(view, [metric]),
): Headline {
  const { report, format } = view;
  const row = asked.values.find((entry) => entry.metric === metric);
  const history = asked.history.flatMap(({ metric: of, month, value }) =>
    of !== metric || value === null ? [] : [{ month, value }],
  );
  const value = row?.value_now ?? undefined;
  const before = row?.value_year_ago ?? undefined;
  const unit = unitOf(metric);
  const write = format[unit];
  const isComparable = value !== undefined && before !== undefined && metric !== "nps";
  const move = isComparable ? moveOf(metric, before, value, format) : undefined;
  return {
    metric,
    unit,
    ...say.headline[metric],
    ...(metric === "ltv" ? { what: say.overview.ltvWhat[report.definitions.ltv.formula] } : {}),
    history,
    value,
    formatted: value === undefined ? say.overview.noValue : write(value),
    before,
    move,
    change: metric === "nps" ? changeOfWave(view) : changeOf(metric, move),
    target: targetOf(view, metric, value, write, asked),
  };
}

function changeOf(metric: Metric, move: Move | undefined): Headline["change"] {
  if (!move) return undefined;
  const isGood =
    move.direction === "flat"
      ? undefined
      : (move.direction === "down") === lowerIsBetter.has(metric);
  return { text: say.overview.change(move), isGood };
}

/** A survey's change is one only where its interval says so. */
function changeOfWave(view: View): Headline["change"] {
  const { format } = view;
  const [now, before] = askWaves(view).rows;
  if (!before || !now || now.nps === null || now.previous_nps === null) return undefined;
  const move = moveOf("nps", now.previous_nps, now.nps, format);
  return {
    text: say.overview.changeOfWave(move, before.wave_label, now.is_change),
    isGood: now.is_change ? move.direction === "up" : undefined,
  };
}

function targetOf(
  view: View,
  metric: Metric,
  value: number | undefined,
  write: (value: number) => string,
  asked: HeadlineAnswers,
): Headline["target"] {
  const goal = asked.goals.find((row) => row.metric === metric);
  const { report, format } = view;
  const isWhole = isCompany(view);
  const { north_star: star } = report.definitions;
  const target = goal?.target ?? (isWhole && star.metric === metric ? star.target : undefined);
  if (target === undefined || value === undefined) return undefined;
  const isMet = goal?.is_met ?? (lowerIsBetter.has(metric) ? value <= target : value >= target);
  return {
    value: target,
    formatted: write(target),
    period: goal?.period ?? "",
    isMet,
    isOver: goal ? goal.period_end <= endOfMonth(report.lastMonth) : false,
    gap: differenceOf(metric, Math.abs(value - target), format),
  };
}

export function unitOf(metric: string): Unit {
  if (metric === "nps") return "points";
  if (metric === "ltv_cac") return "ratio";
  return ["nrr", "grr", "churn"].includes(metric) ? "share" : "money";
}

/** Shares move by points, money by its share of the value before. */
export function moveOf(metric: string, before: number, now: number, format: PageFormats): Move {
  const isRelative = unitOf(metric) === "money" && before > 0;
  const change = isRelative ? now / before - 1 : now - before;
  const write = (size: number) =>
    isRelative ? format.share(size) : differenceOf(metric, size, format);
  const by = write(Math.abs(change));
  const isFlat = by === write(0);
  return { by, direction: isFlat ? "flat" : change > 0 ? "up" : "down" };
}

function differenceOf(metric: string, size: number, format: PageFormats): string {
  const unit = unitOf(metric);
  if (unit === "share") return say.site.points(format.number(100 * size));
  return unit === "points" ? say.site.points(format.number(size)) : format[unit](size);
}

/** Last day of a month given by its first. */
function endOfMonth(month: string): string {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).toISOString().slice(0, 10);
}
