import {
  asOf,
  type Day,
  firstDay,
  firstMonth,
  formatDay,
  lastMonth,
  monthsFrom,
  parseDay,
} from "./calendar.ts";
import { commentOn } from "./comments.ts";
import { type Account, isLive, stayOn } from "./company/lines.ts";
import { type Cell, renderCsv } from "./csv.ts";
import { type Random, seeded } from "./random.ts";

interface Wave {
  opens: Day;
  /** Where the middle of the scores lies. */
  level: number;
  /** A release that customers disliked, and by how much. */
  broken?: { module: string; effect: number };
}

const waves: readonly Wave[] = [
  { opens: parseDay("2022-11-07"), level: 8.2 },
  { opens: parseDay("2023-05-08"), level: 8.48 },
  { opens: parseDay("2023-11-06"), level: 8.42 },
  { opens: parseDay("2024-05-06"), level: 8.8 },
  { opens: parseDay("2024-11-04"), level: 8.7, broken: { module: "reporting", effect: -3.5 } },
  { opens: parseDay("2025-05-05"), level: 8.95 },
];

const roleEffect: Record<string, number> = {
  executive: 0.25,
  manager: 0.1,
  user: -0.3,
  admin: 0.15,
};
const serviceEffect: Record<string, number> = {
  onboarding: 0.2,
  support: -0.35,
  consulting: 0.3,
  training: 0.1,
};

interface Respondent {
  id: string;
  role: string;
  leaning: number;
}

interface Answer {
  day: Day;
  account: Account;
  kind: "nps" | "csat" | "ces";
  score: number | null;
  respondent: Respondent;
  module: string | null;
  service: string | null;
  comment: string | null;
}

function respondentsOf(account: Account, seed: number): Respondent[] {
  const size = { strategic: 6, enterprise: 3, small: 1 }[account.tier];
  return Array.from({ length: size }, (_, index) => {
    const id = `${account.id}-R${index + 1}`;
    const random = seeded(seed, `respondent ${id}`);
    const top = account.tier === "small" ? 12 : index === 0 ? 70 : 8;
    const role = random.weighted([
      ["executive", top],
      ["manager", 30],
      ["user", 42],
      ["admin", 16],
    ]);
    return { id, role, leaning: random.bell() };
  });
}

function isServed(account: Account, day: Day): boolean {
  return account.lines.some((line) => line.recurring && line.signed <= asOf && isLive(line, day));
}

function serviceOf(age: number, random: Random): string | null {
  const young: readonly (readonly [string | null, number])[] = [
    ["onboarding", 60],
    ["support", 20],
    [null, 20],
  ];
  const settled: readonly (readonly [string | null, number])[] = [
    ["support", 45],
    ["consulting", 18],
    ["training", 17],
    ["onboarding", 5],
    [null, 15],
  ];
  return random.weighted(age < 200 ? young : settled);
}

function npsOf(account: Account, respondent: Respondent, wave: Wave, random: Random): Answer[] {
  const day = wave.opens + Math.floor(23 * random.next() * random.next());
  const stay = stayOn(account, day);
  const age = stay ? day - stay.from : 0;
  const isTooYoung = age < 90 && !(age > 30 && random.chance(0.06));
  if (!stay || !isServed(account, day) || isTooYoung || !random.chance(0.58)) return [];
  const recent: readonly string[] =
    account.modules.length > 2 ? account.modules.slice(1) : account.modules;
  const module = random.chance(0.08) ? null : random.pick(recent);
  const service = serviceOf(age, random);
  const isBroken = wave.broken !== undefined && wave.broken.module === module;
  const isLeaving = stay.until !== null && stay.until - day < 300;
  const middle =
    wave.level +
    0.45 * account.quality +
    (isBroken ? (wave.broken?.effect ?? 0) : 0) +
    (isLeaving ? -1.1 : 0) +
    (account.fit === "exploratory" ? -0.25 : 0.08) +
    (roleEffect[respondent.role] ?? 0) +
    (serviceEffect[service ?? ""] ?? 0);
  const score = Math.max(
    0,
    Math.min(10, Math.round(middle + 0.9 * respondent.leaning + 1.7 * random.bell())),
  );
  const comment = random.chance(score < 7 ? 0.42 : 0.2)
    ? commentOn(score, module ?? "the product", isBroken, random)
    : null;
  const answer: Answer = { day, account, kind: "nps", score, respondent, module, service, comment };
  if (random.chance(0.025)) return [{ ...answer, score: null, comment: null }];
  const changedTheirMind = random.chance(0.008) && isServed(account, day + 2);
  return changedTheirMind
    ? [answer, { ...answer, day: day + 2, score: Math.min(10, score + 1) }]
    : [answer];
}

/** Asked when a ticket is closed: how good (1 to 5), how easy (1 to 7). */
function afterTickets(account: Account, seed: number): Answer[] {
  const random = seeded(seed, `tickets ${account.id}`);
  const respondents = respondentsOf(account, seed);
  const chance = account.tier === "small" ? 0.055 : 0.13;
  return monthsFrom(firstMonth, lastMonth).flatMap((month): Answer[] => {
    const day = firstDay(month) + random.integer(0, 27);
    if (!isServed(account, day) || !random.chance(chance)) return [];
    const mood = 0.25 * account.quality + 0.35 * random.bell() + (month - firstMonth) * 0.006;
    const kind = random.chance(0.6) ? "csat" : "ces";
    const raw =
      kind === "csat" ? 4.1 + mood + 0.7 * random.bell() : 5.3 + 1.3 * mood + 0.8 * random.bell();
    const score = Math.max(1, Math.min(kind === "csat" ? 5 : 7, Math.round(raw)));
    const module = random.pick(account.modules);
    const respondent = random.pick(respondents);
    return [{ day, account, kind, score, respondent, module, service: "support", comment: null }];
  });
}

function waveOf(wave: Wave, account: Account, seed: number): Answer[] {
  const random = seeded(seed, `wave ${wave.opens} ${account.id}`);
  return respondentsOf(account, seed).flatMap((each) => npsOf(account, each, wave, random));
}

export function renderSurveys(accounts: readonly Account[], seed: number): string {
  const answers = [
    ...waves.flatMap((wave) => accounts.flatMap((account) => waveOf(wave, account, seed))),
    ...accounts.flatMap((account) => afterTickets(account, seed)),
  ].sort((one, other) => one.day - other.day);
  const rows = answers.map((answer, index): Cell[] => [
    `S${String(index + 1).padStart(5, "0")}`,
    answer.account.id,
    formatDay(answer.day),
    answer.kind,
    answer.score,
    answer.respondent.id,
    answer.respondent.role,
    answer.module,
    answer.service,
    answer.comment,
    answer.kind === "nps" ? "relationship" : "ticket",
  ]);
  const header =
    "response_id,account_id,answered_on,kind,score,respondent_id,role,module,service,comment,touchpoint";
  return renderCsv(header.split(","), rows);
}
