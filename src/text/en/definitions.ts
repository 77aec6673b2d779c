import { plural } from "./site.ts";

/** Whose rules; the company's own first. */
const owners = {
  own: "This site",
  hourglass: "Hourglass",
  chartmogul: "ChartMogul",
  stripe: "Stripe",
  profitwell: "ProfitWell",
  baremetrics: "Baremetrics",
} as const;

/** A sentence for each rule in force, beside the figures that follow it. */
const rules = {
  grace: (days: number) =>
    days === 0
      ? "Any gap between two terms is churn."
      : `Gaps of up to ${days} ${plural(days, "day")} are no churn.`,
  dated: {
    term_end: "Churn is dated on the day after the last term, not at the notice.",
    cancellation: "Churn is dated on the day of the notice, not at the end of the term.",
  },
  sameMonth: {
    counts: "Who comes and leaves within a month counts as both.",
    ignored: "Who comes and leaves within a month is left out; who comes back from that is new.",
  },
  denominator: {
    opening: "Logo churn is a share of the customers at the start of the month.",
    opening_and_new:
      "Logo churn is a share of the customers at the start of the month and all who came in it.",
  },
  contraction: {
    counts: "Gross MRR churn counts what customers who stay pay less.",
    ignored: "Gross MRR churn leaves out what customers who stay pay less.",
  },
  retention: {
    kept: "Customers who left and came back within the year count as kept.",
    lost: "Customers who left and came back within the year count as lost.",
  },
  quickRatio: {
    counts: "The quick ratio counts MRR that came back as won.",
    ignored: "The quick ratio leaves out MRR that came back.",
  },
  ltv: {
    survival: "Lifetime value is ARPA x margin x the area under the survival curve.",
    trailing_churn:
      "Lifetime value is ARPA / mean logo churn of the six months before, without margin.",
    churn: "Lifetime value is ARPA / logo churn of the month, without margin.",
  },
  cash: {
    revenue: "A customer's cash counts its MRR month by month.",
    cash: "A customer's cash counts its payments when they are billed.",
  },
  lag: (months: number) =>
    `Costs are held against the customers won ${months} ${plural(months, "month")} later.`,
  margin: "The gross margin is the configured figure, not measured.",
  scale: "The question was asked on a scale from 1 to 10; the cut points are the same.",
  named: (preset: keyof typeof owners) =>
    `Rules of ${owners[preset]}, where none is set otherwise.`,
} as const;

