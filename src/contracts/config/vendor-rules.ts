import type { z } from "zod";
import type { definitionFields } from "./definitions.ts";
import { type Ruleset, rulesets } from "./rulesets.ts";

type Definitions = {
  [Name in keyof typeof definitionFields]: z.input<(typeof definitionFields)[Name]>;
};

/** The themes of switches that vendors have rules for. */
type Rules = Partial<Pick<Definitions, "churn" | "retention" | "quick_ratio" | "ltv">>;

/**
 * What each vendor's own help pages say otherwise than Hourglass, as fields of the configuration.
 * Where a vendor gives no rule, or one that no switch can imitate, Hourglass's stands.
 */
export const vendorRules = {
  hourglass: {},
  chartmogul: {
    churn: { grace_days: 0 },
    ltv: { formula: "trailing_churn" },
  },
  // support.stripe.com/questions/calculating-churn-rate-in-billing: who starts and churns in the
  // 30 days is in both sides of the rate.
  stripe: {
    churn: {
      grace_days: 0,
      dated: "cancellation",
      denominator: "opening_and_new",
      contraction: "ignored",
    },
  },
  profitwell: {
    churn: { grace_days: 0, same_month: "ignored" },
    ltv: { formula: "churn" },
  },
  baremetrics: {
    churn: { grace_days: 0 },
    retention: { reactivation: "lost" },
    quick_ratio: { reactivation: "ignored" },
    ltv: { formula: "churn" },
  },
} as const satisfies Record<Ruleset, Rules>;

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A configuration as somebody wrote it, with the preset's switches where it sets none itself.
 * What is no configuration comes back as it is: the schema says what is wrong with it.
 */
export function withRuleset(value: unknown): unknown {
  if (!isFields(value) || !isFields(value.definitions)) return value;
  const { preset } = value.definitions;
  const ruleset = rulesets.find((name) => name === preset);
  if (ruleset === undefined) return value;
  const merged = Object.entries(vendorRules[ruleset]).map(([theme, rules]) => {
    const own = value[theme];
    if (own === undefined) return [theme, rules];
    return [theme, isFields(own) ? { ...rules, ...given(own) } : own];
  });
  return { ...value, ...Object.fromEntries(merged) };
}

/** `{ grace_days: undefined }` sets nothing. */
function given(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
