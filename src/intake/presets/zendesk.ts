import type { Preset } from "./preset.ts";

/**
 * Sure: the names, which stand in many public programs and in Zendesk's own table of the export.
 * Unsure: that `Organization` is the account's id; it is the organization's name, and the external
 * id is that of the person who asked.
 */
export const zendeskTickets: Preset = {
  title: "Zendesk tickets",
  dataset: "tickets",
  certainty: "sure",
  caveat:
    "The customer is the Organization, by its name: map account_id where accounts have other ids. First responses come as minutes, not as a time, and are not read. Tickets of no organization are left out. Times are in the time zone of the Zendesk account.",
  signature: [["Id"], ["Created at"], ["Organization"], ["Requester id", "Via", "Group stations"]],
  columns: {
    ticket_id: ["Id"],
    account_id: ["Organization"],
    opened_at: ["Created at"],
    solved_at: ["Solved at"],
    priority: ["Priority"],
    type: ["Ticket type"],
    channel: ["Via"],
    reopened: ["Reopens"],
  },
  leave_out: { Organization: ["-"] },
  values: { priority: { "-": "" }, type: { "-": "" }, solved_at: { "-": "" } },
};
