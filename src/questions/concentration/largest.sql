-- Grain: one row per customer, the twenty largest of the newest complete month.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

final as (
    select
        row_number() over largest as place,
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.industry,
        12 * stg_account_runs.mrr as arr,
        stg_account_runs.mrr / sum(stg_account_runs.mrr) over () as share,
        sum(stg_account_runs.mrr) over largest
            / sum(stg_account_runs.mrr) over () as share_so_far
    from stg_account_runs
    inner join newest
        on newest.month >= stg_account_runs.month
        and newest.month < stg_account_runs.before_month
    inner join stg_accounts
        on stg_account_runs.account_id = stg_accounts.account_id
    window largest as (
        order by stg_account_runs.mrr desc, stg_accounts.account_id
        rows between unbounded preceding and current row
    )
)

select
    place,
    account_id,
    name,
    tier,
    industry,
    arr,
    share,
    share_so_far
from final
order by place
limit 20