export const definitions = {
  name: "Definitions",
  owners,
  agreeing: (own: string, presets: readonly string[]) => `${own}: ${presets.join(", ")}`,
  /** The company's own rules inside a sentence. */
  own: "this site",
  rules,
  lead: (month: string) =>
    `The headline numbers of ${month}, the newest complete month, by the rules of four vendors beside Hourglass's and those of this configuration. Same data, same SQL; only the rules differ.`,
  incomplete: "No month is complete yet, so there is nothing to compare",
  incompleteRemedy: "Build again once the data covers a whole month, or check as_of.",
  finding: (metric: string, lowest: string, highest: string) =>
    `${metric} reads ${lowest} or ${highest}, depending on whose rules`,
  findingSame: "By any of the rules the headline numbers read the same",
  metrics: {
    mrr: "MRR",
    arr: "ARR",
    customers: "Customers",
    logo_churn: "Logo churn, month",
    gross_mrr_churn: "Gross MRR churn, month",
    nrr: "NRR",
    grr: "GRR",
    quick_ratio: "Quick ratio",
    ltv: "LTV, expected",
    ltv_cac: "LTV:CAC",
  },
  short: {
    mrr: "MRR",
    retention: "NRR and GRR",
    logo_churn: "logo churn",
    gross_mrr_churn: "gross MRR churn",
    quick_ratio: "quick ratio",
  },
  headlines: {
    made: "Each set of rules is a row of settings of its own; the SQL below, and all that it reads, runs once for each of them.",
    measure: "Headline numbers by each set of rules",
    finding: (differing: number, all: number) =>
      differing === 0
        ? "No headline number depends on the rule"
        : `${differing} of ${all} headline numbers depend on the rule`,
    facts: (month: string, asOf: string) => `${month}. As of ${asOf}.`,
    caveat:
      "CAC counts new customers by the same rules. Without churn ARPA / churn has no value and is not known.",
    metric: "Metric",
    unknown: "not known",
  },
  choices: {
    measure: "The rules that differ, and what no switch can imitate",
    finding: "What each of them chose",
    facts:
      "From the vendors' help pages. Where a vendor gives no rule Hourglass's stands. Name one with definitions: { preset } in the configuration; a switch set there wins.",
    rule: "Rule",
    labels: {
      grace: "Gap that is no churn",
      dated: "Churn is dated",
      sameMonth: "Sign-up and churn in one month",
      denominator: "Logo churn is a share of",
      contraction: "Gross MRR churn",
      retention: "Came back within the year (NRR, GRR)",
      quickRatio: "Quick ratio, won",
      ltv: "Lifetime value",
    },
    grace: (days: number) => (days === 0 ? "none" : `${days} ${plural(days, "day")}`),
    dated: { term_end: "day after the last term", cancellation: "at the notice" },
    sameMonth: { counts: "counts as both", ignored: "ignored" },
    denominator: { opening: "opening customers", opening_and_new: "opening + all who came" },
    contraction: { counts: "churn + contraction", ignored: "churn alone" },
    retention: { kept: "kept", lost: "lost" },
    quickRatio: { counts: "new, expansion, reactivation", ignored: "new, expansion" },
    ltv: {
      survival: "ARPA x margin x survival",
      trailing_churn: "ARPA / churn of 6 months",
      churn: "ARPA / churn",
    },
    cannot: {
      chartmogul: [
        "discounts reduce its MRR; here they do so only as lines of their own",
        "it lets each account choose when churn is dated; here it is the end of the service",
      ],
      stripe: [
        "it looks at the last 30 days; here it is the calendar month",
        "only permanent discounts reduce its MRR; here every discount that is a line of its own does",
        "it gives no rule for NRR, quick ratio and lifetime value that is known here",
      ],
      profitwell: [
        "it smooths lifetime value over past months",
        "all discounts reduce its MRR; here they do so only as lines of their own",
        "it gives no rule for NRR and the quick ratio that is known here",
      ],
      baremetrics: ["discounts reduce its MRR; here they do so only as lines of their own"],
    },
    cannotBe: (vendor: string, points: readonly string[]) =>
      `Not imitated of ${vendor}: ${points.join("; ")}.`,
  },
  pairs: {
    measure: "Accounts that make the difference, for any two",
    finding: (most: number, one: string, other: string) =>
      most === 0
        ? "No account counts otherwise by any two of the rules"
        : `${one} and ${other} disagree most: ${most} ${plural(most, "account")} ${plural(most, "counts", "count")} otherwise`,
    /** By how the site publishes accounts. */
    facts: {
      pseudonymous:
        "Accounts by code, the largest differences of MRR first. An account is here where it counts otherwise in at least one headline number.",
      named:
        "Accounts by id, the largest differences of MRR first. An account is here where it counts otherwise in at least one headline number.",
      none: "How many accounts count otherwise in at least one headline number. This site does not publish which they are.",
    },
    caveat:
      "Lifetime value has no accounts of its own: it follows from ARPA, churn or survival, and its formula.",
    pair: (one: string, other: string) => `${one} and ${other}`,
    count: (count: string, number: number) =>
      number === 0 ? "no account differs" : `${count} ${plural(number, "account")}`,
    formula: (one: string, other: string) => `Lifetime value: ${one} against ${other}.`,
    table: (one: string, other: string, shown: number, all: string, count: number) =>
      shown < count
        ? `The ${shown} largest of ${all} accounts that ${one} and ${other} count otherwise`
        : `Accounts that ${one} and ${other} count otherwise`,
    shown: (shown: number, all: string) => `The ${shown} largest of ${all}.`,
    account: "Account",
    mrr: (owner: string) => `MRR, ${owner}`,
    touches: "Reads otherwise",
    why: "Why",
  },
  why: {
    awaiting: (keeps: string, ends: string) =>
      `its last term has ended without notice: awaiting renewal by ${keeps}, churn by ${ends}`,
    gap: (bridges: string, ends: string) =>
      `a gap between two terms: no churn by ${bridges}, left and came back by ${ends}`,
    notice: (waits: string, ends: string) =>
      `notice was given: counts to the end of its term by ${waits}, until the notice by ${ends}`,
    brief: (counts: string, ignores: string) =>
      `came and left within the month: both by ${counts}, left out by ${ignores}`,
    again: (counts: string, ignores: string) =>
      `came back after a stay within one month: reactivated by ${counts}, new by ${ignores}`,
    newcomer: (counts: string, leaves: string) =>
      `came in the month: in the base of logo churn by ${counts}, not by ${leaves}`,
    contraction: (counts: string, leaves: string) =>
      `pays less than before: gross MRR churn by ${counts}, not by ${leaves}`,
    returned: (counts: string, leaves: string) =>
      `came back in the month: won by ${counts}, not by ${leaves}`,
    away: (keeps: string, loses: string) =>
      `left and came back within the year: kept by ${keeps}, lost by ${loses}`,
    other: "its terms fall on other sides of a month end",
  },
} as const;
