import { type ChartEvent, metricTrend, type NativeChart, type Unit } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { type Column, type Table, tabulate } from "../table.ts";
import { eventMarks, eventSentences } from "./events.ts";

export type Every = "month" | "quarter" | "half";

interface Point {
  /** First day of its period. */
  month: string;
  value: number | null;
}

/** A metric period by period, as plain data: drawn at build, and again where it is taken to a slide. */
export interface MetricPast {
  title: string;
  short: string;
  unit: Unit;
  /** In words. */
  unitLabel: string;
  every: Every;
  /** From the first known value on. */
  points: readonly Point[];
  target?: number | undefined;
  events: readonly ChartEvent[];
  /** The newest day of the data, as the page prints it. */
  day: string;
  /** Whether it is of some customers only. */
  isPart?: boolean;
  /** Whether a filter leaves older periods out. */
  isCut?: boolean;
  /** Why another measure stands here, where one does. */
  note?: string | undefined;
}

/** The past of a metric as a figure, without its queries. */
export function metricPastFigure(
  past: MetricPast,
  format: PageFormats,
): FigureModel & { table: Table } {
  const { metrics, overview } = say;
  const { title, unit, every, points, target, events, note } = past;
  const label = (month: string) => periodName(every, month, format);
  const write = (value: number | null) => writeValue(unit, value, format);
  const known = points.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
  const values = known.map(({ value }) => value);
  const newest = known.at(-1);
  // The chart's axis counts months; those within a quarter or a half-year have no name there.
  const starts = new Set(points.map(({ month }) => month));
  const periods = { ...format, monthLabel: (day: string) => (starts.has(day) ? label(day) : "") };
  const finding =
    known.length > 1
      ? metrics.historyFinding(
          past.short,
          write(Math.min(...values)),
          write(Math.max(...values)),
          label(known[0]?.month ?? ""),
        )
      : metrics.historyOne(
          past.short,
          write(newest?.value ?? null),
          label(newest?.month ?? ""),
          past.isCut,
        );
  const measure = metrics.historyMeasure(
    title,
    past.unitLabel,
    metrics.byPeriod[every],
    past.isPart,
  );
  const facts = [
    metrics.historyFacts(known.length, every, past.day),
    ...(target === undefined ? [] : [metrics.historyTarget(write(target))]),
  ];
  return {
    id: "history",
    measure,
    finding,
    facts: facts.join(" "),
    caveat: [...(note ? [note] : []), ...eventSentences(events)].join(" "),
    events,
    // Of one period alone there is no line to draw.
    ...(known.length > 1 && { native: nativePast(past, format) }),
    drawing: draw("history", finding, periods, (options) =>
      metricTrend(points, {
        ...options,
        unit,
        events,
        text: { target: overview.targetLabel },
        ...(target === undefined ? {} : { target }),
      }),
    ),
    table: tabulate(format, points, { caption: measure }, [
      periodColumn(every, format),
      {
        label: past.short,
        unit: plainUnit(unit),
        value: ({ value }) => value,
        unknown: metrics.notKnown,
      },
    ]),
  };
}

/** Where the unit stands beside the numbers, months are plain ones, with their tenths. */
const plainUnit = (unit: Unit): Unit => (unit === "months" ? "number" : unit);

function nativePast(past: MetricPast, format: PageFormats): NativeChart {
  const { short, unit, every, points, target, events } = past;
  const starts = points.map(({ month }) => month);
  return {
    kind: "line",
    unit: plainUnit(unit),
    categories: starts.map((start) => periodName(every, start, format)),
    ...(every === "month" && { days: starts }),
    series: [{ name: short, values: points.map(({ value }) => value) }],
    ...(target !== undefined && {
      level: { name: say.overview.targetLabel(writeValue(unit, target, format)), value: target },
    }),
    marks: eventMarks(events, starts),
  };
}

function periodColumn(every: Every, format: PageFormats): Column<Point> {
  const own = { label: say.metrics.periods[every], isWhole: true };
  if (every === "half") return { ...own, value: ({ month }) => periodName(every, month, format) };
  const unit = every === "quarter" ? "quarterLabel" : "monthLabel";
  return { ...own, unit, value: ({ month }) => month };
}

/** A value of a metric in words; months of age to a tenth. */
export function writeValue(unit: Unit, value: number | null, format: PageFormats): string {
  if (value === null) return say.metrics.notKnown;
  return format[unit](unit === "months" ? Math.round(10 * value) / 10 : value);
}

/** A period in words, by its first day: Sep 2025, 2025 Q3 or 2025 H2. */
export function periodName(every: Every, period: string, format: PageFormats): string {
  if (every === "quarter") return format.quarterLabel(period);
  return every === "half" ? halfOf(period, " ") : format.monthLabel(period);
}

/** 2025-07-01 -> 2025 H2, as surveys name their waves. */
export function halfOf(period: string, blank: string): string {
  return `${period.slice(0, 4)}${blank}H${Number(period.slice(5, 7)) > 6 ? 2 : 1}`;
}
