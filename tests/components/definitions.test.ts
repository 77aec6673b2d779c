import { describe, expect, it } from "vitest";
import { reasonsOf, touchedBy } from "../../src/components/metrics/definitions/reasons.ts";
import { type DashboardInput, parseDashboard } from "../../src/contracts/index.ts";
import type { AccountReadOtherwise, RulesOfReading } from "../../src/report.ts";

type Reading = AccountReadOtherwise["left"];

const still: Reading = {
  mrr: 100,
  year_mrr: 100,
  kept_mrr: 100,
  capped_mrr: 100,
  at_risk: 1,
  lost: 0,
  lost_mrr: 0,
  won_mrr: 0,
  gone_mrr: 0,
  new_customers: 0,
  returned_customers: 0,
  contraction_mrr: 0,
  stays: 1,
  is_awaiting: false,
};

function rules(name: RulesOfReading["names"][number], fields: Partial<DashboardInput> = {}) {
  const { churn, retention, quick_ratio, ltv } = parseDashboard(
    {
      company: { name: "Test", currency: "USD" },
      datasets: { accounts: "a.csv", contracts: "c.csv" },
      ...(name === "own" ? {} : { definitions: { preset: name } }),
      ...fields,
    },
    "the test",
  );
  return { names: [name], churn, retention, quick_ratio, ltv };
}

const because = (
  left: Partial<Reading>,
  right: Partial<Reading>,
  sets: [RulesOfReading, RulesOfReading],
) => reasonsOf({ left: { ...still, ...left }, right: { ...still, ...right } }, sets);

const hourglass = rules("hourglass");
const chartmogul = rules("chartmogul");
const stripe = rules("stripe");

describe("why an account counts otherwise", () => {
  it("names the side that keeps who awaits renewal, whichever stands first", () => {
    const awaits = { is_awaiting: true };
    const left = { mrr: 0, kept_mrr: 0, lost: 1 };
    expect(because(awaits, left, [hourglass, chartmogul])).toEqual([
      "its last term has ended without notice: awaiting renewal by Hourglass, churn by ChartMogul",
    ]);
    expect(because(left, awaits, [chartmogul, hourglass])).toEqual([
      "its last term has ended without notice: awaiting renewal by Hourglass, churn by ChartMogul",
    ]);
  });

  it("tells a gap that only one of them bridges", () => {
    expect(because({}, { stays: 2 }, [rules("own"), chartmogul])).toEqual([
      "a gap between two terms: no churn by this site, left and came back by ChartMogul",
    ]);
  });

  it("tells a notice, and does not take a stay that it prevented for a gap", () => {
    expect(because({ stays: 2 }, { stays: 1, mrr: 0 }, [hourglass, stripe])).toEqual([
      "notice was given: counts to the end of its term by Hourglass, until the notice by Stripe",
    ]);
  });

  it("tells a stay within one month, and who is new again after it", () => {
    const profitwell = rules("profitwell");
    const counted = { new_customers: 1, gone_mrr: 20 };
    expect(because(counted, {}, [chartmogul, profitwell])).toEqual([
      "came and left within the month: both by ChartMogul, left out by ProfitWell",
    ]);
    expect(
      because({ new_customers: 1 }, { returned_customers: 1 }, [profitwell, chartmogul]),
    ).toEqual([
      "came back after a stay within one month: reactivated by ChartMogul, new by ProfitWell",
    ]);
  });

  it("takes no gap that one of them bridges for a stay within one month", () => {
    const profitwell = rules("profitwell");
    const back = { stays: 2, new_customers: 1 };
    expect(because({}, back, [hourglass, profitwell])).toEqual([
      "a gap between two terms: no churn by Hourglass, left and came back by ProfitWell",
    ]);
  });

  it("tells every rule that has a part in it", () => {
    const came = { new_customers: 1, contraction_mrr: 20, lost_mrr: 20 };
    expect(because(came, { ...came, at_risk: 2, lost_mrr: 0 }, [chartmogul, stripe])).toEqual([
      "came in the month: in the base of logo churn by Stripe, not by ChartMogul",
      "pays less than before: gross MRR churn by ChartMogul, not by Stripe",
    ]);
    const back = { returned_customers: 1, stays: 2, won_mrr: 100 };
    const baremetrics = rules("baremetrics");
    expect(because(back, { ...back, won_mrr: 0, kept_mrr: 0 }, [chartmogul, baremetrics])).toEqual([
      "came back in the month: won by ChartMogul, not by Baremetrics",
      "left and came back within the year: kept by ChartMogul, lost by Baremetrics",
    ]);
  });

  it("is never silent", () => {
    expect(because({ mrr: 90 }, {}, [hourglass, chartmogul])).toEqual([
      "its terms fall on other sides of a month end",
    ]);
  });

  it("says which headline numbers it touches", () => {
    expect(touchedBy({ left: still, right: { ...still, mrr: 0, lost: 1 } })).toEqual([
      "MRR",
      "logo churn",
    ]);
    expect(touchedBy({ left: still, right: { ...still, capped_mrr: 50, gone_mrr: 50 } })).toEqual([
      "NRR and GRR",
      "quick ratio",
    ]);
  });
});
