import {
  addMonths,
  asOf,
  type Day,
  firstDay,
  firstMonth,
  horizon,
  lastMonth,
  type Month,
  monthOf,
  monthsFrom,
  parseDay,
} from "../calendar.ts";
import { type Random, type SteadyDraw, seeded, steadyDraws } from "../random.ts";
import { arrivals, newcomersOf, startingDays } from "./accounts.ts";
import type { Account } from "./lines.ts";
import { climate, openEnded, segments } from "./market.ts";
import { addLine, addService, firstTerm, inCurrency, nextTerm, sign, type Term } from "./terms.ts";

interface Life {
  account: Account;
  term: Term;
  renewals: number;
  returnsIn: Month | null;
}

interface Company {
  lives: Life[];
  random: Random;
  steady: SteadyDraw;
}

function begin(life: Life, term: Term, random: Random, signed?: Day): void {
  life.term = term;
  life.returnsIn = null;
  life.account.stays.push({ from: term.starts, until: null });
  sign(life.account, term, "new", random, signed);
}

function leave(life: Life, ends: Day, { random, steady }: Company): void {
  const { account, term } = life;
  const isOpen = term.ends === null;
  const givesNotice = isOpen || random.chance(0.85);
  const notice = isOpen ? random.integer(4, 26) : random.integer(12, 80);
  const cancelled = givesNotice ? ends - notice : null;
  for (const line of term.lines) {
    line.cancelled = cancelled === null ? null : Math.max(cancelled, line.signed);
    line.ends = ends;
  }
  const stay = account.stays.at(-1);
  if (stay) stay.until = ends + 1;
  if (steady("return", 0.1)) life.returnsIn = monthOf(ends) + random.integer(3, 8);
}

function endOfTermIn(life: Life, ends: Day, company: Company): void {
  const { random, steady } = company;
  const { account, term } = life;
  const segment = segments[account.tier];
  const today = climate(ends);
  const base = segment.leaving[account.fit][life.renewals === 0 ? 0 : 1];
  const leaving = base * today.leaving * Math.max(0.25, 1 - 0.45 * account.quality);
  if (steady(`leaving ${account.tier} ${account.fit}`, Math.min(0.9, leaving))) {
    leave(life, ends, company);
    return;
  }
  let seats = term.seats;
  if (steady(`contracting ${account.tier}`, segment.contracting * today.contracting)) {
    seats = Math.max(3, Math.floor(seats * random.between(0.68, 0.88)));
  }
  const uplift = today.uplift + random.between(-0.01, 0.015);
  life.term = nextTerm(term, ends, seats, uplift, random);
  life.renewals += 1;
  sign(account, life.term, "renewal", random);
}

const addOns = ["Tidewater Reporting", "Tidewater Integrations", "Tidewater Studio"] as const;

function maybeBuyMore(life: Life, month: Month, { random, steady }: Company): void {
  const { account, term } = life;
  const segment = segments[account.tier];
  const age = month - monthOf(term.starts);
  const left = term.months === null ? null : term.months - age;
  if (age < 2 || (left !== null && left < 3)) return;
  const starts = addMonths(term.starts, age);
  const keen = Math.max(0.2, 1 + 0.5 * account.quality) * climate(starts).buying;
  if (!steady(`buying ${account.tier}`, (segment.expansionsPerYear / 12) * keen)) return;
  const product = random.pick(addOns);
  if (random.chance(0.22) && !term.products.has(product)) {
    const cents = Math.round(term.seats * term.centsPerSeat * 0.0015) * 100;
    addLine(account, term, starts, left, { product, cents }, random);
    return;
  }
  const [low, high] = segment.expansionShare;
  const seats = Math.max(1, Math.round(term.seats * random.between(low, high)));
  addLine(account, term, starts, left, { seats }, random);
}

function live(life: Life, month: Month, company: Company): void {
  const { account, term } = life;
  if (life.returnsIn === month) {
    const seats = Math.max(3, Math.round(term.seats * 0.8));
    const starts = firstDay(month) + company.random.integer(0, 20);
    const again = nextTerm(term, starts - 1, seats, 1, company.random);
    if (again.starts <= asOf) begin(life, again, company.random);
    return;
  }
  if (account.stays.at(-1)?.until !== null || monthOf(term.starts) >= month) return;
  if (term.ends === null) {
    const age = month - monthOf(term.starts);
    const chance = openEnded.leavingEachMonth[account.fit][age <= 6 ? 0 : 1];
    const unhappy = Math.max(0.25, 1 - 0.45 * account.quality);
    if (company.steady(`leaving open ${account.fit}`, chance * unhappy)) {
      leave(life, addMonths(term.starts, age) - 1, company);
      return;
    }
  } else if (monthOf(term.ends) === month) {
    endOfTermIn(life, term.ends, company);
    return;
  }
  maybeBuyMore(life, month, company);
}

function buyServices(account: Account, starts: Day, random: Random): void {
  const { onboarding } = segments[account.tier];
  const cents = inCurrency(
    random.integer(onboarding.low, onboarding.high) * 10_000,
    account.currency,
  );
  if (random.chance(onboarding.chance)) {
    addService(account, starts, "Onboarding", cents, account.tier === "small" ? 1 : 3);
  }
  if (random.chance(onboarding.chance * 0.3)) {
    const later = addMonths(starts, random.integer(4, 10));
    if (later <= asOf) addService(account, later, "Training", Math.round(cents / 400) * 100, 1);
  }
}

/** Customers who outgrow their tier: seats grow several times over in the last weeks. */
function surge(company: Company, month: Month): void {
  const ready = company.lives.filter(({ account, term }) => {
    const left = term.ends === null ? 0 : monthOf(term.ends) - month;
    const isRunning = account.stays.at(-1)?.until === null && monthOf(term.starts) < month - 4;
    return (
      account.tier === "small" && account.quality > 0.8 && isRunning && left > 4 && term.seats < 20
    );
  });
  for (const { account, term } of ready.slice(-3)) {
    const age = month - monthOf(term.starts);
    const left = (term.months ?? 12) - age;
    addLine(
      account,
      term,
      addMonths(term.starts, age),
      left,
      { seats: term.seats * 3 },
      company.random,
    );
  }
}

/** Plays the company month by month. Later months than the as-of one give only what is to come. */
export function foundCompany(seed: number): Account[] {
  const random = seeded(seed, "company");
  const company: Company = { lives: [], random, steady: steadyDraws(random) };
  const accounts: Account[] = [];
  const nextAccount = arrivals(random, company.steady, accounts);
  const welcome = (starts: Day, signed?: Day) => {
    const account = nextAccount(starts);
    const term = firstTerm(account, starts, random);
    const life: Life = { account, term, renewals: 0, returnsIn: null };
    begin(life, term, random, signed);
    if (starts <= asOf) buyServices(account, starts, random);
    company.lives.push(life);
    accounts.push(account);
  };
  for (const month of monthsFrom(firstMonth, horizon)) {
    for (const life of company.lives) live(life, month, company);
    if (month === lastMonth - 1) surge(company, month);
    if (month > lastMonth) continue;
    for (const day of startingDays(month, newcomersOf(month, random), random)) welcome(day);
    if (month < lastMonth) continue;
    welcome(parseDay("2025-10-15"), parseDay("2025-09-22"));
    welcome(parseDay("2025-11-03"), parseDay("2025-09-29"));
  }
  return accounts;
}
