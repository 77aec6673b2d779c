-- Grain: one row per account, span as a customer, month and step of its MRR.
-- Nothing moves in a month without a row.
with

last_month as (
    select max(month) as month
    from stg_months
),

neighbours as (
    select
        stg_account_runs.*,
        lag(mrr) over in_span as opening_mrr,
        lag(mrr_at_next_rate) over in_span as repriced_mrr,
        lead(month) over in_span as next_month
    from stg_account_runs
    window in_span as (partition by account_id, span order by month)
),

steps as (
    select
        account_id,
        span,
        month,
        if(opening_mrr is null, mrr, null) as entry_mrr,
        mrr - repriced_mrr as change_mrr,
        null as churn_mrr,
        null as opening_churn_mrr,
        repriced_mrr - opening_mrr as fx_mrr,
        null as awaiting_mrr
    from neighbours
    where opening_mrr is null
        or mrr <> repriced_mrr
        or repriced_mrr <> opening_mrr

    union all

    select account_id, span, before_month, null, null, mrr, mrr, null, null
    from neighbours
    where next_month is null
        and before_month <= (select last_month.month from last_month)

    union all

    select account_id, span, month, mrr, null, mrr, null, null, null
    from stg_brief_spans

    union all

    select
        stg_account_runs.account_id,
        stg_account_runs.span,
        last_month.month,
        null, null, null, null, null,
        stg_account_runs.mrr
    from stg_account_runs
    cross join last_month
    where stg_account_runs.is_awaiting
),

final as (
    select
        steps.*,
        entry_mrr is not null
        and steps.span = coalesce(stg_first_spans.span, 1) as is_first,
        coalesce(entry_mrr, 0) + coalesce(change_mrr, 0)
        + coalesce(fx_mrr, 0) - coalesce(churn_mrr, 0) as net_mrr,
        if(entry_mrr is null, 0, 1) - if(churn_mrr is null, 0, 1)
            as net_customers
    from steps
    left join stg_first_spans
        on steps.account_id = stg_first_spans.account_id
)

select
    account_id,
    span,
    month,
    is_first,
    entry_mrr,
    change_mrr,
    churn_mrr,
    opening_churn_mrr,
    fx_mrr,
    awaiting_mrr,
    net_mrr,
    net_customers
from final
order by account_id, span, month, awaiting_mrr, entry_mrr, churn_mrr, change_mrr
