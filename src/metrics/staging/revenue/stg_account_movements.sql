-- Grain: one row per account, span as a customer and month that it touches.
with

openings as (
    select
        stg_account_months.account_id,
        stg_account_months.span,
        stg_months.month,
        stg_account_months.mrr,
        stg_account_months.mrr_at_next_rate
    from stg_account_months
    inner join stg_months
        on cast(stg_account_months.month + to_months(1) as date)
        = stg_months.month
),

stocks as (
    select
        account_id,
        span,
        month,
        openings.mrr as opening_mrr,
        openings.mrr_at_next_rate as repriced_mrr,
        stg_account_months.mrr as closing_mrr,
        stg_brief_spans.mrr as brief_mrr
    from openings
    full join stg_account_months
        using (account_id, span, month)
    full join stg_brief_spans
        using (account_id, span, month)
),

final as (
    select
        stocks.account_id,
        stocks.span,
        stocks.month,
        stocks.opening_mrr,
        case
            when stocks.opening_mrr is null
                then coalesce(stocks.closing_mrr, stocks.brief_mrr)
        end as entry_mrr,
        stocks.closing_mrr - stocks.repriced_mrr as change_mrr,
        case
            when stocks.closing_mrr is null
                then coalesce(stocks.opening_mrr, stocks.brief_mrr)
        end as churn_mrr,
        case
            when stocks.closing_mrr is not null
                then stocks.repriced_mrr - stocks.opening_mrr
        end as fx_mrr,
        stocks.closing_mrr,
        case
            when stg_coverage.is_awaiting
                and stg_months.last_day = settings.as_of
                then stocks.closing_mrr
        end as awaiting_mrr
    from stocks
    cross join settings
    inner join stg_months
        on stocks.month = stg_months.month
    inner join stg_coverage
        on stocks.account_id = stg_coverage.account_id
        and stocks.span = stg_coverage.span
)

select
    account_id,
    span,
    month,
    opening_mrr,
    entry_mrr,
    change_mrr,
    churn_mrr,
    fx_mrr,
    closing_mrr,
    awaiting_mrr
from final
order by account_id, span, month
