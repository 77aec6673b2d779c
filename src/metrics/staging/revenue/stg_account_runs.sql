-- Grain: one row per account and run of month ends, [month, before_month), at
-- one MRR; each month is a run of its own where rates move it.
with

clock as (
    select
        as_of,
        cast(date_trunc('month', as_of) + to_months(1) as date) as after_month
    from settings
),

local_runs as (
    select
        stg_account_levels.account_id,
        stg_account_levels.currency,
        stg_account_levels.is_home,
        stg_account_levels.mrr,
        cast(date_trunc('month', starts_on) as date) as month,
        case
            when ends_before > clock.as_of then clock.after_month
            else cast(date_trunc('month', ends_before) as date)
        end as before_month
    from stg_account_levels
    cross join clock
    where starts_on <= clock.as_of
        and month < before_month
),

foreign_months as (
    select
        account_id,
        currency,
        mrr,
        cast(unnest(generate_series(
            month,
            before_month - 1,
            to_months(1)
        )) as date) as month
    from local_runs
    where not is_home
),

-- Rounded per account and currency, so that movements foot to the last digit.
converted as (
    select
        foreign_months.account_id,
        foreign_months.month,
        cast(foreign_months.mrr * rates.rate as decimal(38, 6)) as mrr,
        cast(
            foreign_months.mrr * coalesce(next_rates.rate, rates.rate)
            as decimal(38, 6)
        ) as mrr_at_next_rate
    from foreign_months
    inner join stg_fx as rates
        on foreign_months.month = rates.month
        and foreign_months.currency = rates.currency
    left join stg_fx as next_rates
        on cast(foreign_months.month + to_months(1) as date)
        = next_rates.month
        and foreign_months.currency = next_rates.currency
),

runs as (
    select
        account_id,
        month,
        cast(month + to_months(1) as date) as before_month,
        cast(sum(mrr) as decimal(38, 6)) as mrr,
        cast(sum(mrr_at_next_rate) as decimal(38, 6)) as mrr_at_next_rate
    from converted
    group by account_id, month
    union all
    select account_id, month, before_month, mrr, mrr
    from local_runs
    where is_home
),

final as (
    select
        runs.*,
        stg_coverage.span,
        stg_coverage.is_awaiting
        and runs.before_month = clock.after_month as is_awaiting
    from runs
    cross join clock
    inner join stg_coverage
        on runs.account_id = stg_coverage.account_id
        and least(last_day(runs.month), clock.as_of) >= stg_coverage.starts_on
        and least(last_day(runs.month), clock.as_of)
        < coalesce(stg_coverage.ends_before, 'infinity')
)

select
    account_id, span, month, before_month, mrr, mrr_at_next_rate, is_awaiting
from final
order by account_id, month
