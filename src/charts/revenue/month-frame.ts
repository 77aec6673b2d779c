import { type ValueScale, valueMargin } from "../axes.ts";
import type { ChartOptions } from "../chart.ts";
import {
  type ChartEvent,
  drawEvents,
  eventsFrom,
  monthOf,
  monthPlace,
  placeEvents,
} from "../events.ts";
import { textWidth, widest } from "../measure.ts";
import { monthDay } from "../months.ts";
import type { Pen } from "../overlay.ts";
import { fontSize, plotHeight } from "../theme.ts";

interface Within extends ChartOptions {
  /** Indexes of the months that a reader can point at, in order. */
  months: readonly number[];
  /** First months of all periods that are drawn, where they are longer than a month; an event stands at its own. */
  periods?: readonly number[];
  first: number;
  last: number;
  scale: ValueScale;
  /** A value in words. */
  write: (value: number) => string;
  /** Labels at the right of the plot. */
  labels: readonly string[];
  events: readonly ChartEvent[];
}

/** Half a line. */
const liftOfLabels = 8;

/** First day of the period that a day falls in; of its month where periods are months. */
function startOf(day: string, periods: readonly number[] | undefined): string {
  const start = periods?.findLast((month) => month <= monthOf(day));
  return start === undefined ? day : monthDay(start);
}

/** Room around a plot over months: for its axes, for labels at its right and events over it. */
export function monthFrame(within: Within) {
  const { width, format, months, periods, first, last, scale, write, labels, events } = within;
  const size = fontSize(width);
  const firstMonth = textWidth(format.monthLabel(monthDay(first)), size);
  const marginLeft = Math.max(valueMargin(scale.ticks, write, width), Math.ceil(firstMonth / 2));
  const marginRight = Math.ceil(widest(labels, size, true)) + 14;
  const marginBottom = 30;
  const room = { left: marginLeft, right: width - marginRight, width };
  const placeOf = monthPlace(first, last);
  const marked = placeEvents(events, (day) => placeOf(startOf(day, periods)), room);
  // The newest value, at the right, can stand as high as the plot.
  const lift = marked.height > 0 ? liftOfLabels : 0;
  const marginTop = 14 + marked.height + lift;
  const height = plotHeight(within) + marked.height + lift;
  return {
    /** Of a plot. */
    layout: {
      width,
      height,
      marginLeft,
      marginRight,
      marginTop,
      marginBottom,
      x: { type: "linear", domain: [first, Math.max(last, first + 1)] },
      y: { domain: scale.domain },
    } as const,
    /** Pixels of the axis of months. */
    pixels: width - marginLeft - marginRight,
    /** Where labels at the right start. */
    labelX: width - marginRight + 10,
    top: marginTop,
    bottom: height - marginBottom,
    drawEvents: (pen: Pen) => drawEvents(pen, marked, marginTop - lift, height - marginBottom),
    /** What is told of the events from a month on. */
    happened: eventsFrom(events, months),
  };
}
