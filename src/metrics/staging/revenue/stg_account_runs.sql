-- Grain: one row per account and run of month ends, [month, before_month), at
-- one MRR; each month is a run of its own where rates move it.
with

clock as (
    select as_of, date_trunc('month', as_of) + to_months(1) as after_month
    from settings
),

runs as (
    select
        account_id,
        month,
        cast(month + to_months(1) as date) as before_month,
        mrr,
        mrr_at_next_rate
    from stg_foreign_months
    union all
    select account_id, month, before_month, mrr, mrr
    from stg_local_runs
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
