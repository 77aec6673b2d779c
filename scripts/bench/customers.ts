import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seeded } from "../sample/random.ts";

export const manyCustomers = { accounts: 50_000, lines: 500_000 };
const tiers = ["strategic", "enterprise", "small"];
const terms = [1, 3, 6, 12, 12];
/** Days between a term and the next: most renew at once, some late, a few after churn. */
const gaps = [0, 0, 0, 0, 0, 0, 5, 20, 45, 200];

/**
 * A company of 50,000 accounts and 500,000 contract lines over ten years, alike in no two segments;
 * returns the path of its configuration.
 */
export async function makeManyCustomers(folder: string): Promise<string> {
  const random = seeded(1, "customers");
  const accounts = ["account_id,name,tier,industry,region,fit,channel,plan,owner"];
  const contracts = ["contract_id,account_id,starts_on,ends_on,mrr,kind,signed_on"];
  for (let place = 0; place < manyCustomers.accounts; place++) {
    const id = `A${String(place).padStart(6, "0")}`;
    const some = (most: number, name: string) => `${name} ${random.integer(1, most)}`;
    accounts.push(
      [
        id,
        `Customer ${place}`,
        random.pick(tiers),
        some(12, "Industry"),
        some(8, "Region"),
        random.pick(["target", "exploratory"]),
        some(6, "Channel"),
        some(4, "Plan"),
        some(40, "Manager"),
      ].join(","),
    );
    let starts = addDays("2016-01-01", random.integer(0, 2500));
    let mrr = random.integer(50, 2000);
    for (let line = 0; line < manyCustomers.lines / manyCustomers.accounts; line++) {
      const after = addMonths(starts, random.pick(terms));
      const signed = addDays(starts, -random.integer(0, 30));
      const kind = line === 0 ? "new" : "renewal";
      contracts.push(
        `${id}-${line},${id},${starts},${addDays(after, -1)},${mrr}.50,${kind},${signed}`,
      );
      starts = addDays(after, random.pick(gaps));
      mrr = Math.max(10, Math.round(mrr * (0.8 + 0.45 * random.next())));
    }
  }
  const config = {
    company: { name: "Customers", currency: "EUR" },
    as_of: "2025-09-30",
    datasets: { accounts: "accounts.csv", contracts: "contracts.csv", costs: "costs.csv" },
  };
  const path = join(folder, "dashboard.config.json");
  await writeFile(join(folder, "accounts.csv"), `${accounts.join("\n")}\n`);
  await writeFile(join(folder, "contracts.csv"), `${contracts.join("\n")}\n`);
  await writeFile(join(folder, "costs.csv"), costs());
  await writeFile(path, JSON.stringify(config));
  return path;
}

function costs(): string {
  const lines = ["month,category,amount,tier"];
  for (let month = "2016-01-01"; month < "2025-10-01"; month = addMonths(month, 1)) {
    for (const tier of tiers) {
      for (const category of ["marketing", "sales", "service"]) {
        lines.push(`${month},${category},50000,${tier}`);
      }
    }
  }
  return `${lines.join("\n")}\n`;
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last day of a shorter month, as contracts do. */
function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
