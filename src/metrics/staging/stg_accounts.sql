-- Grain: one row per account; a blank segment is 'unknown'.
with

final as (
    select
        account_id,
        name,
        coalesce(tier, 'unknown') as tier,
        coalesce(industry, 'unknown') as industry,
        coalesce(region, 'unknown') as region,
        coalesce(fit, 'unknown') as fit,
        coalesce(channel, 'unknown') as channel,
        coalesce(plan, 'unknown') as plan,
        owner,
        referred_by
    from accounts
)

select
    account_id,
    name,
    tier,
    industry,
    region,
    fit,
    channel,
    plan,
    owner,
    referred_by
from final
order by account_id
