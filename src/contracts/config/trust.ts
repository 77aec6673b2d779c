import { z } from "zod";
import { refuseSetting } from "../checks/catalogue.ts";
import type { CheckSetting } from "../checks/check.ts";
import { share } from "./share.ts";

const isoDay = z.iso.date();

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

/** Which days the data covers, and what becomes of rows that are wrong. */
export const trustFields = {
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
};
