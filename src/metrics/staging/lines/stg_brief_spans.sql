-- Grain: one row per account and span that begins and ends within a month.
with

-- They are in no month's stock, and count as both sign-up and churn, or not at
-- all.
spans as (
    select
        stg_coverage.account_id,
        stg_coverage.span,
        stg_coverage.starts_on,
        stg_months.month
    from stg_coverage
    inner join stg_months
        on date_trunc('month', stg_coverage.starts_on) = stg_months.month
        and stg_coverage.ends_before <= stg_months.last_day
    cross join settings
    where settings.churn_same_month = 'counts'
),

locals as (
    select
        spans.account_id,
        spans.span,
        spans.month,
        stg_live_lines.currency,
        cast(sum(stg_live_lines.monthly_amount) as decimal(38, 6)) as mrr
    from spans
    inner join stg_live_lines
        on spans.account_id = stg_live_lines.account_id
        and spans.starts_on >= stg_live_lines.starts_on
        and spans.starts_on < coalesce(stg_live_lines.ends_before, 'infinity')
    group by all
),

final as (
    select
        locals.account_id,
        locals.span,
        locals.month,
        cast(sum(cast(locals.mrr * stg_fx.rate as decimal(38, 6)))
            as decimal(38, 6)) as mrr
    from locals
    inner join stg_fx
        on locals.month = stg_fx.month
        and locals.currency = stg_fx.currency
    group by all
)

select account_id, span, month, mrr
from final
order by account_id, span
