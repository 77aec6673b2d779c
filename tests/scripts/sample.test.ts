import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { generateCompany, sampleSeed } from "../../scripts/sample/generate.ts";

type Row = Record<string, string>;

/** Enough of CSV for what the generator writes: quoted cells may hold commas, quotes and newlines. */
function rowsOf(text: string): Row[] {
  const lines: string[][] = [[]];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n)/g)) {
    const cell = match[1] ?? "";
    lines.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (match[2] === "\n") lines.push([]);
  }
  const [header = [], ...body] = lines.slice(0, -1);
  return body.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ""])));
}

const asOf = "2025-09-30";
const files = generateCompany(sampleSeed);
const dataset = (name: string) => rowsOf(files.get(`${name}.csv`) ?? "");
const accounts = dataset("accounts");
const contracts = dataset("contracts");
const costs = dataset("costs");
const usage = dataset("usage");
const surveys = dataset("surveys");
const recurring = contracts.filter((line) => line.recurring === "true");
const linesOf = Map.groupBy(recurring, (line) => line.account_id ?? "");
const lastDayOf = (line: Row) => line.ends_on || "9999-12-31";
const plusDays = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

function isServed(account: string, day: string, grace = 0): boolean {
  const lines = linesOf.get(account) ?? [];
  return lines.some((line) => {
    const ends = lastDayOf(line);
    return (line.starts_on ?? "") <= day && (ends >= day || plusDays(ends, grace) >= day);
  });
}

function shareLeft(chosen: (account: Row) => boolean): number {
  const of = accounts.filter(chosen);
  const left = of.filter((account) => !isServed(account.account_id ?? "", asOf, 29));
  return left.length / of.length;
}

/** Of the scores that were given in a wave. */
function promoterScore(month: string, module?: string): number {
  const scores = surveys
    .filter((answer) => answer.kind === "nps" && answer.score !== "")
    .filter((answer) => answer.answered_on?.startsWith(month))
    .filter((answer) => module === undefined || answer.module === module)
    .map((answer) => Number(answer.score));
  const promoters = scores.filter((score) => score >= 9).length;
  const detractors = scores.filter((score) => score <= 6).length;
  return (100 * (promoters - detractors)) / scores.length;
}

describe("the sample company's files", () => {
  it("have the same bytes for the same seed", () => {
    expect(generateCompany(7)).toEqual(generateCompany(7));
  });

  it("differ for another seed", () => {
    expect(generateCompany(7).get("contracts.csv")).not.toBe(files.get("contracts.csv"));
  });

  it.each([...files.keys()])("%s in data/ is what the generator writes", (name) => {
    const committed = readFileSync(new URL(`../../data/${name}`, import.meta.url), "utf8");
    expect(committed === files.get(name), "run `npm run sample` and commit data/").toBe(true);
  });

  it("stay small", () => {
    const bytes = (text: string) => Buffer.byteLength(text);
    expect(bytes(files.get("usage.csv") ?? "")).toBeLessThan(2_500_000);
    expect([...files.values()].map(bytes).reduce((a, b) => a + b)).toBeLessThan(4_000_000);
  });

  it("end lines with LF and exercise quoting and accents", () => {
    const text = [...files.values()].join("");
    expect(text).not.toContain("\r");
    expect(files.get("accounts.csv")).toMatch(/""/);
    expect(files.get("accounts.csv")).toMatch(/[áåéñøöü]/);
    expect(surveys.some((answer) => answer.comment?.includes("\n"))).toBe(true);
  });
});

