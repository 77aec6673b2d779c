import { defineDataset } from "../dataset.ts";
import { choice, day, text } from "../fields.ts";

export const accounts = defineDataset({
  name: "accounts",
  grain: "customer",
  required: true,
  key: ["account_id"],
  lights: "every page",
  fields: {
    account_id: text("Id of the customer; text, leading zeros stay", { identifies: "account" }),
    name: text("Name of the customer", { isPrivate: true, identifies: "account_name" }),
    tier: choice("Importance of the customer", ["strategic", "enterprise", "small"]).optional(),
    industry: text("Industry of the customer").optional(),
    region: text("Region of the customer").optional(),
    fit: choice("Whether the customer fits the target profile", [
      "target",
      "exploratory",
    ]).optional(),
    channel: text("Channel that won the customer").optional(),
    plan: text("Plan the customer is on").optional(),
    owner: text("Customer-success manager in charge", {
      isPrivate: true,
      identifies: "manager",
    }).optional(),
    stage: text("Stage of the life cycle, as the source names it").optional(),
    first_contact_on: day("Day of the first contact").optional(),
    referred_by: text("account_id of the customer who referred this one", {
      identifies: "account",
    }).optional(),
  },
});
