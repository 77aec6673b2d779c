import { type Dashboard, rulesets, underRuleset } from "../../contracts/index.ts";
import { readByRules } from "../../metrics/index.ts";
import type { ReadingsReport, RulesOfReading } from "../../report.ts";
import type { Warehouse } from "../../warehouse/index.ts";
import { settingsOf } from "../settings.ts";

/** Accounts told of each pair of rules. */
const accountsTold = 12;

/**
 * The headline numbers under the company's own rules and under those of every preset, and which
 * accounts make any two of them differ. Presets that come to the same rules are read once.
 * Needs the metrics built by the company's own, from concealed data. No account is told where the
 * policy is to publish none.
 */
export async function readDefinitions(
  warehouse: Warehouse,
  dashboard: Dashboard,
  asOf: string,
): Promise<ReadingsReport> {
  const sets: { rules: RulesOfReading; settings: ReturnType<typeof settingsOf> }[] = [
    { rules: rulesOf(dashboard, "own"), settings: settingsOf(dashboard, asOf) },
  ];
  for (const preset of rulesets) {
    const ruled = underRuleset(dashboard, preset);
    const settings = settingsOf(ruled, asOf);
    const same = sets.find((set) => JSON.stringify(set.settings) === JSON.stringify(settings));
    if (same) same.rules.names.push(preset);
    else sets.push({ rules: rulesOf(ruled, preset), settings });
  }
  const [own, ...others] = sets.map(({ settings }) => settings);
  if (!own) throw new Error("no rules to read by; the configuration's own come first");
  const isNone = dashboard.publish.accounts === "none";
  const { readings, pairs } = await readByRules(warehouse, own, others, accountsTold);
  return {
    sets: sets.map(({ rules }) => rules),
    readings,
    pairs: pairs.map(({ accounts, ...pair }) => ({
      ...pair,
      accounts: isNone
        ? []
        : accounts.map(({ accountId, left, right }) => ({ account: accountId, left, right })),
    })),
  };
}

function rulesOf(dashboard: Dashboard, name: RulesOfReading["names"][number]): RulesOfReading {
  const { churn, retention, quick_ratio, ltv } = dashboard;
  return { names: [name], churn, retention, quick_ratio, ltv };
}
