import { type Day, dataFrom, dayOfMonth, firstDay, monthOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import { type Account, type Billing, endOfTerm, type Kind, type Line } from "./lines.ts";
import { listPriceFactor, openEnded, segments } from "./market.ts";

/** The running contract of an account: its base line and all that ends with it. */
export interface Term {
  starts: Day;
  ends: Day | null;
  months: number | null;
  billing: Billing;
  centsPerSeat: number;
  seats: number;
  /** Added products, by name, in cents a month. */
  products: Map<string, number>;
  lines: Line[];
}

const unitsPerDollar: Record<string, number> = { USD: 1, EUR: 0.92, GBP: 0.79 };

export function inCurrency(cents: number, currency: string): number {
  return Math.round(cents * (unitsPerDollar[currency] ?? 1));
}

function signedBefore(starts: Day, kind: Kind, random: Random): Day {
  if (kind === "new") return Math.max(dataFrom, starts - random.integer(1, 24));
  return random.chance(0.06) ? starts - random.integer(15, 45) : starts;
}

/** Writes the term's base line, and one line for each product it keeps, to the account. */
export function sign(account: Account, term: Term, kind: Kind, random: Random, signed?: Day): void {
  const base: Line = {
    starts: term.starts,
    ends: term.ends,
    cents: term.seats * term.centsPerSeat,
    months: term.months,
    billing: term.billing,
    kind,
    recurring: true,
    seats: term.seats,
    signed: signed ?? signedBefore(term.starts, kind, random),
    cancelled: null,
    product: "Tidewater Core",
  };
  const products = [...term.products].map(([product, cents]): Line => {
    return { ...base, cents, product, seats: null };
  });
  term.lines.push(base, ...products);
  account.lines.push(base, ...products);
}

export function firstTerm(account: Account, starts: Day, random: Random): Term {
  const segment = segments[account.tier];
  const luck = random.next();
  const isOpen = account.tier === "small" && random.chance(openEnded.share);
  const seats = isOpen
    ? random.integer(4, openEnded.mostSeats)
    : segment.seats.low + Math.round(segment.seats.spread * luck * luck);
  const list = isOpen ? openEnded.centsPerSeat : segment.centsPerSeat;
  const discount = random.between(0.92, 1.06);
  const months = isOpen ? null : random.weighted(segment.terms);
  if (isOpen) account.plan = openEnded.plan;
  return {
    starts,
    ends: months === null ? null : endOfTerm(starts, months),
    months,
    billing: isOpen ? "monthly" : random.weighted(segment.billing),
    centsPerSeat: inCurrency(list * discount * listPriceFactor(starts), account.currency),
    seats,
    products: new Map(),
    lines: [],
  };
}

/** The term that follows, on the day after or up to 28 days late. */
export function nextTerm(
  term: Term,
  ends: Day,
  seats: number,
  uplift: number,
  random: Random,
): Term {
  const late = random.chance(0.12) ? random.integer(2, 24) : 0;
  const proposed = ends + 1 + late;
  const starts = dayOfMonth(proposed) > 28 ? firstDay(monthOf(proposed) + 1) : proposed;
  const months = term.months ?? 12;
  return {
    ...term,
    starts,
    ends: endOfTerm(starts, months),
    months,
    centsPerSeat: Math.round(term.centsPerSeat * uplift),
    seats,
    products: new Map(
      [...term.products].map(([product, cents]) => [product, Math.round(cents * uplift)]),
    ),
    lines: [],
  };
}

/** Added seats or an added product: a line of its own that ends with the term. */
export function addLine(
  account: Account,
  term: Term,
  starts: Day,
  monthsLeft: number | null,
  added: { seats: number } | { product: string; cents: number },
  random: Random,
): void {
  const isSeats = "seats" in added;
  const isPerMonth = term.billing === "monthly" || term.billing === "quarterly";
  const line: Line = {
    starts,
    ends: term.ends,
    cents: isSeats ? added.seats * term.centsPerSeat : added.cents,
    months: monthsLeft,
    billing: monthsLeft === null ? "monthly" : isPerMonth ? term.billing : "upfront",
    kind: isSeats ? "expansion" : "cross_sell",
    recurring: true,
    seats: isSeats ? added.seats : null,
    signed: starts - random.integer(0, 9),
    cancelled: null,
    product: isSeats ? "Tidewater Core" : added.product,
  };
  if (isSeats) term.seats += added.seats;
  else term.products.set(added.product, added.cents);
  term.lines.push(line);
  account.lines.push(line);
}

export function addService(
  account: Account,
  starts: Day,
  product: string,
  cents: number,
  months: number,
): void {
  account.lines.push({
    starts,
    ends: endOfTerm(starts, months),
    cents,
    months,
    billing: "upfront",
    kind: "service",
    recurring: false,
    seats: null,
    signed: Math.max(dataFrom, starts - 2),
    cancelled: null,
    product,
  });
}
