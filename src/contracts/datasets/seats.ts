import { defineDataset } from "../dataset.ts";
import { count, month, text } from "../fields.ts";

export const seats = defineDataset({
  name: "seats",
  grain: "account and month",
  required: false,
  key: ["account_id", "month"],
  lights: "the check of bought against used seats",
  fields: {
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    month: month("Month of the stock"),
    purchased: count("Seats paid for"),
    activated: count("Seats whose person has logged in").optional(),
  },
});
