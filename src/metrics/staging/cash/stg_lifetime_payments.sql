-- Grain: one row per dimension and segment: mean over accounts ever won.
with

paid as (
    select account_id, sum(amount) as amount
    from stg_payments
    group by all
),

referred as (
    select
        stg_accounts.referred_by as account_id,
        sum(paid.amount) as amount
    from stg_accounts
    inner join paid
        on stg_accounts.account_id = paid.account_id
    where stg_accounts.referred_by <> stg_accounts.account_id
    group by all
),

final as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        cast(
            sum(coalesce(paid.amount, 0)) / count(*) as decimal(38, 6)
        ) as ltv_paid,
        cast(
            sum(coalesce(paid.amount, 0) + coalesce(referred.amount, 0))
            / count(*) as decimal(38, 6)
        ) as ltv_paid_with_referrals
    from account_lifetimes
    inner join stg_account_segments
        on account_lifetimes.account_id = stg_account_segments.account_id
    left join paid
        on account_lifetimes.account_id = paid.account_id
    left join referred
        on account_lifetimes.account_id = referred.account_id
    group by all
)

select dimension, segment, ltv_paid, ltv_paid_with_referrals
from final
order by dimension, segment
