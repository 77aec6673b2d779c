import { describe, expect, it } from "vitest";
import type { Ruleset } from "../../src/contracts/index.ts";
import { type Cells, measure, settingsOfPreset, withFiles } from "./harness.ts";

/** MRR at the start of a month and what moved it, as a published example gives them. */
interface Example {
  start: number;
  new: number;
  expansion: number;
  reactivation?: number;
  contraction: number;
  churn: number;
}

interface Measured {
  closing_mrr: number;
  quick_ratio: number;
  gross_mrr_churn: number;
}

/** Contract lines that move so in February 2024, one account for each kind of movement. */
function contractsOf({ start, reactivation = 0, contraction, churn, ...up }: Example): Cells[] {
  const line = (account: string, mrr: number, starts: string, ends: string | null = null) => ({
    account_id: account,
    mrr,
    starts_on: starts,
    ends_on: ends,
  });
  const lines = [
    line("stays", start - contraction - churn - 1, "2024-01-01"),
    line("stays", up.expansion, "2024-02-01"),
    line("shrinks", 1, "2024-01-01"),
    line("shrinks", contraction, "2024-01-01", "2024-01-31"),
    line("leaves", churn, "2024-01-01", "2024-01-31"),
    line("comes", up.new, "2024-02-01"),
    line("returns", reactivation, "2023-06-01", "2023-06-30"),
    line("returns", reactivation, "2024-02-01"),
  ];
  return lines.filter(({ mrr }) => mrr > 0).map((row, place) => ({ contract_id: place, ...row }));
}

async function february(contracts: Cells[], preset: Ruleset) {
  const accounts = [...new Set(contracts.map((row) => row.account_id))];
  const inputs = {
    accounts: accounts.map((account_id) => ({ account_id: account_id ?? null })),
    contracts,
  };
  return withFiles(inputs, async (files) => {
    const settings = { ...settingsOfPreset(preset), asOf: "2024-03-31" };
    const warehouse = await measure(files, settings, ["churn_rates", "mrr_movements"]);
    const rows = await warehouse.rows<Measured & { logo_churn: number }>(
      `select closing_mrr, quick_ratio, gross_mrr_churn, logo_churn
      from churn_rates inner join mrr_movements using (dimension, segment, month)
      where dimension = 'all' and month = '2024-02-01'`,
    );
    warehouse.close();
    return rows[0];
  });
}

describe("published examples, by configuration alone", () => {
  const mowt = {
    start: 50_000,
    new: 8_000,
    expansion: 4_000,
    reactivation: 1_000,
    contraction: 2_000,
    churn: 3_000,
  };

  it.each([
    ["mowt.pages.dev/tools/mrr-calculator", "hourglass", mowt, 58_000, 2.6],
    ["mowt.pages.dev/tools/mrr-calculator", "chartmogul", mowt, 58_000, 2.6],
    [
      "metrickittools.com/saas-metrics/mrr-waterfall-calculator",
      "hourglass",
      { start: 200_000, new: 12_000, expansion: 8_000, contraction: 3_000, churn: 5_000 },
      212_000,
      2.5,
    ],
    [
      "super-calc.com, growth stage",
      "baremetrics",
      { start: 500_000, new: 95_000, expansion: 28_000, contraction: 7_000, churn: 18_000 },
      598_000,
      4.92,
    ],
    [
      "super-calc.com, struggling",
      "baremetrics",
      { start: 500_000, new: 40_000, expansion: 5_000, contraction: 8_000, churn: 32_000 },
      505_000,
      1.13,
    ],
    [
      "pitchkit.net/resources/glossary/quick-ratio",
      "hourglass",
      { start: 100_000, new: 20_000, expansion: 8_000, contraction: 3_000, churn: 5_000 },
      120_000,
      3.5,
    ],
  ] as const)("%s by the rules of %s", async (_, preset, example, closing, quickRatio) => {
    const measured = await february(contractsOf(example), preset);
    expect(measured?.closing_mrr).toBe(closing);
    expect(measured?.quick_ratio).toBeCloseTo(quickRatio, 2);
  });

  it("leaves reactivation out of the quick ratio by Baremetrics' formula: 12 / 5", async () => {
    expect((await february(contractsOf(mowt), "baremetrics"))?.quick_ratio).toBeCloseTo(2.4, 9);
  });

  it("takes contraction out of gross MRR churn by Stripe's: 3,000 / 50,000, not 5,000", async () => {
    const churn = async (preset: Ruleset) =>
      (await february(contractsOf(mowt), preset))?.gross_mrr_churn;
    expect(await churn("stripe")).toBeCloseTo(0.06, 9);
    expect(await churn("profitwell")).toBeCloseTo(0.1, 9);
  });

  it("has 20 of 100 customers lost though 10 came, and of 110 by Stripe's formula", async () => {
    const contracts = Array.from({ length: 110 }, (_, place) => ({
      contract_id: place,
      account_id: place,
      mrr: 10,
      starts_on: place < 100 ? "2024-01-01" : "2024-02-01",
      ends_on: place < 20 ? "2024-01-31" : null,
    }));
    expect((await february(contracts, "hourglass"))?.logo_churn).toBeCloseTo(0.2, 9);
    expect((await february(contracts, "stripe"))?.logo_churn).toBeCloseTo(20 / 110, 9);
  });
});