describe("the sample company's records", () => {
  it("have unique ids and unique names", () => {
    const unique = (rows: Row[], column: string) => new Set(rows.map((row) => row[column])).size;
    expect(unique(accounts, "account_id")).toBe(accounts.length);
    expect(unique(accounts, "name")).toBe(accounts.length);
    expect(unique(contracts, "contract_id")).toBe(contracts.length);
    expect(unique(surveys, "response_id")).toBe(surveys.length);
  });

  it("name only known accounts", () => {
    const known = new Set(accounts.map((account) => account.account_id));
    const named = [contracts, usage, surveys, dataset("seats")].flat().map((row) => row.account_id);
    const referrers = accounts.map((account) => account.referred_by).filter((id) => id !== "");
    expect([...named, ...referrers].filter((id) => !known.has(id))).toEqual([]);
    expect(linesOf.size).toBe(accounts.length);
  });

  it("end no contract line before it starts and repeat none", () => {
    expect(contracts.filter((line) => lastDayOf(line) < (line.starts_on ?? ""))).toEqual([]);
    const bare = contracts.map(({ contract_id: _, ...line }) => JSON.stringify(line));
    expect(new Set(bare).size).toBe(bare.length);
  });

  it("know nothing after the as-of day but contracts that are signed", () => {
    const days = [
      ...usage.map((row) => row.day),
      ...surveys.map((row) => row.answered_on),
      ...accounts.map((row) => row.first_contact_on),
      ...contracts.flatMap((row) => [row.signed_on, row.cancelled_on]),
    ].map((day) => day ?? "");
    expect(days.filter((day) => day > asOf)).toEqual([]);
    expect(usage.some((row) => row.day === asOf)).toBe(true);
    expect(contracts.some((row) => row.kind === "new" && (row.starts_on ?? "") > asOf)).toBe(true);
  });

  it("show no use before the first contract nor after the customer left", () => {
    const strays = usage.filter((row) => !isServed(row.account_id ?? "", row.day ?? "", 30));
    expect(strays).toEqual([]);
  });

  it("hold no answers from churned customers", () => {
    const strays = surveys.filter((row) => !isServed(row.account_id ?? "", row.answered_on ?? ""));
    expect(strays).toEqual([]);
  });

  it("write money with two decimals", () => {
    const amounts = [...contracts, ...costs].map((row) => row.amount ?? "");
    expect(amounts.filter((amount) => !/^\d+\.\d\d$/.test(amount))).toEqual([]);
  });

  it("give sales and marketing costs, and a rate, for every month with new customers", () => {
    const months = new Set(recurring.map((line) => line.starts_on?.slice(0, 7) ?? ""));
    const past = [...months].filter((month) => month <= asOf);
    expect(past.length).toBeGreaterThanOrEqual(36);
    for (const month of past) {
      for (const category of ["sales", "marketing"]) {
        expect(costs.some((row) => row.month === month && row.category === category)).toBe(true);
      }
      expect(dataset("fx").filter((row) => row.month === month)).toHaveLength(2);
    }
  });
});

describe("the sample company's story", () => {
  it("has about 600 customers", () => {
    expect(accounts.length).toBeGreaterThanOrEqual(560);
    expect(accounts.length).toBeLessThanOrEqual(640);
  });

  it("small customers leave most, strategic ones least", () => {
    const [small, enterprise, strategic] = ["small", "enterprise", "strategic"].map((tier) =>
      shareLeft((account) => account.tier === tier),
    );
    expect(small).toBeGreaterThan(enterprise ?? 1);
    expect(enterprise).toBeGreaterThan(strategic ?? 1);
  });

  it("exploratory customers leave twice as often as those of the target profile", () => {
    const exploratory = shareLeft((account) => account.fit === "exploratory");
    expect(exploratory).toBeGreaterThan(2 * shareLeft((account) => account.fit === "target"));
  });

  it("a third of small exploratory customers leave by their first renewal", () => {
    const old = (account: Row) => {
      const starts = (linesOf.get(account.account_id ?? "") ?? []).map(
        (line) => line.starts_on ?? "",
      );
      return starts.sort()[0] ?? "";
    };
    const reached = accounts.filter((account) => {
      return (
        account.tier === "small" && account.fit === "exploratory" && old(account) < "2024-08-31"
      );
    });
    const left = reached.filter((account) => {
      return !isServed(account.account_id ?? "", plusDays(old(account), 396), 29);
    });
    expect(left.length / reached.length).toBeGreaterThan(0.3);
    expect(left.length / reached.length).toBeLessThan(0.4);
  });

  it("a bad release of reporting dents the NPS of November 2024, which then recovers", () => {
    expect(promoterScore("2024-11")).toBeLessThan(promoterScore("2024-05") - 10);
    expect(promoterScore("2024-11", "reporting")).toBeLessThan(0);
    expect(promoterScore("2024-11", "workflows")).toBeGreaterThan(20);
    expect(promoterScore("2025-05")).toBeGreaterThan(34);
  });
});
