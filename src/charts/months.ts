/** Months since year 0 of a YYYY-MM-DD day: a plain number, so that no time zone can move an axis. */
export function monthIndex(day: string): number {
  const match = /^(\d{4})-(\d{2})-\d{2}$/.exec(day);
  if (match === null) {
    throw new Error(`"${day}" is not a day; give it as YYYY-MM-DD, such as 2025-09-01`);
  }
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}

export const monthDay = (index: number): string =>
  `${String(Math.floor(index / 12)).padStart(4, "0")}-${String((index % 12) + 1).padStart(2, "0")}-01`;

const calendarSteps = [1, 2, 3, 6, 12, 24, 36, 60, 120] as const;
const ageSteps = [1, 3, 6, 12, 24, 36, 60, 120] as const;

/** Room for labels: their width, and the pixels of the axis. */
export interface TickRoom {
  pixels: number;
  labelWidth: number;
}

function clearStep(
  steps: readonly number[],
  span: number,
  { pixels, labelWidth }: TickRoom,
): number {
  const isClear = (step: number) => (step / Math.max(1, span)) * pixels >= labelWidth + 8;
  return steps.find(isClear) ?? 120;
}

/** Months of the calendar to be labelled, on whole years, halves or quarters where they thin out. */
export function monthTicks(first: number, last: number, room: TickRoom): number[] {
  const step = clearStep(calendarSteps, last - first, room);
  const ticks: number[] = [];
  for (let index = Math.ceil(first / step) * step; index <= last; index += step) ticks.push(index);
  return ticks.length > 0 ? ticks : [first];
}

/** Months of age to be labelled, from 0. */
export function ageTicks(last: number, room: TickRoom): number[] {
  const step = clearStep(ageSteps, last, room);
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, tick) => tick * step);
}

/** A value of a month; null where the metric is not defined, which leaves a gap in the line. */
export interface MonthValue {
  month: string;
  value: number | null;
}

/** Points of a line in the order of time, from the first month in which the metric is defined. */
export function toPoints(rows: readonly MonthValue[]): { x: number; y: number | null }[] {
  const points = rows
    .map((row) => ({ x: monthIndex(row.month), y: row.value }))
    .sort((a, b) => a.x - b.x);
  const first = points.findIndex((point) => point.y !== null);
  return first < 0 ? [] : points.slice(first);
}
