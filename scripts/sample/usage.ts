import {
  asOf,
  type Day,
  formatDay,
  formatMonth,
  lastDay,
  lastMonth,
  type Month,
  monthOf,
} from "./calendar.ts";
import { type Account, type Stay, seatsOn, stayOn } from "./company/lines.ts";
import { type Cell, renderCsv } from "./csv.ts";
import { type Random, seeded } from "./random.ts";

/** One Tuesday a week, the last of them the as-of day: a sample that keeps the file small. */
const weeks = 53;

const uses: Record<string, { share: number; events: number; minutes: number }> = {
  records: { share: 0.78, events: 14, minutes: 31 },
  workflows: { share: 0.55, events: 18, minutes: 26 },
  reporting: { share: 0.24, events: 6, minutes: 17 },
  integrations: { share: 0.16, events: 60, minutes: 4 },
  studio: { share: 0.08, events: 9, minutes: 38 },
};

const rampUp = [0.22, 0.38, 0.5, 0.6, 0.7, 0.79, 0.86, 0.92, 0.97];

interface Habit {
  /** Most who will leave use less and less over the 15 weeks before; some leave out of the blue. */
  fades: boolean;
  goesSilent: boolean;
  slumpFrom: Day | null;
  trend: number;
}

function habitOf(account: Account, random: Random): Habit {
  return {
    fades: random.chance(0.85),
    goesSilent: random.chance(0.4),
    slumpFrom: random.chance(0.12) ? asOf - random.integer(30, 330) : null,
    trend: 0.0015 * account.quality,
  };
}

/** 1 in ordinary times, towards 0.2 as the end comes near. */
function fading(stay: Stay, day: Day, habit: Habit): number {
  if (stay.until === null || !habit.fades) return 1;
  const left = (stay.until - day) / 7;
  if (habit.goesSilent && left < 3) return 0;
  return left < 15 ? 0.2 + (0.8 * left) / 15 : 1;
}

function season(day: Day): number {
  const text = formatDay(day).slice(5);
  if (text >= "12-23" || text <= "01-02") return 0.45;
  return text >= "08-01" && text <= "08-24" ? 0.86 : 1;
}

function activationOf(account: Account, stay: Stay, day: Day): number {
  const ramp = rampUp[Math.floor((day - stay.from) / 7)] ?? 1;
  const reach = 0.76 + 0.12 * account.quality + (account.fit === "exploratory" ? -0.05 : 0);
  return ramp * Math.min(0.98, Math.max(0.25, reach));
}

function platformOf(module: string, random: Random): string {
  if (module === "integrations") return "api";
  return random.chance(module === "records" ? 0.3 : 0.14) ? "app" : "web";
}

function weekOf(account: Account, day: Day, habit: Habit, random: Random): Cell[][] {
  const stay = stayOn(account, day);
  if (!stay) return [];
  const seats = seatsOn(account, day) * activationOf(account, stay, day);
  const slump =
    habit.slumpFrom !== null && day >= habit.slumpFrom && day < habit.slumpFrom + 56 ? 0.55 : 1;
  const mood =
    fading(stay, day, habit) * slump * season(day) * (1 + (habit.trend * (day - asOf)) / 7);
  return account.modules.flatMap((module): Cell[][] => {
    const use = uses[module];
    const isDropped = mood < 0.5 && module !== "records" && random.chance(0.3);
    if (!use || isDropped) return [];
    const users = Math.min(seats, seats * use.share * mood * random.between(0.85, 1.15));
    const active = mood > 0.3 ? Math.max(1, Math.round(users)) : Math.round(users);
    if (active === 0) return [];
    const vigour = (0.75 + 0.25 * mood) * random.between(0.85, 1.15);
    const events = Math.round(active * use.events * vigour);
    const minutes = Math.round(active * use.minutes * vigour);
    return [
      [account.id, formatDay(day), module, active, events, minutes, platformOf(module, random)],
    ];
  });
}

export function renderUsage(accounts: readonly Account[], seed: number): string {
  const rows = accounts.flatMap((account) => {
    const random = seeded(seed, `usage ${account.id}`);
    const habit = habitOf(account, random);
    const days = Array.from({ length: weeks }, (_, index) => asOf - 7 * (weeks - 1 - index));
    return days.flatMap((day) => weekOf(account, day, habit, random));
  });
  const header = ["account_id", "day", "module", "active_users", "events", "minutes", "platform"];
  return renderCsv(header, rows);
}

function seatsOfMonth(account: Account, month: Month, habit: Habit): Cell[][] {
  const day = lastDay(month);
  const stay = stayOn(account, day);
  if (!stay) return [];
  const purchased = seatsOn(account, day);
  const kept = 0.55 + 0.45 * fading(stay, day, { ...habit, goesSilent: false });
  const activated = Math.round(purchased * activationOf(account, stay, day) * kept);
  return [[account.id, formatMonth(month), purchased, Math.max(1, activated)]];
}

export function renderSeats(accounts: readonly Account[], seed: number): string {
  const rows = accounts.flatMap((account) => {
    const habit = habitOf(account, seeded(seed, `usage ${account.id}`));
    const start = account.stays[0]?.from ?? asOf;
    const months = Array.from(
      { length: lastMonth - monthOf(start) + 1 },
      (_, index) => monthOf(start) + index,
    );
    return months.flatMap((month) => seatsOfMonth(account, month, habit));
  });
  return renderCsv(["account_id", "month", "purchased", "activated"], rows);
}
