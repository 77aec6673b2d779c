-- Grain: one row per account that moved in the newest complete month; what it
-- adds to the rates of that month, by the rules in force.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

moves as (
    select
        moved.account_id,
        coalesce(count(entry_mrr) filter (is_first), 0) as new_customers,
        coalesce(count(entry_mrr) filter (not is_first), 0)
            as returned_customers,
        count(churn_mrr) as churned,
        count(opening_churn_mrr) as opening_churned,
        coalesce(sum(greatest(-change_mrr, 0)), 0) as contraction_mrr,
        coalesce(sum(greatest(change_mrr, 0)), 0) as expansion_mrr,
        coalesce(sum(churn_mrr), 0) as churn_mrr,
        coalesce(sum(opening_churn_mrr), 0) as opening_churn_mrr,
        coalesce(sum(entry_mrr) filter (is_first), 0) as new_mrr,
        coalesce(sum(entry_mrr) filter (not is_first), 0) as returned_mrr,
        sum(net_mrr) as net_mrr,
        cast(sum(net_customers) as bigint) as net_customers
    from stg_account_movements as moved
    inner join newest
        on moved.month = newest.month
    group by moved.account_id
),

final as (
    select
        moves.*,
        if(
            settings.churn_denominator = 'opening_and_new',
            new_customers + returned_customers,
            0
        ) as joined_at_risk,
        if(
            settings.churn_denominator = 'opening_and_new',
            churned,
            opening_churned
        ) as lost,
        opening_churn_mrr
        + if(settings.churn_contraction = 'counts', contraction_mrr, 0)
            as lost_mrr,
        new_mrr + expansion_mrr
        + if(settings.quick_ratio_reactivation = 'counts', returned_mrr, 0)
            as won_mrr,
        contraction_mrr + churn_mrr as gone_mrr
    from moves
    cross join settings
)

select
    account_id,
    new_customers,
    returned_customers,
    contraction_mrr,
    net_mrr,
    net_customers,
    joined_at_risk,
    lost,
    lost_mrr,
    won_mrr,
    gone_mrr
from final
order by account_id
