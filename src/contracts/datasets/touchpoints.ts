import { defineDataset } from "../dataset.ts";
import { choice, day, flag, text } from "../fields.ts";

export const touchpoints = defineDataset({
  name: "touchpoints",
  grain: "meeting",
  required: false,
  key: [],
  lights: "the newest day of the data, and no page yet",
  fields: {
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    on: day("Day of the meeting; meetings that are only planned do not belong here"),
    kind: choice("What the meeting was", ["call", "visit", "review", "training", "executive"]),
    attended: flag("Whether the customer came").optional(),
    contact_role: text("Role of the person met, such as decision maker or champion").optional(),
  },
});
