import { defineDataset } from "../dataset.ts";
import { day, score, text } from "../fields.ts";

export const requests = defineDataset({
  name: "requests",
  grain: "feature request",
  required: false,
  key: ["request_id"],
  lights: "no page yet; its rows are checked and counted",
  fields: {
    request_id: text("Id of the request", { identifies: "record" }),
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    raised_on: day("Day it was raised"),
    title: text("What is asked for", { isPrivate: true }).optional(),
    fit: score("Points for how it fits the product's direction", 0, 25).optional(),
    customer: score("Points for the weight of the customer", 0, 25).optional(),
    requester: score("Points for the weight of the person who asks", 0, 25).optional(),
    impact: score("Points for what it would change", 0, 25).optional(),
    status: text("Status, as the source names it").optional(),
  },
});
