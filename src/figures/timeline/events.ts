import { type ChartEvent, monthDay, monthIndex, type NativeMark } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";
import type { Column } from "../table.ts";
import type { FigureReport } from "../view.ts";

/**
 * What happened in the time that a figure shows, in order.
 *
 * @param starts first days of its months, quarters or waves, oldest first
 * @param months how many each lasts
 */
export function eventsWithin(
  { definitions }: { definitions: Pick<FigureReport["definitions"], "events"> },
  starts: readonly string[],
  format: PageFormats,
  months = 1,
): ChartEvent[] {
  const [first, last] = [starts[0], starts.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = monthDay(monthIndex(last) + months);
  return definitions.events
    .filter(({ on }) => on >= first && on < end)
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ on, label, kind }) => ({
      day: on,
      label,
      told: say.events.told(label, kind && say.events.kinds[kind], format.day(on)),
    }));
}

/** The events as marks of a chart in plain data, each at the month, quarter or wave that it fell in. */
export const eventMarks = (
  events: readonly ChartEvent[],
  starts: readonly string[],
): NativeMark[] =>
  events.map(({ day, label }) => ({
    name: label,
    place: starts.findLastIndex((start) => start <= day),
  }));

/** The events as a sentence under the figure; none where nothing happened. */
export const eventSentences = (events: readonly ChartEvent[]): string[] =>
  events.length === 0 ? [] : [say.events.marked(events.map(({ told }) => told))];

/** A column of what happened in each month; none where nothing did. */
export function eventColumns<Row extends { month: string }>(
  events: readonly ChartEvent[],
): Column<Row>[] {
  if (events.length === 0) return [];
  const within = ({ month }: Row) => events.filter(({ day }) => day.startsWith(month.slice(0, 7)));
  return [
    {
      label: say.events.column,
      value: (row) =>
        within(row)
          .map(({ told }) => told)
          .join("; ") || null,
    },
  ];
}
