-- Grain: one row per profile (accounts alike in every segment) and month: what
-- that month adds to the stocks of accounts with MRR 12 months before.
with

-- Who comes back is lost where each stay as a customer is judged by itself.
nets as (
    select
        account_id,
        if(settings.retention_reactivation = 'lost', span, 1) as stay,
        month,
        net_mrr,
        net_customers
    from stg_account_movements
    cross join settings
    where net_mrr <> 0 or net_customers <> 0
),

moves as (
    select
        account_id,
        stay,
        month,
        net_mrr as now_mrr,
        net_customers as now_customer,
        0 as then_mrr,
        0 as then_customer
    from nets
    union all
    select
        account_id,
        stay,
        cast(month + to_months(12) as date),
        0,
        0,
        net_mrr,
        net_customers
    from nets
),

days as (
    select
        account_id,
        stay,
        month,
        sum(now_mrr) as now_step,
        sum(now_customer) as now_customer,
        sum(then_mrr) as then_mrr,
        sum(then_customer) as then_customer
    from moves
    group by account_id, stay, month
),

stocks as (
    select
        account_id,
        stay,
        month,
        cast(sum(now_step) over by_month as decimal(38, 6)) as now_mrr,
        cast(sum(then_mrr) over by_month as decimal(38, 6)) as opening_mrr,
        cast(sum(then_customer) over by_month as integer) as opening,
        opening * cast(sum(now_customer) over by_month as integer) as kept,
        if(kept = 1, now_mrr, 0) as retained_mrr,
        if(kept = 1, least(now_mrr, opening_mrr), 0) as capped_mrr
    from days
    window by_month as (partition by account_id, stay order by month)
),

steps as (
    select
        account_id,
        month,
        opening - lag(opening, 1, 0) over by_month as opening,
        kept - lag(kept, 1, 0) over by_month as kept,
        opening_mrr - lag(opening_mrr, 1, 0) over by_month as opening_mrr,
        retained_mrr - lag(retained_mrr, 1, 0) over by_month as retained_mrr,
        capped_mrr - lag(capped_mrr, 1, 0) over by_month as capped_mrr
    from stocks
    window by_month as (partition by account_id, stay order by month)
),

final as (
    select
        stg_accounts.profile,
        steps.month,
        cast(sum(steps.opening) as bigint) as opening_accounts,
        cast(sum(steps.kept) as bigint) as kept_accounts,
        sum(steps.opening_mrr) as opening_mrr,
        sum(steps.retained_mrr) as retained_mrr,
        sum(steps.capped_mrr) as capped_mrr
    from steps
    inner join stg_accounts
        on steps.account_id = stg_accounts.account_id
    group by stg_accounts.profile, steps.month
)

select
    profile, month, opening_accounts, kept_accounts, opening_mrr, retained_mrr,
    capped_mrr
from final
order by profile, month
