import type { QueryContext, TableQuery } from "./query.ts";

function rowsWhere(dataset: string, value: string, condition: string): string {
  return `
    select
        source_file,
        source_row,
        source_line,
        cast(${value} as varchar) as value
    from ${dataset}
    where ${condition}
    order by source_file, source_row`;
}

/**
 * A line that starts while another of the same account, product and worth still runs. Lines of no
 * worth are left out: they count nothing twice; and a line under the same id is a duplicate key.
 */
function identicalLines({ currency, dayAfterEnd }: QueryContext): string {
  return `
    with

    lines as (
        select
            source_file,
            source_row,
            source_line,
            contract_id,
            starts_on,
            coalesce(ends_on + ${dayAfterEnd}, date 'infinity') as ends_before,
            row(
                account_id, amount, mrr, product, kind, billing, seats,
                coalesce(currency, '${currency}')
            ) as worth
        from contracts
        where coalesce(recurring, true)
            and coalesce(mrr, amount) <> 0
        qualify row_number() over (
            partition by contract_id
            order by source_file, source_row
        ) = 1
    ),

    beside as (
        select
            source_file,
            source_row,
            source_line,
            contract_id as value,
            arg_max(row(source_file, source_row), ends_before) over before as other,
            starts_on < max(ends_before) over before as is_beside
        from lines
        window before as (
            partition by worth
            order by starts_on, source_file, source_row
            rows between unbounded preceding and 1 preceding
        )
    ),

    final as (
        select
            source_file,
            source_row,
            source_line,
            value,
            other[1] as other_file,
            other[2] as other_row
        from beside
        where is_beside
    )

    select * from final order by source_file, source_row`;
}

export function contractQueries(context: QueryContext): TableQuery[] {
  const { currency } = context;
  const of = (id: string, column: string, expected: string, sql: string): TableQuery => {
    return { id, dataset: "contracts", column, needs: ["contracts"], expected, sql };
  };
  return [
    {
      ...of(
        "rate_not_above_zero",
        "rate",
        "a rate above 0",
        rowsWhere("fx", "rate::double", "rate <= 0"),
      ),
      dataset: "fx",
      needs: ["fx"],
    },
    of(
      "currency_without_rate",
      "currency",
      `${currency}, or a currency with rates in fx`,
      rowsWhere(
        "contracts",
        "currency",
        `currency <> '${currency}' and currency not in (select currency from fx)`,
      ),
    ),
    of(
      "contract_starts_before_1901",
      "starts_on",
      "a day from 1901-01-01 on",
      rowsWhere("contracts", "starts_on", "starts_on < date '1901-01-01'"),
    ),
    of(
      "contract_ends_before_it_starts",
      "ends_on",
      "a day on or after starts_on",
      rowsWhere("contracts", "ends_on", "ends_on < starts_on"),
    ),
    of(
      "contract_lasts_over_ten_years",
      "ends_on",
      "a day at most 10 years after starts_on",
      rowsWhere("contracts", "ends_on", "ends_on > starts_on + interval 10 years"),
    ),
    of(
      "identical_lines_overlap",
      "contract_id",
      "no second line with the same account, amount, product and overlapping days",
      identicalLines(context),
    ),
    of(
      "open_contract_with_notice",
      "ends_on",
      "a last day, since notice was given",
      rowsWhere("contracts", "cancelled_on", "ends_on is null and cancelled_on is not null"),
    ),
  ];
}
