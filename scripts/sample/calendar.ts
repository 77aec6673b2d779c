/** Days since 1970-01-01. */
export type Day = number;
/** Months since year 0: 12 x year + month - 1. */
export type Month = number;

const millisecondsOfDay = 86_400_000;

export function parseDay(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / millisecondsOfDay;
}

export function formatDay(day: Day): string {
  return new Date(day * millisecondsOfDay).toISOString().slice(0, 10);
}

function parseMonth(text: string): Month {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

export function formatMonth(month: Month): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
}

export function firstDay(month: Month): Day {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsOfDay;
}

export function lastDay(month: Month): Day {
  return firstDay(month + 1) - 1;
}

export function monthOf(day: Day): Month {
  return parseMonth(formatDay(day));
}

export function dayOfMonth(day: Day): number {
  return day - firstDay(monthOf(day)) + 1;
}

/** For days up to the 28th, which every month has. */
export function addMonths(day: Day, months: number): Day {
  return firstDay(monthOf(day) + months) + dayOfMonth(day) - 1;
}

export function monthsFrom(first: Month, last: Month): Month[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export const dataFrom = parseDay("2022-07-01");
export const asOf = parseDay("2025-09-30");
export const firstMonth = monthOf(dataFrom);
export const lastMonth = monthOf(asOf);
/** Lives go on beyond the as-of day, so that the decline before a later end is already in the data. */
export const horizon = parseMonth("2026-06");
