import { textWidth, truncate } from "./measure.ts";
import { monthIndex } from "./months.ts";
import type { Pen } from "./overlay.ts";
import { fontSize, lineHeight, paint } from "./theme.ts";

/** What happened on a day, marked on charts over time. */
export interface ChartEvent {
  /** YYYY-MM-DD. */
  day: string;
  label: string;
  /** What a reader of its place is told: its kind, label and day. */
  told: string;
}

/** The plot in pixels, from its left to its right edge, in a chart of this width. */
interface Room {
  left: number;
  right: number;
  width: number;
}

/** Where the events of a chart stand. */
export interface EventMarks {
  /** Pixels that the labels take over the plot. */
  height: number;
  marks: { x: number; labelX: number; lane: number; label: string }[];
}

/** More lines of labels than these would be a chart of their own; further events are a rule alone. */
const mostLanes = 4;

/**
 * Places events over a plot: a label stands at the right of its rule, on a line of its own where it would
 * run into the next, so that no rule crosses a label.
 *
 * @param placeOf share of the plot's width at which an event stands; undefined where it is not on it
 */
export function placeEvents(
  events: readonly ChartEvent[],
  placeOf: (day: string) => number | undefined,
  { left, right, width }: Room,
): EventMarks {
  const size = fontSize(width);
  const placed = events
    .flatMap((event) => {
      const share = placeOf(event.day);
      if (share === undefined || share < 0 || share > 1) return [];
      const label = truncate(event.label, width * 0.6, size);
      const x = left + share * (right - left);
      const labelX = Math.min(x + 4, width - textWidth(label, size));
      return [{ x, labelX, label, end: labelX + textWidth(label, size) + 6, lane: 0 }];
    })
    .sort((a, b) => a.x - b.x);
  for (const [index, mark] of [...placed.entries()].reverse()) {
    const inTheWay = placed
      .slice(index + 1)
      .filter(({ x, labelX }) => Math.min(x, labelX) < mark.end);
    mark.lane = Math.max(-1, ...inTheWay.map(({ lane }) => lane)) + 1;
  }
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane + 1));
  return {
    height: Math.min(lanes, mostLanes) * lineHeight,
    marks: placed.map(({ x, labelX, lane, label }) => ({
      x,
      labelX,
      lane,
      label: lane < mostLanes ? label : "",
    })),
  };
}

/** Quiet rules down to the axis, each under its label. @param top of the plot. @param bottom of the plot */
export function drawEvents(pen: Pen, { marks }: EventMarks, top: number, bottom: number): void {
  for (const { x, lane, label } of marks) {
    const y = top - (lane + 0.5) * lineHeight;
    const rule = { x1: x, y1: label ? y + 5 : top, x2: x, y2: bottom };
    pen.shape("line", { ...rule, stroke: paint("rule"), "stroke-dasharray": "2 3" });
  }
  for (const { labelX, lane, label } of marks) {
    const look = { anchor: "start", fill: paint("muted"), rim: paint("paper") } as const;
    if (label) pen.text(labelX, top - (lane + 0.5) * lineHeight, label, look);
  }
}

/** Events by the place of the month, quarter or wave that each fell in; those before the first are left out. */
export function eventsByPlace(
  events: readonly ChartEvent[],
  starts: readonly string[],
): ReadonlyMap<number, ChartEvent[]> {
  const sorted = events.toSorted((a, b) => a.day.localeCompare(b.day));
  const byPlace = Map.groupBy(sorted, ({ day }) => starts.findLastIndex((start) => start <= day));
  byPlace.delete(-1);
  return byPlace;
}

/** Share of an axis of months at which a day's month stands. */
export const monthPlace =
  (first: number, last: number) =>
  (day: string): number =>
    (monthOf(day) - first) / Math.max(1, last - first);

/** What is told of the events from each place of a chart's readings on, up to the next. */
export function eventsFrom(events: readonly ChartEvent[], months: readonly number[]) {
  return (index: number): string[] => {
    const from = months[index] ?? 0;
    const before = months[index + 1] ?? Number.POSITIVE_INFINITY;
    return events
      .filter(({ day }) => monthOf(day) >= from && monthOf(day) < before)
      .map(({ told }) => told);
  };
}

export const monthOf = (day: string): number => monthIndex(`${day.slice(0, 8)}01`);
