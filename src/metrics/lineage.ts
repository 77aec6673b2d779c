import { type Model, referencesOf } from "./models.ts";
import type { MetricSettings } from "./runner.ts";

/** A table that SQL makes, with what it reads. */
export interface LineageTable {
  name: string;
  kind: "staging" | "mart";
  /** What one row is, as the first line of its SQL says. */
  grain: string;
  /** Datasets and tables, as the SQL names them. */
  reads: string[];
  /** Settings it takes, by their names in MetricSettings. */
  settings: (keyof MetricSettings)[];
}

const settingsTable = "settings";

/** Where each setting is chosen in the configuration, null = nowhere; a new one must say so too. */
export const settingPaths: Readonly<Record<keyof MetricSettings, string | null>> = {
  asOf: "as_of",
  dataFrom: "data_from",
  currency: "company.currency",
  graceDays: "churn.grace_days",
  churnDated: "churn.dated",
  churnSameMonth: "churn.same_month",
  churnDenominator: "churn.denominator",
  churnContraction: "churn.contraction",
  retentionReactivation: "retention.reactivation",
  quickRatioReactivation: "quick_ratio.reactivation",
  cashBasis: "cash.basis",
  endIs: "contracts.end_is",
  cacLagMonths: "cac.lag_months",
  grossMargin: "margin.gross",
  ltvFormula: "ltv.formula",
  ltvHorizonMonths: "ltv.horizon_months",
  npsLowest: "nps.scale",
  npsEligibleDays: "nps.eligible_days",
  survivalUnit: "survival.unit",
  measuredFrom: null,
};

/** Every table of staging and marts; a name that `reads` has and no table bears is a dataset. */
export function lineageOf(models: readonly Model[]): LineageTable[] {
  return models.map(({ name, sql }) => {
    const references = referencesOf(sql);
    return {
      name,
      kind: name.startsWith("stg_") ? "staging" : "mart",
      grain: grainOf(sql),
      reads: references.filter((reference) => reference !== settingsTable),
      settings: references.includes(settingsTable) ? settingsIn(sql) : [],
    };
  });
}

/** What one row is, as the first sentence of a file of SQL says, without its full stop. */
export function grainOf(sql: string): string {
  return /Grain: (.*?[^.])\.(?=\s+[A-Z]|\s*$)/.exec(openingOf(sql))?.[1] ?? "";
}

/** The comment that every file of SQL begins with, on one line. */
export function openingOf(sql: string): string {
  const comment = /^(?:--.*\n)+/.exec(sql)?.[0] ?? "";
  return comment.replaceAll(/^-- ?/gm, "").trim().replaceAll("\n", " ");
}

function settingsIn(sql: string): (keyof MetricSettings)[] {
  const names = Object.keys(settingPaths) as (keyof MetricSettings)[];
  return names.filter((name) => new RegExp(`\\b${settingColumn(name)}\\b`).test(sql));
}

/** graceDays -> grace_days, as the table `settings` has it. */
export const settingColumn = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * A table and all it stands on, each once, in an order in which each comes after what it reads.
 *
 * @param without Tables and datasets that are left out, with what is read by way of them only.
 */
export function standsOn(
  lineage: readonly LineageTable[],
  name: string,
  without: readonly string[] = [],
): string[] {
  const byName = new Map(lineage.map((table) => [table.name, table]));
  const seen = new Set(without);
  const visit = (current: string): void => {
    if (seen.has(current)) return;
    for (const below of byName.get(current)?.reads ?? []) visit(below);
    seen.add(current);
  };
  visit(name);
  return [...seen].slice(without.length);
}
