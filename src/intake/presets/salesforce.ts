import type { Preset } from "./preset.ts";

/** Reports end with their name, this notice, a warning, who made them, and the company. */
const footer = "Copyright (c)";

/**
 * Sure: reports of several currencies put `<X> Currency` before each amount, so that a plain Amount
 * may be of any of them; `Amount (converted)` is of one. Likely: the labels, which are Salesforce's
 * English defaults; every company can rename them. Days are in the locale of the person who ran the
 * report: no format is assumed.
 */
export const salesforceOpportunities: Preset = {
  title: "Salesforce opportunity report",
  dataset: "opportunities",
  certainty: "likely",
  caveat:
    "Labels are Salesforce's own in English. In a report of several currencies only Amount (converted) is read. Days follow the locale of who ran it: declare date_format.",
  signature: [["Opportunity ID"], ["Stage"], ["Close Date"]],
  columns: {
    opportunity_id: ["Opportunity ID"],
    account_id: ["Account ID"],
    created_on: ["Created Date"],
    stage: ["Stage"],
    closed_on: ["Close Date"],
    won: ["Won"],
    amount: ["Amount (converted)", { name: "Amount", unless: "Amount Currency" }],
    source: ["Lead Source"],
  },
  footer,
};

/**
 * Likely: as above. Reports of deals, cases and contacts name the account of each row too.
 */
export const salesforceAccounts: Preset = {
  title: "Salesforce account report",
  dataset: "accounts",
  certainty: "likely",
  caveat:
    "Labels are Salesforce's own in English. Ids of 15 letters differ by case from each other.",
  signature: [
    [{ name: "Account ID", unless: "Opportunity ID" }],
    [{ name: "Account ID", unless: "Case Number" }],
    [{ name: "Account ID", unless: "Contact ID" }],
    ["Account Name"],
    ["Account Owner", "Billing Country", "Type"],
  ],
  columns: {
    account_id: ["Account ID"],
    name: ["Account Name"],
    industry: ["Industry"],
    region: ["Billing Country", "Billing State/Province"],
    channel: ["Account Source"],
    owner: ["Account Owner"],
    first_contact_on: ["Created Date"],
  },
  footer,
};
