-- Grain: one row per account that counts in a headline metric of the newest
-- complete month; what it adds to each.
with

newest as (
    select
        max(month) as this_month,
        cast(max(month) - to_months(12) as date) as year_before
    from stg_months
    where is_complete
),

stays as (
    select
        account_id,
        if(settings.retention_reactivation = 'lost', span, 1) as stay,
        coalesce(sum(net_mrr) filter (month <= year_before), 0) as then_mrr,
        coalesce(sum(net_customers) filter (month <= year_before), 0)
            as then_customer,
        sum(net_mrr) as now_mrr,
        sum(net_customers) as now_customer,
        then_customer * now_customer = 1 as is_kept
    from stg_account_movements
    cross join newest
    cross join settings
    where month <= this_month
    group by account_id, stay
),

stocks as (
    select
        account_id,
        sum(now_mrr) as mrr,
        cast(sum(now_customer) as bigint) as customers,
        sum(then_mrr) as year_mrr,
        sum(if(is_kept, now_mrr, 0)) as kept_mrr,
        sum(if(is_kept, least(now_mrr, then_mrr), 0)) as capped_mrr
    from stays
    group by account_id
),

spans as (
    select account_id, max(span) as stays, bool_or(is_awaiting) as is_awaiting
    from stg_coverage
    group by account_id
),

final as (
    select
        stocks.*,
        stocks.customers - coalesce(moves.net_customers, 0)
        + coalesce(moves.joined_at_risk, 0) as at_risk,
        stocks.mrr - coalesce(moves.net_mrr, 0) as opening_mrr,
        coalesce(moves.lost, 0) as lost,
        coalesce(moves.lost_mrr, 0) as lost_mrr,
        coalesce(moves.won_mrr, 0) as won_mrr,
        coalesce(moves.gone_mrr, 0) as gone_mrr,
        coalesce(moves.new_customers, 0) as new_customers,
        coalesce(moves.returned_customers, 0) as returned_customers,
        coalesce(moves.contraction_mrr, 0) as contraction_mrr,
        spans.stays,
        spans.is_awaiting
    from stocks
    inner join spans
        on stocks.account_id = spans.account_id
    left join stg_definition_moves as moves
        on stocks.account_id = moves.account_id
    where stocks.mrr <> 0
        or stocks.year_mrr <> 0
        or moves.account_id is not null
)

select
    account_id,
    mrr,
    customers,
    opening_mrr,
    year_mrr,
    kept_mrr,
    capped_mrr,
    at_risk,
    lost,
    lost_mrr,
    won_mrr,
    gone_mrr,
    new_customers,
    returned_customers,
    contraction_mrr,
    stays,
    is_awaiting
from final
order by account_id
