import { z } from "zod";
import { refuseSetting } from "../checks/catalogue.ts";
import type { CheckSetting } from "../checks/check.ts";
import { share } from "./share.ts";

const isoDay = z.iso.date("a day as YYYY-MM-DD");

const setting = z.enum(["error", "warning", "off"] satisfies CheckSetting[]);
const isSetting = (value: unknown) => setting.safeParse(value).success;

const checks = z
  .record(z.string(), setting)
  .superRefine(
    (settings, context) => {
      for (const [id, setting] of Object.entries(settings)) {
        const refusal = isSetting(setting) ? refuseSetting(id, setting) : undefined;
        if (refusal) context.addIssue({ code: "custom", path: [id], message: refusal, input: id });
      }
    },
    // Beside a setting that is none, too: all that is wrong is told at once.
    { when: () => true },
  )
  .default({})
  .describe('Check: "error", "warning" or "off", where it is not to be as the catalogue has it');

/** Which days the data covers, and what becomes of rows that are wrong. */
export const trustFields = {
  as_of: z
    .union([z.literal("latest"), z.iso.date('"latest" or a day as YYYY-MM-DD')])
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
