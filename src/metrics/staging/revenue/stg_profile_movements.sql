-- Grain: one row per profile (accounts alike in every segment) and month in
-- which MRR moves.
with

final as (
    select
        stg_accounts.profile,
        stg_account_movements.month,
        sum(entry_mrr) filter (is_first) as new_mrr,
        sum(entry_mrr) filter (not is_first) as reactivation_mrr,
        sum(greatest(change_mrr, 0)) as expansion_mrr,
        sum(greatest(-change_mrr, 0)) as contraction_mrr,
        sum(churn_mrr) as churn_mrr,
        sum(opening_churn_mrr) as opening_churn_mrr,
        sum(fx_mrr) as fx_mrr,
        sum(awaiting_mrr) as awaiting_mrr,
        sum(net_mrr) as net_mrr,
        count(entry_mrr) filter (is_first) as new_customers,
        count(entry_mrr) filter (not is_first) as reactivated_customers,
        count(churn_mrr) as churned_customers,
        count(opening_churn_mrr) as opening_churned_customers,
        count(awaiting_mrr) as awaiting_customers,
        cast(sum(net_customers) as bigint) as net_customers
    from stg_account_movements
    inner join stg_accounts
        on stg_account_movements.account_id = stg_accounts.account_id
    group by stg_accounts.profile, stg_account_movements.month
)

select
    profile,
    month,
    new_mrr,
    reactivation_mrr,
    expansion_mrr,
    contraction_mrr,
    churn_mrr,
    opening_churn_mrr,
    fx_mrr,
    awaiting_mrr,
    net_mrr,
    new_customers,
    reactivated_customers,
    churned_customers,
    opening_churned_customers,
    awaiting_customers,
    net_customers
from final
order by profile, month
