-- Grain: one row per account and month end at which it is a customer.
with

locals as (
    select
        stg_live_lines.account_id,
        stg_live_lines.currency,
        stg_months.month,
        stg_months.last_day,
        cast(sum(stg_live_lines.monthly_amount) as decimal(20, 6)) as mrr
    from stg_months
    inner join stg_live_lines
        on stg_months.last_day >= stg_live_lines.starts_on
        and stg_months.last_day
        < coalesce(stg_live_lines.ends_before, 'infinity')
    group by all
),

-- Rounded per account and currency, so that movements foot to the last digit.
-- The wide product is slow, and most amounts are in the company's currency.
converted as (
    select
        locals.account_id,
        locals.month,
        locals.last_day,
        case
            when rates.rate = 1 then locals.mrr
            else cast(locals.mrr * rates.rate as decimal(18, 6))
        end as mrr,
        case
            when rates.rate = 1 and next_rates.rate = 1 then locals.mrr
            else cast(
                locals.mrr * coalesce(next_rates.rate, rates.rate)
                as decimal(18, 6)
            )
        end as mrr_at_next_rate
    from locals
    inner join stg_fx as rates
        on locals.month = rates.month
        and locals.currency = rates.currency
    left join stg_fx as next_rates
        on cast(locals.month + to_months(1) as date) = next_rates.month
        and locals.currency = next_rates.currency
),

account_totals as (
    select
        account_id,
        month,
        last_day,
        cast(sum(mrr) as decimal(18, 6)) as mrr,
        cast(sum(mrr_at_next_rate) as decimal(18, 6)) as mrr_at_next_rate
    from converted
    group by all
),

final as (
    select
        account_totals.account_id,
        account_totals.month,
        stg_coverage.span,
        account_totals.mrr,
        account_totals.mrr_at_next_rate
    from account_totals
    inner join stg_coverage
        on account_totals.account_id = stg_coverage.account_id
        and account_totals.last_day >= stg_coverage.starts_on
        and account_totals.last_day
        < coalesce(stg_coverage.ends_before, 'infinity')
)

select account_id, month, span, mrr, mrr_at_next_rate
from final
order by account_id, month
