import { z } from "zod";

/** What happened, on a day. */
const event = z.strictObject({
  on: z.iso.date("a day as YYYY-MM-DD").describe("The day on which it happened"),
  label: z.string().trim().min(1).max(40).describe("What happened"),
  kind: z
    .enum(["price", "launch", "outage", "team", "market"])
    .optional()
    .describe("What it was of, where it is one of these"),
});

/** What happened to the company, for the charts over time. */
export const eventFields = {
  events: z
    .array(event)
    .default([])
    .describe(
      'What happened, marked on every chart over time, as a list of { on, label, kind }, such as { on: "2025-06-01", label: "Price change", kind: "price" }: a day, at most 40 characters, and, where it is one, price, launch, outage, team or market. Published with the pages',
    ),
};
