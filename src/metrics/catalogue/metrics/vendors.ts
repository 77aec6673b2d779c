import type { VendorRule } from "../../metric.ts";

/** Where the help pages of other tools define a rule otherwise, by rule. */
export const vendorRules = {
  discounts: [
    { vendor: "ChartMogul", rule: "Discounts reduce MRR; here the amount counts as contracted." },
    { vendor: "Stripe", rule: "Only permanent discounts reduce MRR." },
    { vendor: "ProfitWell", rule: "All discounts reduce MRR." },
    { vendor: "Baremetrics", rule: "Discounts reduce MRR." },
  ],
  gap: [
    { vendor: "ChartMogul", rule: "No grace: a gap of any length is churn." },
    { vendor: "Stripe", rule: "No grace: a gap of any length is churn." },
    { vendor: "ProfitWell", rule: "No grace: whoever returns after any gap is reactivated." },
    { vendor: "Baremetrics", rule: "No grace: a gap of any length is churn." },
  ],
  churnDay: [
    {
      vendor: "ChartMogul",
      rule: "Churn is dated at the end of the service period, by a setting.",
    },
    { vendor: "Stripe", rule: "Churn is dated at the cancellation of the subscription." },
    { vendor: "ProfitWell", rule: "Churn is dated at the end of the billing cycle." },
    { vendor: "Baremetrics", rule: "Churn is dated at the end of the period." },
  ],
  sameMonth: [
    { vendor: "ProfitWell", rule: "Who signs up and leaves within one month is ignored." },
  ],
  logoDenominator: [
    {
      vendor: "Stripe",
      rule: "The denominator is the opening customers plus those new in the 30 days.",
    },
  ],
  grossMrrChurn: [
    { vendor: "Stripe", rule: "Churned subscribers only; downgrades are told apart." },
  ],
  nrrOffsets: [
    { vendor: "Baremetrics", rule: "Only expansion offsets churn; reactivation does not." },
  ],
  quickRatio: [
    { vendor: "Baremetrics", rule: "The numerator is new and expansion, without reactivation." },
  ],
  lifetimeValue: [
    { vendor: "ChartMogul", rule: "ARPA / churn of the trailing 6 months, without margin." },
    { vendor: "ProfitWell", rule: "ARPU / churn, smoothed." },
    { vendor: "Baremetrics", rule: "ARPU / churn." },
  ],
} as const satisfies Record<string, readonly VendorRule[]>;

/** Rules that are defined nowhere but here. */
export const houseRule = "House rule.";

/** Public texts that a reader can find, with what a formula takes from them. */
export const sources = {
  skok: (what: string) =>
    `Skok, SaaS Metrics 2.0: A Guide to Measuring and Improving What Matters (forentrepreneurs.com): ${what}.`,
  a16z: (what: string) =>
    `Jordan, Hariharan, Chen and Kasireddy (2015), 16 Startup Metrics (a16z.com): ${what}.`,
  murray: (what: string) => `Murray, How to Calculate Your Renewal Rate (thesaascfo.com): ${what}.`,
  chartmogul: (what: string) => `ChartMogul Help Center, Customer Churn Rate: ${what}.`,
  koch: (what: string) => `Koch (1997), The 80/20 Principle: ${what}.`,
} as const;
