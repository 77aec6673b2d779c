import { z } from "zod";
import { type DatasetName, datasetNames, datasets } from "../datasets/index.ts";
import { presetNames } from "../presets.ts";

const files = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)], "a path or a list of paths")
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
    .describe(
      "Sign between columns; found in the header, or in a line such as sep=; above it, when absent",
    ),
  escape: z
    .literal("\\")
    .optional()
    .describe(
      'Sign before a quote, delimiter or line break that is text: "\\\\", as databases write; when absent, quotes within a cell are doubled',
    ),
  skip_lines: z.int().min(0).default(0).describe("Lines above the header that are passed over"),
  extra_header_rows: z
    .int()
    .min(0)
    .optional()
    .describe("Rows under the header that are no data either, as survey tools write them"),
  fill_down: z
    .array(z.string().min(1))
    .optional()
    .describe(
      "Headers of the file whose blank cells repeat the cell above, as merged cells and grouped reports have them",
    ),
};

const rawFiles = z.strictObject(reading);

export const rawSource = z.union(
  [files.transform((paths) => rawFiles.parse({ files: paths })), rawFiles],
  'a path, a list of paths, or { files: "..." }',
);

export const fileSource = z.strictObject({
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
      "Format of the days, such as DD/MM/YYYY, M/D/YY, ddd, DD MMM YYYY (weekday; English months), excel for day serials of the 1900 system, or unix for seconds or milliseconds since 1970 (UTC)",
    ),
  date_formats: z
    .record(z.string(), z.string())
    .default({})
    .describe("Column of ours: format of its days, where it differs from date_format"),
  decimal: z
    .enum([".", ","])
    .optional()
    .describe(
      "Decimal sign of the numbers; a point when absent, and a file whose amounts all read both ways, such as 1.234, is refused",
    ),
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
      "Whole words in the lines under the rows that a report ends with; those lines are left out",
    ),
});

const sqlSource = z.strictObject({
  sql: z
    .string()
    .min(1)
    .transform((statement) => statement.replace(/;\s*$/, ""))
    .describe("A select over the raw files; its columns are the dataset's"),
});

const source = z.union(
  [files.transform((paths) => fileSource.parse({ files: paths })), fileSource, sqlSource],
  'a path, a list of paths, { files: "..." } or { sql: "..." }',
);

/** Where each dataset comes from; those that are required have to be there. */
export const datasetSources = z.strictObject(
  Object.fromEntries(
    datasetNames.map((name) => [name, datasets[name].required ? source : source.optional()]),
  ) as Record<"accounts" | "contracts", typeof source> &
    Record<Exclude<DatasetName, "accounts" | "contracts">, z.ZodOptional<typeof source>>,
);
