import { defineDataset, type Row } from "../dataset.ts";
import { day, decimal, text } from "../fields.ts";

function isLiveAfterKickOff(row: Row): boolean {
  return row.live_on === undefined || row.live_on >= (row.kicked_off_on ?? "");
}

export const projects = defineDataset({
  name: "projects",
  grain: "implementation",
  required: false,
  key: [],
  lights: "no page yet; its rows are checked and counted",
  fields: {
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    kicked_off_on: day("Day the implementation began"),
    due_on: day("Day it was promised to be live").optional(),
    live_on: day("Day it went live; blank = not yet").optional(),
    budget_days: decimal("Days of work planned").optional(),
    actual_days: decimal("Days of work spent").optional(),
    acceptance: text("How the customer accepted it, as the source names it").optional(),
  },
  rules: [
    {
      check: "project_live_before_kick_off",
      column: "live_on",
      holds: isLiveAfterKickOff,
      expected: "a day on or after kicked_off_on",
      reason: "a negative time to go-live would make launches look faster than they are",
      remedy: "correct the day in the source and export again",
    },
  ],
});
