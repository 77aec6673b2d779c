import type { Cell, Warehouse } from "../../warehouse/index.ts";

/** What one account adds to the headline metrics of the newest complete month; money a month. */
export interface AccountReading {
  mrr: number;
  /** MRR a year ago, what of it is kept, and that with each account capped at its MRR then. */
  year_mrr: number;
  kept_mrr: number;
  capped_mrr: number;
  /** Times in the denominator and in the numerator of logo churn. */
  at_risk: number;
  lost: number;
  /** In gross MRR churn; won and gone in the quick ratio. */
  lost_mrr: number;
  won_mrr: number;
  gone_mrr: number;
  new_customers: number;
  returned_customers: number;
  contraction_mrr: number;
  /** Times as a customer so far; a gap that is no churn does not begin another. */
  stays: number;
  is_awaiting: boolean;
}

/** An account that counts otherwise by two sets of rules. */
export interface ReadOtherwise {
  accountId: string;
  left: AccountReading;
  right: AccountReading;
}

export interface PairOfReadings {
  /** Places of the two sets of rules. */
  left: number;
  right: number;
  /** Accounts that count otherwise, those that are not told included. */
  count: number;
  accounts: ReadOtherwise[];
}

const counts = ["at_risk", "lost", "new_customers", "returned_customers", "stays"] as const;
const money = [
  "mrr",
  "year_mrr",
  "kept_mrr",
  "capped_mrr",
  "lost_mrr",
  "won_mrr",
  "gone_mrr",
  "contraction_mrr",
] as const;

/** Columns in which two readings of an account must differ to make a headline metric differ. */
const counted = [
  "mrr",
  "year_mrr",
  "kept_mrr",
  "capped_mrr",
  "at_risk",
  "lost",
  "lost_mrr",
  "won_mrr",
  "gone_mrr",
];

/**
 * The accounts that count otherwise, for every two schemas that hold `stg_definition_accounts`.
 *
 * @param most Accounts told of each pair: those with the largest differences of MRR, now and kept.
 */
export async function comparePairs(
  warehouse: Warehouse,
  schemas: readonly string[],
  most: number,
): Promise<PairOfReadings[]> {
  const pairs: PairOfReadings[] = [];
  for (const [left, one] of schemas.entries()) {
    for (const [right, other] of schemas.entries()) {
      if (left >= right) continue;
      const rows = await warehouse.rows(differences(one, other, most));
      const accounts = rows.map((row) => ({
        accountId: String(row.account_id),
        left: readingFrom(row, "left"),
        right: readingFrom(row, "right"),
      }));
      pairs.push({ left, right, count: Number(rows[0]?.all_accounts ?? 0), accounts });
    }
  }
  return pairs;
}

/** An account that counts nowhere by one of the rules adds 0 there. */
function differences(one: string, other: string, most: number): string {
  const sides = [...money, ...counts].flatMap((column) => [
    `coalesce(one.${column}, 0) as left_${column}`,
    `coalesce(other.${column}, 0) as right_${column}`,
  ]);
  const differs = counted.map((column) => `left_${column} <> right_${column}`);
  return `
    with

    sides as (
        select
            coalesce(one.account_id, other.account_id) as account_id,
            coalesce(one.is_awaiting, false) as left_is_awaiting,
            coalesce(other.is_awaiting, false) as right_is_awaiting,
            ${sides.join(", ")}
        from ${one}.stg_definition_accounts as one
        full join ${other}.stg_definition_accounts as other
            on one.account_id = other.account_id
    )

    select *, count(*) over () as all_accounts
    from sides
    where ${differs.join(" or ")}
    order by
        abs(left_mrr - right_mrr) desc,
        abs(left_kept_mrr - right_kept_mrr) desc,
        abs(left_lost_mrr - right_lost_mrr) + abs(left_won_mrr - right_won_mrr) desc,
        account_id
    limit ${most}`;
}

function readingFrom(row: Readonly<Record<string, Cell>>, side: "left" | "right"): AccountReading {
  const number = (column: string) => Number(row[`${side}_${column}`]);
  const columns = [...money, ...counts].map((column) => [column, number(column)]);
  return {
    ...(Object.fromEntries(columns) as Omit<AccountReading, "is_awaiting">),
    is_awaiting: row[`${side}_is_awaiting`] === true,
  };
}
