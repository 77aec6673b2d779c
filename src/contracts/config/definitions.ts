import { z } from "zod";
import { share } from "./share.ts";

/** Switches of the metrics' definitions. */
export const definitionFields = {
  churn: z
    .strictObject({
      grace_days: z
        .int()
        .min(0)
        .default(30)
        .describe("Days between two contracts that are no churn"),
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
