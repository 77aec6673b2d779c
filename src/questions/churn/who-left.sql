-- Grain: one row per customer who left in the newest three complete months.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

leavers as (
    select
        stg_account_movements.account_id,
        stg_account_movements.span,
        stg_account_movements.month,
        stg_account_movements.churn_mrr
    from stg_account_movements
    inner join newest
        on stg_account_movements.month > newest.month - interval 3 months
        and stg_account_movements.month <= newest.month
    where stg_account_movements.churn_mrr > 0
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.owner,
        leavers.month as left_in,
        datesub('month', stg_coverage.starts_on, stg_coverage.ends_before)
            as months_as_customer,
        12 * leavers.churn_mrr as lost_arr
    from leavers
    inner join stg_accounts
        on leavers.account_id = stg_accounts.account_id
    left join stg_coverage
        on leavers.account_id = stg_coverage.account_id
        and leavers.span = stg_coverage.span
)

select
    account_id,
    name,
    tier,
    owner,
    left_in,
    months_as_customer,
    lost_arr
from final
order by lost_arr desc, account_id
