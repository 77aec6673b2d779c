import { defineDataset, type Row } from "../dataset.ts";
import { flagOrCount, text } from "../fields.ts";
import { timestamp } from "../timestamp.ts";

function isAfterOpening(column: string): (row: Row) => boolean {
  return (row) => row[column] === undefined || row[column] >= (row.opened_at ?? "");
}

const remedy = "correct the time in the source, or leave the cell blank";

export const tickets = defineDataset({
  name: "tickets",
  grain: "ticket",
  required: false,
  key: ["ticket_id"],
  lights: "the newest day of the data, and no page yet",
  fields: {
    ticket_id: text("Id of the ticket", { identifies: "record" }),
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    opened_at: timestamp("When the ticket was opened"),
    first_response_at: timestamp("When the first answer was given").optional(),
    solved_at: timestamp("When support called it solved; blank = open").optional(),
    confirmed_at: timestamp("When the customer confirmed it").optional(),
    priority: text("Priority, as the source names it").optional(),
    type: text("Type, as the source names it").optional(),
    channel: text("Channel the ticket came by").optional(),
    reopened: flagOrCount("Whether it was opened again, or how often").optional(),
  },
  rules: [
    {
      check: "ticket_answered_before_opened",
      column: "first_response_at",
      holds: isAfterOpening("first_response_at"),
      expected: "a time at or after opened_at",
      reason: "a negative time would make support look faster than it is",
      remedy,
    },
    {
      check: "ticket_solved_before_opened",
      column: "solved_at",
      holds: isAfterOpening("solved_at"),
      expected: "a time at or after opened_at",
      reason: "a negative time would make support look faster than it is",
      remedy,
    },
  ],
});
