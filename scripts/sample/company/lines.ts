import { addMonths, asOf, type Day } from "../calendar.ts";
import type { Fit, Tier } from "./market.ts";

export type Billing = "monthly" | "quarterly" | "annual" | "upfront";
export type Kind = "new" | "renewal" | "expansion" | "cross_sell" | "service";

/** One row of contracts.csv. Money in cents of the account's currency. */
export interface Line {
  starts: Day;
  /** Inclusive; null while the line is open. */
  ends: Day | null;
  /** Recurring: a month's worth. One-off: the whole amount. */
  cents: number;
  months: number | null;
  billing: Billing;
  kind: Kind;
  recurring: boolean;
  seats: number | null;
  signed: Day;
  cancelled: Day | null;
  product: string;
}

/** From the first day to the day after the last; null while the customer stays. */
export interface Stay {
  from: Day;
  until: Day | null;
}

export interface Account {
  id: string;
  name: string;
  tier: Tier;
  fit: Fit;
  industry: string;
  region: string;
  channel: string;
  plan: string;
  owner: string;
  currency: string;
  referredBy: string | null;
  firstContact: Day;
  /** What the data never say but follow: how well it goes, mostly between -2 and 2. */
  quality: number;
  modules: string[];
  stays: Stay[];
  lines: Line[];
}

const periods: Record<Billing, number | null> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  upfront: null,
};

/** The `amount` of the row: per billing period, or for the whole term where paid upfront. */
export function amountOf(line: Line): number {
  if (!line.recurring) return line.cents;
  return line.cents * (periods[line.billing] ?? line.months ?? 1);
}

export function isLive(line: Line, day: Day): boolean {
  return line.starts <= day && (line.ends === null || line.ends >= day);
}

export function stayOn(account: Account, day: Day): Stay | undefined {
  return account.stays.find(
    (stay) => stay.from <= day && (stay.until === null || day < stay.until),
  );
}

function seatsLive(account: Account, day: Day): number {
  return account.lines
    .filter((line) => line.recurring && line.signed <= asOf && isLive(line, day))
    .reduce((sum, line) => sum + (line.seats ?? 0), 0);
}

/** During the gap before a late renewal the seats of the old term stay open. */
export function seatsOn(account: Account, day: Day): number {
  return seatsLive(account, day) || seatsLive(account, day - 28);
}

/** Recurring revenue of a month in cents of the account's currency, as it stands on a day. */
export function recurringOn(account: Account, day: Day): number {
  return account.lines
    .filter((line) => line.recurring && isLive(line, day))
    .reduce((sum, line) => sum + line.cents, 0);
}

/** Last day of a term that starts on a day. */
export function endOfTerm(starts: Day, months: number): Day {
  return addMonths(starts, months) - 1;
}
