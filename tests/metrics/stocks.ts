import type { RandomCompany } from "./company.ts";
import type { Cells } from "./harness.ts";

const dayLength = 86_400_000;
const dayNumber = (day: string) => Date.parse(day) / dayLength;
const dayText = (day: number) => new Date(day * dayLength).toISOString().slice(0, 10);

interface Line {
  start: number;
  /** First day without service. */
  end: number;
  cents: number;
  rateOf: (day: number) => number;
  noticeOn: number;
}

export interface Stock {
  month_end: string;
  customers: number;
  mrr: number;
}

/**
 * Customers and MRR at every month end, counted day by day from the words of the definitions and
 * not from the SQL: an account's lines are summed on each day; over a gap of at most the grace the
 * last paid day stands; an end less than the grace before as_of stands where no notice was given.
 * Whatever stands is a customer's only where it is above 0 at the month's rates.
 */
export function stocksOf(company: RandomCompany): Stock[] {
  const { graceDays = 30 } = company.settings;
  const asOf = dayNumber(company.settings.asOf);
  const lines = company.contracts.filter((row) => row.recurring === "true");
  if (lines.length === 0) return [];
  const first = Math.min(...lines.map((row) => dayNumber(String(row.starts_on))));
  const ids = [...new Set(lines.map((row) => row.account_id))];
  const stocks = ids.map((id) => {
    const own = lines.filter((row) => row.account_id === id).map((row) => lineOf(row, company));
    return daysOf(own, first, asOf, graceDays);
  });
  return monthEnds(first, asOf).map((day) => {
    const values = stocks.map((days) => days(day)).filter((value) => value !== undefined);
    const mrr = values.reduce((sum, value) => sum + value, 0);
    return { month_end: dayText(day), customers: values.length, mrr };
  });
}

function lineOf(row: Cells, company: RandomCompany): Line {
  const end = row.ends_on === null ? Number.POSITIVE_INFINITY : dayNumber(String(row.ends_on));
  const isInclusive = company.settings.endIs === "inclusive";
  const rates = company.fx
    .filter((rate) => rate.currency === row.currency)
    .map((rate) => Number(rate.rate));
  const asOf = dayNumber(company.settings.asOf);
  return {
    start: dayNumber(String(row.starts_on)),
    end: isInclusive ? end + 1 : end,
    cents: Math.round(Number(row.mrr) * 10_000),
    noticeOn:
      row.cancelled_on === null ? Number.POSITIVE_INFINITY : dayNumber(String(row.cancelled_on)),
    rateOf: (day) => {
      if (row.currency === "USD") return 1;
      const date = new Date(Math.min(day, asOf) * dayLength);
      const months = (date.getUTCFullYear() - 2022) * 12 + date.getUTCMonth();
      return rates[Math.max(0, Math.min(months, rates.length - 1))] ?? 1;
    },
  };
}

/** MRR of an account at a month end, undefined where it is no customer. */
function daysOf(lines: Line[], first: number, asOf: number, graceDays: number) {
  const live = (day: number) => lines.filter((line) => line.start <= day && day < line.end);
  const worth = (on: Line[], day: number) => {
    const sum = on.reduce((total, line) => total + line.cents * line.rateOf(day), 0) / 10_000;
    return sum > 1e-9 ? sum : undefined;
  };
  const isPaid = (day: number) => worth(live(day), day) !== undefined;
  return (day: number): number | undefined => {
    if (isPaid(day)) return worth(live(day), day);
    let last = day;
    while (last >= first && !isPaid(last)) last -= 1;
    if (last < first) return undefined;
    const end = last + 1;
    let next = day;
    while (next - end <= graceDays && !isPaid(next)) next += 1;
    if (next - end <= graceDays) return worth(live(last), day);
    const isOver = Array.from({ length: 3000 }, (_, ahead) => day + ahead).some(isPaid);
    if (isOver || end > asOf || asOf - end >= graceDays) return undefined;
    const renewable = lines.filter((line) => line.end === end && line.noticeOn > asOf);
    if (worth(renewable, asOf) === undefined) return undefined;
    return worth([...renewable, ...live(last).filter((line) => line.end > end)], day);
  };
}

function monthEnds(first: number, asOf: number): number[] {
  const start = new Date(first * dayLength);
  const ends: number[] = [];
  for (let month = 1; ; month += 1) {
    const day = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 0) / dayLength;
    if (day > asOf) return ends;
    ends.push(day);
  }
}
