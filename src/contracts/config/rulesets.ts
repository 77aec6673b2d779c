/** Whose rules the metrics can follow; the first is the default. */
export const rulesets = ["hourglass", "chartmogul", "stripe", "profitwell", "baremetrics"] as const;

export type Ruleset = (typeof rulesets)[number];
