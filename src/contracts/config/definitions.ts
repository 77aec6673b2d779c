import { z } from "zod";
import { rulesets } from "./rulesets.ts";
import { share } from "./share.ts";
import { commentThemes } from "./themes.ts";

/** Switches of the metrics' definitions. */
export const definitionFields = {
  definitions: z
    .strictObject({
      preset: z
        .enum(rulesets)
        .default("hourglass")
        .describe(
          "Whose rules the metrics follow: the default of every switch that sets a rule; a switch given here wins",
        ),
    })
    .prefault({}),
  churn: z
    .strictObject({
      grace_days: z
        .int()
        .min(0)
        .default(30)
        .describe("Days between two contracts that are no churn"),
      dated: z
        .enum(["term_end", "cancellation"])
        .default("term_end")
        .describe(
          "When a contract line with notice stops counting: the day after its last one, or the day of the notice",
        ),
      same_month: z
        .enum(["counts", "ignored"])
        .default("counts")
        .describe(
          "Whether sign-up and churn within one calendar month count as both, or not at all",
        ),
      denominator: z
        .enum(["opening", "opening_and_new"])
        .default("opening")
        .describe(
          "Whom logo churn is a share of: the customers at the start of the month, or those and all who came in it; who came and left in it then counts as left",
        ),
      contraction: z
        .enum(["counts", "ignored"])
        .default("counts")
        .describe("Whether gross MRR churn counts what customers who stay pay less"),
    })
    .prefault({}),
  retention: z
    .strictObject({
      reactivation: z
        .enum(["kept", "lost"])
        .default("kept")
        .describe(
          "Whether a customer who left and came back within the 12 months counts as kept in NRR, GRR and annual churn",
        ),
    })
    .prefault({}),
  quick_ratio: z
    .strictObject({
      reactivation: z
        .enum(["counts", "ignored"])
        .default("counts")
        .describe("Whether MRR that came back counts as won in the quick ratio"),
    })
    .prefault({}),
  cash: z
    .strictObject({
      basis: z
        .enum(["revenue", "cash"])
        .default("revenue")
        .describe(
          "What a customer's measured cash curve counts: its MRR month by month, or its payments when they are billed",
        ),
    })
    .prefault({}),
  contracts: z
    .strictObject({
      end_is: z
        .enum(["inclusive", "exclusive"])
        .default("inclusive")
        .describe("Whether ends_on is the last day of service or the day after it"),
    })
    .prefault({}),
  cac: z
    .strictObject({
      lag_months: z
        .int()
        .min(0)
        .max(24)
        .default(0)
        .describe("Months between the spending and the customers it wins"),
    })
    .prefault({}),
  margin: z
    .strictObject({
      gross: share
        .optional()
        .describe("Gross margin; 1 - service cost / recurring revenue when absent"),
    })
    .prefault({}),
  ltv: z
    .strictObject({
      formula: z
        .enum(["survival", "trailing_churn", "churn"])
        .default("survival")
        .describe(
          "Expected lifetime value: ARPA x margin x area under the survival curve; ARPA / mean logo churn of the 6 months before; ARPA / logo churn of the month. The last two are without margin",
        ),
      horizon_months: z
        .int()
        .min(1)
        .default(60)
        .describe("Months over which the expected lifetime value is counted"),
      threshold: z.number().positive().default(3).describe("LTV:CAC that counts as healthy"),
    })
    .prefault({}),
  nps: z
    .strictObject({
      scale: z.enum(["0-10", "1-10"]).default("0-10").describe("Scale of the NPS question"),
      eligible_days: z
        .int()
        .min(0)
        .default(90)
        .describe("Days an account must have been a customer for its answer to count"),
      themes: commentThemes,
    })
    .prefault({}),
  survival: z
    .strictObject({
      unit: z
        .enum(["month", "day"])
        .default("month")
        .describe(
          "Age by which segments are compared; day = also churn curves and medians by day, beside those by month",
        ),
      grey_below: z.int().min(0).default(10).describe("Grey where fewer customers are at risk"),
      stop_below: z.int().min(1).default(5).describe("Curve stops under this many at risk"),
    })
    .prefault({}),
};
