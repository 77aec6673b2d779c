import { defineDataset } from "../dataset.ts";
import { day, flag, money, text } from "../fields.ts";

export const opportunities = defineDataset({
  name: "opportunities",
  grain: "deal",
  required: false,
  key: ["opportunity_id"],
  lights: "no page yet; its rows are checked and counted",
  fields: {
    opportunity_id: text("Id of the deal", { identifies: "record" }),
    account_id: text("Id of the customer, as in accounts; blank for a prospect", {
      identifies: "account",
    }).optional(),
    created_on: day("Day the deal was entered"),
    stage: text("Stage, as the source names it"),
    closed_on: day("Day it was won or lost, or is expected to be").optional(),
    won: flag("true where it was won; false or blank where lost or still open").optional(),
    amount: money("Amount in the company's currency").optional(),
    source: text("Where the deal came from").optional(),
  },
});
