import type { Dashboard } from "../../config.ts";
import type { Severity } from "../../problem.ts";
import { checkCatalogue, settingOf } from "../catalogue.ts";
import { accountsQueries } from "./accounts.ts";
import { contractQueries } from "./contracts.ts";
import { keyQueries } from "./keys.ts";
import { moneyQueries } from "./money.ts";
import { observedQueries } from "./observed.ts";
import type { QueryContext, TableQuery } from "./query.ts";
import { surveyQueries } from "./surveys.ts";

/** A check across rows or files, with the severity in force; run by the engine. */
export interface TableCheck extends TableQuery {
  severity: Severity;
  remedy: string;
}

/**
 * In the order in which they run: what others refer to comes first, so that a row set aside drags
 * those behind it along. The SQL reads every dataset's table, and aside.<dataset> with the rows
 * that were set aside before.
 */
export function tableChecks(dashboard: Dashboard): TableCheck[] {
  const context: QueryContext = {
    currency: dashboard.company.currency,
    dayAfterEnd: dashboard.contracts.end_is === "inclusive" ? 1 : 0,
    graceDays: dashboard.churn.grace_days,
    lagMonths: dashboard.cac.lag_months,
    asOf: dashboard.as_of,
    npsLowest: dashboard.nps.scale === "1-10" ? 1 : 0,
  };
  const queries = [
    ...keyQueries,
    ...accountsQueries,
    ...contractQueries(context),
    ...moneyQueries(context),
    ...observedQueries(context),
    ...surveyQueries(context),
  ];
  return queries.flatMap((query) => {
    const check = checkCatalogue.get(query.id);
    if (!check) throw new Error(`check ${query.id} is not in the catalogue; give it an entry`);
    const usual = query.severity ?? check.severity;
    const severity = settingOf({ ...check, severity: usual }, dashboard.checks);
    return severity === "off" ? [] : [{ ...query, severity, remedy: check.remedy }];
  });
}
