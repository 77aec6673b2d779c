import type { Preset } from "./preset.ts";

/** Seen in public code: Record ID, Deal Stage, Amount, Close Date, Create Date, Associated Company IDs. */
export const hubspotDeals: Preset = {
  title: "HubSpot deals",
  dataset: "opportunities",
  certainty: "likely",
  caveat:
    "A deal with several companies names several ids; only a primary company is matched. Amounts of several currencies are read only from Amount in company currency.",
  signature: [["Record ID", "Deal ID"], ["Deal Stage"], ["Create Date"]],
  columns: {
    opportunity_id: ["Record ID", "Deal ID"],
    account_id: [
      "Associated Company IDs (Primary)",
      "Associated Company ID (Primary)",
      "Primary Associated Company ID",
      "Associated Company ID",
      "Associated Company IDs",
    ],
    created_on: ["Create Date"],
    stage: ["Deal Stage"],
    closed_on: ["Close Date"],
    won: ["Is Closed Won"],
    amount: ["Amount in company currency", { name: "Amount", unless: "Currency" }],
    source: ["Original Traffic Source", "Original Source Type", "Original Source"],
  },
};

/** Seen in public code: Record ID, Company name, Country/Region. Likely: the others. */
export const hubspotCompanies: Preset = {
  title: "HubSpot companies",
  dataset: "accounts",
  certainty: "likely",
  caveat: "Every company of the export is an account, customers or not; tier is not in it.",
  signature: [["Record ID", "Company ID"], ["Company name"], ["Create Date", "Company owner"]],
  columns: {
    account_id: ["Record ID", "Company ID"],
    name: ["Company name"],
    industry: ["Industry"],
    region: ["Country/Region", "Country"],
    channel: ["Original Traffic Source", "Original Source Type", "Original Source"],
    owner: ["Company owner"],
    stage: ["Lifecycle Stage"],
    first_contact_on: ["Create Date"],
  },
  values: { name: { "": "(no name)" } },
};
