import { defineDataset } from "../dataset.ts";
import { choice, count, day, decimal, text } from "../fields.ts";

export const usage = defineDataset({
  name: "usage",
  grain: "account, day and module",
  required: false,
  key: [],
  lights: "the newest day of the data",
  fields: {
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    day: day("Day of use"),
    module: text("Module that was used"),
    active_users: count("People who used it on the day").optional(),
    events: count("Actions on the day").optional(),
    minutes: decimal("Minutes of use on the day").optional(),
    platform: choice("Where it was used", ["web", "app", "api"]).optional(),
  },
});
