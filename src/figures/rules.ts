import { say } from "../text/index.ts";
import type { FigureReport } from "./view.ts";

/** The rules that a figure can follow, by the theme of their switch. */
export type Rule =
  | "preset"
  | "grace"
  | "dated"
  | "sameMonth"
  | "retention"
  | "ltv"
  | "cash"
  | "lag"
  | "margin"
  | "scale";

/**
 * A figure's caveat with the rules it follows, as the configuration chose them. The grace, who came
 * back and the formula of lifetime value are always told; the others where they are not the default.
 */
export function withRules(
  report: FigureReport,
  rules: readonly Rule[],
  ...caveats: readonly (string | undefined)[]
): string {
  return [...caveats, ...rules.flatMap((rule) => ruleInForce(report, rule))]
    .filter((text) => text !== undefined && text !== "")
    .join(" ");
}

function ruleInForce({ definitions }: FigureReport, rule: Rule): string[] {
  const { rules } = say.definitions;
  const { churn, retention, ltv, cash, cac, margin, nps } = definitions;
  const { preset } = definitions.definitions;
  const unless = (isDefault: boolean, text: string) => (isDefault ? [] : [text]);
  switch (rule) {
    case "preset":
      return unless(preset === "hourglass", rules.named(preset));
    case "grace":
      return [rules.grace(churn.grace_days)];
    case "dated":
      return unless(churn.dated === "term_end", rules.dated[churn.dated]);
    case "sameMonth":
      return unless(churn.same_month === "counts", rules.sameMonth[churn.same_month]);
    case "retention":
      return [rules.retention[retention.reactivation]];
    case "ltv":
      return [rules.ltv[ltv.formula]];
    case "cash":
      return unless(cash.basis === "revenue", rules.cash[cash.basis]);
    case "lag":
      return unless(cac.lag_months === 0, rules.lag(cac.lag_months));
    case "margin":
      return unless(margin.gross === undefined, rules.margin);
    case "scale":
      return unless(nps.scale === "0-10", rules.scale);
  }
}
