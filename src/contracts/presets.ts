/** Known exports; what each of them means stands in the intake. */
export const presetNames = [
  "chartmogul_subscriptions",
  "hubspot_companies",
  "hubspot_deals",
  "qualtrics",
  "recurly_subscriptions",
  "salesforce_accounts",
  "salesforce_opportunities",
  "stripe_customers",
  "stripe_subscriptions",
  "surveymonkey",
  "zendesk_tickets",
] as const;

export type PresetName = (typeof presetNames)[number];
