import { z } from "zod";
import { sitePath } from "../../shared/site-path.ts";

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** Who the company is. */
export const companyFields = {
  company: z.strictObject({
    name: z.string().min(1).describe("Name of the company, as the pages print it"),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, "three capital letters")
      .describe("Currency of the site, as three letters such as USD"),
    locale: z
      .string()
      .refine(isLocale, "a language and region such as en-GB, de-DE or zh-CN")
      .default("en-US")
      .describe("Locale of numbers and dates, such as en-GB"),
  }),
};

/** What the pages show first, and where they are served. */
export const pageFields = {
  segments: z
    .strictObject({
      main: z
        .enum(["tier", "industry", "region", "fit", "channel", "plan", "owner"])
        .default("tier")
        .describe("Segment that the pages compare first"),
    })
    .prefault({}),
  north_star: z
    .strictObject({
      metric: z
        .enum(["nrr", "grr", "arr", "churn", "nps", "ltv_cac"])
        .default("nrr")
        .describe("The one number on top of the overview"),
      target: z.number().optional().describe("Its target where the goals dataset has none"),
    })
    .prefault({}),
  benchmarks: z
    .boolean()
    .default(true)
    .describe("Whether the pages show published benchmarks of other companies beside the metrics"),
  site: z
    .strictObject({
      note: z
        .string()
        .min(1)
        .optional()
        .describe(
          "A sentence that every page prints under its title, such as a caveat of the source",
        ),
      base: z
        .string()
        .regex(sitePath.pattern, sitePath.expected)
        .default("/")
        .describe("Path under which the site is served"),
    })
    .prefault({}),
};
