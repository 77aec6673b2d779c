import { defineDataset } from "../dataset.ts";
import { currency, decimal, month } from "../fields.ts";

export const fx = defineDataset({
  name: "fx",
  grain: "month and currency",
  required: false,
  key: ["month", "currency"],
  lights: "contracts in other currencies",
  fields: {
    month: month("Month of the rate"),
    currency: currency("Currency that is converted"),
    rate: decimal("Units of the company's currency for one of this", 8),
  },
});
