import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { asOf, type Day, formatDay } from "./calendar.ts";
import { stageOf } from "./company/accounts.ts";
import { type Account, amountOf, type Line } from "./company/lines.ts";
import { foundCompany } from "./company/lives.ts";
import { renderCosts } from "./costs.ts";
import { type Cell, formatCents, renderCsv } from "./csv.ts";
import { renderGoals } from "./goals.ts";
import { ratesOf, renderRates } from "./rates.ts";
import { renderSurveys } from "./surveys.ts";
import { renderSeats, renderUsage } from "./usage.ts";

export const sampleSeed = 259;

function formatKnownDay(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

function renderAccounts(accounts: readonly Account[]): string {
  const header =
    "account_id,name,tier,industry,region,fit,channel,plan,owner,stage,first_contact_on,referred_by";
  const rows = accounts.map((account): Cell[] => [
    account.id,
    account.name,
    account.tier,
    account.industry,
    account.region,
    account.fit,
    account.channel,
    account.plan,
    account.owner,
    stageOf(account),
    formatDay(account.firstContact),
    account.referredBy,
  ]);
  return renderCsv(header.split(","), rows);
}

/** An open line whose notice came after the as-of day is still open in the data. */
function endKnown(line: Line): Day | null {
  const isOpenTerm = line.months === null;
  const isAnnounced = line.cancelled !== null && line.cancelled <= asOf;
  return isOpenTerm && !isAnnounced ? null : line.ends;
}

function renderContracts(accounts: readonly Account[]): string {
  const header =
    "contract_id,account_id,starts_on,ends_on,amount,term_months,billing,kind,recurring,seats,currency,signed_on,cancelled_on,product";
  const signed = accounts
    .flatMap((account) => account.lines.map((line) => ({ account, line })))
    .filter(({ line }) => line.signed <= asOf)
    .sort((one, other) => one.line.signed - other.line.signed);
  const rows = signed.map(({ account, line }, index): Cell[] => [
    `C${String(index + 1).padStart(5, "0")}`,
    account.id,
    formatDay(line.starts),
    formatKnownDay(endKnown(line)),
    formatCents(amountOf(line)),
    line.months,
    line.billing,
    line.kind,
    String(line.recurring),
    line.seats,
    account.currency,
    formatDay(line.signed),
    formatKnownDay(line.cancelled !== null && line.cancelled <= asOf ? line.cancelled : null),
    line.product,
  ]);
  return renderCsv(header.split(","), rows);
}

/** The sample company's files by name. The same seed gives the same bytes on every machine. */
export function generateCompany(seed: number): Map<string, string> {
  const accounts = foundCompany(seed);
  const rates = ratesOf(seed);
  return new Map([
    ["accounts.csv", renderAccounts(accounts)],
    ["contracts.csv", renderContracts(accounts)],
    ["costs.csv", renderCosts(accounts, rates, seed)],
    ["fx.csv", renderRates(rates)],
    ["goals.csv", renderGoals()],
    ["seats.csv", renderSeats(accounts, seed)],
    ["surveys.csv", renderSurveys(accounts, seed)],
    ["usage.csv", renderUsage(accounts, seed)],
  ]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = new URL("../../data/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generateCompany(sampleSeed)) {
    writeFileSync(new URL(name, folder), text);
    console.log(`data/${name}: ${Buffer.byteLength(text)} bytes`);
  }
}
