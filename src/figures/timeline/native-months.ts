import type { ChartEvent, NativeChart, NativeSeries, Unit } from "../../charts/index.ts";
import type { PageFormats } from "../formats.ts";
import { eventMarks } from "./events.ts";

/** What a chart over months holds beside its lines. */
export interface OverMonths {
  unit: Unit;
  /** First days of the months, oldest first. */
  months: readonly string[];
  events: readonly ChartEvent[];
  /** What all months are held against, such as a target. */
  level?: NativeChart["level"] | undefined;
}

/** Lines month by month as plain data, with what happened in their time. */
export const nativeMonths = (
  series: readonly NativeSeries[],
  { unit, months, events, level }: OverMonths,
  { monthLabel }: PageFormats,
): NativeChart => ({
  kind: "line",
  unit,
  categories: months.map((month) => monthLabel(month)),
  days: months,
  series,
  ...(level && { level }),
  marks: eventMarks(events, months),
});
