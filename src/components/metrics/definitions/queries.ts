import type { Shown } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { sqlOf, type Where } from "../../../shared/query/index.ts";

type Row = Record<string, string>;

/** The headline metrics by each set of rules, as the published database has them. */
export function readingsQueries(report: Report): Shown[] {
  const metrics = Object.keys(report.readings.readings[0] ?? {});
  return report.readings.sets.map(({ names }) =>
    shown(report, "stg_definition_headline", "readings", metrics, {
      rules: names.join(", "),
      month: report.lastMonth,
    }),
  );
}

/** The accounts that two sets of rules count otherwise, and how many there are, for every two. */
export function accountsQueries(report: Report): Shown[] {
  const { sets, pairs } = report.readings;
  const rulesOf = (place: number) => sets[place]?.names.join(", ") ?? "";
  const columns = ["account_id", "mrr", "other_mrr", "accounts_in_all"];
  return pairs
    .filter(({ count }) => count > 0)
    .map(({ left, right }) =>
      shown(report, "stg_definition_accounts", "account_readings", columns, {
        rules: rulesOf(left),
        other_rules: rulesOf(right),
      }),
    );
}

function shown(
  report: Report,
  mart: string,
  table: string,
  columns: string[],
  where: Where<Row>,
): Shown {
  const order = "other_rules" in where ? ["place"] : [];
  const sql = sqlOf<Row, string>(table, { columns, where, order });
  return { sql, mart, madeBy: report.sql[mart] ?? "" };
}
