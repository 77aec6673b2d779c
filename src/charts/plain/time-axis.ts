import { monthDay, monthTicks } from "../months.ts";

const second = 1_000;
const day = 86_400 * second;
const steps = [1, 5, 15, 60, 300, 900, 3_600, 10_800, 21_600, 43_200]
  .map((seconds) => seconds * second)
  .concat([1, 2, 7, 14, 28].map((days) => days * day));

export interface Tick {
  at: number;
  label: string;
}

/** Ticks of a time axis, in milliseconds since 1970 and in UTC: no zone of the machine moves one. */
export function timeTicks(low: number, high: number, pixels: number): Tick[] {
  const span = high - low;
  if (span > 45 * day) return calendarTicks(low, high, pixels);
  const isFine = span < 2 * day;
  const room = isFine ? 56 : 72;
  const step = steps.find((width) => (span / width) * room <= pixels) ?? 28 * day;
  const first = Math.ceil(low / step) * step;
  const count = Math.floor((high - first) / step) + 1;
  const at = count > 0 ? Array.from({ length: count }, (_, index) => first + index * step) : [low];
  return at.map((place) => ({ at: place, label: isFine ? clock(place) : date(place) }));
}

function calendarTicks(low: number, high: number, pixels: number): Tick[] {
  const first = monthOf(low) + (new Date(low).getUTCDate() > 1 ? 1 : 0);
  const ticks = monthTicks(first, monthOf(high), { pixels, labelWidth: 56 });
  const areYears = ticks.every((tick) => tick % 12 === 0);
  return ticks.map((tick) => {
    const at = Date.parse(monthDay(tick));
    return { at, label: areYears ? monthDay(tick).slice(0, 4) : month.format(at) };
  });
}

function monthOf(time: number): number {
  const date = new Date(time);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const month = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const date = (time: number) => new Date(time).toISOString().slice(0, 10);
const clock = (time: number) => new Date(time).toISOString().slice(11, 19).replace(/:00$/, "");

/** A moment in words, its time of day only where it has one. */
export function timeLabel(time: number): string {
  const text = new Date(time).toISOString();
  return time % day === 0 ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
