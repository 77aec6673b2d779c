import type { DatasetName } from "../../datasets/index.ts";
import type { Severity } from "../../problem.ts";

/** How one check is asked of the loaded tables. */
export interface TableQuery {
  id: string;
  dataset: DatasetName;
  column: string;
  /** Datasets that must be there for the check to mean anything. */
  needs: readonly DatasetName[];
  expected: string;
  /** Words that the value can be; a message names the one that was likely meant. */
  known?: readonly string[];
  /** Where it is not the catalogue's for this dataset; the configuration still has the last word. */
  severity?: Severity;
  /**
   * Selects source_file, source_row, source_line (null for what no row stands for) and value of
   * every row that fails; other_file, other_row and is_same where another row is the cause; is_name
   * where an account's name may stand in the place of its id.
   */
  sql: string;
  /** Selects value and near, what it was likely meant to be, of the rows in the table failing. */
  meantSql?: string;
}

/** What of the configuration the checks depend on. */
export interface QueryContext {
  currency: string;
  /** Days to add to ends_on for the first day after it. */
  dayAfterEnd: 0 | 1;
  graceDays: number;
  lagMonths: number;
  /** A day, or latest where it follows from the data. */
  asOf: string;
  npsLowest: 0 | 1;
}

/** Lines that make a customer, begun and ended by half-open days. */
export function paidLines({ dayAfterEnd }: QueryContext): string {
  return `
    select
        account_id,
        starts_on,
        coalesce(ends_on + ${dayAfterEnd}, date 'infinity') as ends_before
    from contracts
    where coalesce(recurring, true)
        and coalesce(mrr, amount) > 0`;
}
