import { z } from "zod";
import { refuseSetting } from "./checks/catalogue.ts";
import type { CheckSetting } from "./checks/check.ts";
import { explainConfig } from "./config-errors.ts";
import { type DatasetName, datasetNames, datasets } from "./datasets/index.ts";
import { presetNames } from "./presets.ts";

const files = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe(
    "Path, glob, or list of them, relative to the configuration; a .zip stands for all tables in it, archive.zip/part*.csv for some",
  );

const reading = {
  files,
  encoding: z
    .enum(["utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"])
    .optional()
    .describe(
      "Encoding of the file. When absent: its byte order mark, else UTF-8, else what its bytes can only be, which the data page then says",
    ),
  delimiter: z
    .enum([",", ";", "\t", "|"])
    .optional()
    .describe("Sign between columns; found in the header when absent"),
  skip_lines: z.int().min(0).default(0).describe("Lines above the header that are passed over"),
  extra_header_rows: z
    .int()
    .min(0)
    .optional()
    .describe("Rows under the header that are no data either, as survey tools write them"),
};

const rawFiles = z.strictObject(reading);

const rawSource = z.union([
  z
    .string()
    .min(1)
    .transform((path) => rawFiles.parse({ files: path })),
  rawFiles,
]);

const fileSource = z.strictObject({
  ...reading,
  preset: z
    .enum(presetNames)
    .optional()
    .describe("Known export the file is; found by its header when absent and no columns are given"),
  columns: z
    .record(z.string(), z.string())
    .default({})
    .describe("Column of ours: header of the file, where they differ"),
  values: z
    .record(z.string(), z.record(z.string(), z.string()))
    .default({})
    .describe('Column of ours: {value of the file: value of ours}; "" stands for blank'),
  constants: z
    .record(z.string(), z.string())
    .default({})
    .describe("Column of ours: the same value for every row"),
  date_format: z
    .string()
    .optional()
    .describe(
      "Format of the days, such as DD/MM/YYYY, M/D/YY, DD MMM YYYY (English months), or excel for day serials of the 1900 system",
    ),
  decimal: z.enum([".", ","]).default(".").describe("Decimal sign of the numbers"),
  thousands: z
    .enum([",", ".", " ", "'"])
    .optional()
    .describe("Sign between thousands, when the numbers carry one"),
  strip: z
    .array(z.string().min(1))
    .default([])
    .describe(
      'Signs taken off numbers, such as "$" or "€"; with "%" a percent is a share: 105% is 1.05',
    ),
  scale: z
    .record(z.string(), z.number().min(0.000001).max(1_000_000))
    .default({})
    .describe("Column of ours: factor of its numbers, such as 0.01 for cents"),
  leave_out: z
    .record(z.string(), z.array(z.string()))
    .default({})
    .describe("Header of the file: values whose rows are no data of ours, such as trials; counted"),
  footer: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Words in the lines under the rows that a report ends with; those lines are left out",
    ),
});

const sqlSource = z.strictObject({
  sql: z
    .string()
    .min(1)
    .transform((statement) => statement.replace(/;\s*$/, ""))
    .describe("A select over the raw files; its columns are the dataset's"),
});

const source = z.union([
  z
    .string()
    .min(1)
    .transform((path) => fileSource.parse({ files: path })),
  fileSource,
  sqlSource,
]);

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

const isoDay = z.iso.date();
const share = z.number().min(0).max(1);

const datasetSources = z.strictObject(
  Object.fromEntries(
    datasetNames.map((name) => [name, datasets[name].required ? source : source.optional()]),
  ) as Record<"accounts" | "contracts", typeof source> &
    Record<Exclude<DatasetName, "accounts" | "contracts">, z.ZodOptional<typeof source>>,
);

const checks = z
  .record(z.string(), z.enum(["error", "warning", "off"] satisfies CheckSetting[]))
  .check((context) => {
    for (const [id, setting] of Object.entries(context.value)) {
      const refusal = refuseSetting(id, setting);
      if (refusal) context.issues.push({ code: "custom", path: [id], message: refusal, input: id });
    }
  })
  .default({})
  .describe('Check: "error", "warning" or "off", where it is not to be as the catalogue has it');

/** Every field of data/dashboard.config.ts; all but the company's name and currency have a default. */
export const configSchema = z.strictObject({
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
  datasets: datasetSources.describe(
    "Where each dataset comes from; accounts and contracts at least",
  ),
  raw: z
    .record(z.string().regex(/^[a-z][a-z0-9_]*$/), rawSource)
    .default({})
    .describe("Raw files by table name, every column as text, for datasets made by sql"),
  as_of: z
    .union([z.literal("latest"), isoDay])
    .default("latest")
    .describe("Day up to which the data is complete; latest = newest observed day"),
  data_from: isoDay
    .optional()
    .describe("Day from which the data is complete; customers live before it enter survival late"),
  on_error: z
    .enum(["fail", "quarantine"])
    .default("fail")
    .describe("What rows that break the contract do: stop the build, or be set aside"),
  max_bad_share: share
    .default(0.01)
    .describe(
      "With quarantine: share of a dataset's rows above which the build stops all the same",
    ),
  checks,
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
      grey_below: z.int().min(0).default(10).describe("Grey where fewer customers are at risk"),
      stop_below: z.int().min(1).default(5).describe("Curve stops under this many at risk"),
    })
    .prefault({}),
  segments: z
    .strictObject({
      main: z
        .enum(["tier", "industry", "region", "fit", "channel", "plan"])
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
        .regex(/^\/([\w.~-]+\/)*$/, "a path that starts and ends with / such as /metrics/")
        .default("/")
        .describe("Path under which the site is served"),
    })
    .prefault({}),
});

export type DashboardInput = z.input<typeof configSchema>;
export type Dashboard = z.output<typeof configSchema>;
export type FileSource = z.output<typeof fileSource>;
export type RawSource = z.output<typeof rawSource>;

/** Types and completes a configuration as it is written; the build checks it again with zod. */
export function defineDashboard(dashboard: DashboardInput): DashboardInput {
  return dashboard;
}

/** @throws an Error that lists every field that is wrong, with its value and remedy. */
export function parseDashboard(value: unknown, where: string): Dashboard {
  const result = configSchema.safeParse(value);
  if (result.success) return result.data;
  const wrong = explainConfig(configSchema, value, result.error.issues);
  throw new Error(`${where} is not a dashboard configuration:\n${wrong}`);
}
