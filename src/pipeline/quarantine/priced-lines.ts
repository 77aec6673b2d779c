import { type Dashboard, type DatasetName, datasetOf } from "../../contracts/index.ts";
import { buildMetrics, type MetricSettings } from "../../metrics/index.ts";
import { quoteText, type Warehouse } from "../../warehouse/index.ts";

/**
 * Makes aside.priced_lines: what each contract line that was set aside is worth a month, by the
 * same SQL as every accepted line, in the company's currency at the rate of the month.
 *
 * mrr is null where the cells it follows from are unreadable, blank or without a rate. is_live is
 * null where the line's days cannot be read. A copy of another row has is_copy and no worth.
 *
 * @param month First day of the newest complete month.
 */
export async function priceLines(
  warehouse: Warehouse,
  dashboard: Dashboard,
  settings: MetricSettings,
  month: string,
): Promise<void> {
  await inSchema(warehouse, "priced", async () => {
    await warehouse.run(`create table priced.contracts as ${readableLines}`);
    await buildMetrics(warehouse, settings, ["stg_contract_lines"]);
    await warehouse.run(pricedLines(dashboard.company.currency, month));
  });
}

/** Runs `work` with tables made in, and first looked for in, a schema that is gone afterwards. */
export async function inSchema<T>(
  warehouse: Warehouse,
  schema: string,
  work: () => Promise<T>,
): Promise<T> {
  await warehouse.run(`create schema ${schema}`);
  await warehouse.run(`set search_path = '${schema},main'`);
  try {
    return await work();
  } finally {
    await warehouse.run("reset search_path");
    await warehouse.run(`drop schema ${schema} cascade`);
  }
}

/** Of rows that are the same in every column, all but the first accepted or set aside. */
export function copiesOf(dataset: DatasetName): string {
  const cells = datasetOf(dataset)
    .columns.map(({ name }) => name)
    .join(", ");
  return `
    select source_file, source_row
    from (
        select
            source_file,
            source_row,
            row_number() over (
                partition by ${cells}
                order by is_aside, source_file, source_row
            ) as place,
            is_aside
        from (
            select *, false as is_aside
            from main.${dataset}
            union all by name
            select * exclude (checks, unreadable), true as is_aside
            from aside.${dataset}
            where unreadable = ''
        )
    )
    where is_aside and place > 1`;
}

// A term of 0 months would be divided by; without it the line's own days decide, or nothing does.
const readableLines = `
    select
        * exclude (checks, unreadable) replace (
            concat(source_file, '#', source_row) as contract_id,
            if(term_months > 0, term_months, null) as term_months
        )
    from aside.contracts`;

function pricedLines(currency: string, month: string): string {
  return `
    create table aside.priced_lines as
    with

    cells as (
        select
            *,
            concat(source_file, '#', source_row) as line_id,
            string_split(unreadable, ' ') as lost,
            lost = ['*'] as is_lost
        from aside.contracts
    ),

    copies as (${copiesOf("contracts")}
    ),

    readable as (
        select
            cells.*,
            copies.source_row is not null as is_copy,
            coalesce(cells.recurring, true) as is_recurring,
            not is_lost
            and not list_has_any(lost, ['recurring', 'mrr', 'currency'])
            and (
                not is_recurring
                or cells.mrr is not null
                or (
                    cells.amount is not null
                    and not list_has_any(lost, ['billing', 'term_months'])
                    and (
                        coalesce(cells.billing, '') in ('monthly', 'quarterly', 'annual')
                        or cells.term_months > 0
                        or (cells.term_months is null and cells.ends_on >= cells.starts_on)
                    )
                )
            ) as is_known,
            not is_lost
            and not list_has_any(lost, ['starts_on', 'ends_on'])
            and coalesce(cells.ends_on >= cells.starts_on, true) as is_dated
        from cells
        left join copies
            on cells.source_file = copies.source_file
            and cells.source_row = copies.source_row
    ),

    rates as (
        select
            currency,
            coalesce(
                arg_max(rate, month) filter (where month <= date ${quoteText(month)}),
                arg_min(rate, month)
            ) as rate
        from main.fx
        where rate > 0
        group by currency
    ),

    final as (
        select
            readable.source_file,
            readable.source_row,
            readable.checks,
            readable.is_copy,
            cast(
                case
                    when is_copy then 0
                    when is_known then stg_contract_lines.monthly_amount * if(
                        stg_contract_lines.currency = ${quoteText(currency)}, 1, rates.rate
                    )
                end as decimal(18, 6)
            ) as mrr,
            case
                when is_dated
                    then stg_contract_lines.starts_on <= last_day(date ${quoteText(month)})
                    and last_day(date ${quoteText(month)})
                    < coalesce(stg_contract_lines.ends_before, date 'infinity')
            end as is_live
        from readable
        inner join stg_contract_lines
            on readable.line_id = stg_contract_lines.contract_id
        left join rates
            on stg_contract_lines.currency = rates.currency
    )

    select * from final order by source_file, source_row`;
}
