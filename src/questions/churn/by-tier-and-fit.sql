-- Grain: one row per tier and fit: its customers of a year ago, and today.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

opening as (
    select
        stg_account_runs.account_id,
        stg_account_runs.mrr
    from stg_account_runs
    inner join newest
        on newest.month - interval 12 months >= stg_account_runs.month
        and newest.month - interval 12 months < stg_account_runs.before_month
),

closing as (
    select
        stg_account_runs.account_id,
        stg_account_runs.mrr
    from stg_account_runs
    inner join newest
        on newest.month >= stg_account_runs.month
        and newest.month < stg_account_runs.before_month
),

final as (
    select
        stg_accounts.tier,
        stg_accounts.fit,
        count(*) as customers,
        count(*) - count(closing.account_id) as customers_left,
        customers_left / customers as logo_churn,
        cast(12 * sum(opening.mrr) as decimal(38, 6)) as opening_arr,
        cast(12 * coalesce(sum(closing.mrr), 0) as decimal(38, 6))
            as arr_now,
        sum(closing.mrr) / nullif(sum(opening.mrr), 0) as nrr
    from opening
    inner join stg_accounts
        on opening.account_id = stg_accounts.account_id
    left join closing
        on opening.account_id = closing.account_id
    group by stg_accounts.tier, stg_accounts.fit
)

select
    tier,
    fit,
    customers,
    customers_left,
    logo_churn,
    opening_arr,
    arr_now,
    nrr
from final
order by logo_churn desc, tier, fit
