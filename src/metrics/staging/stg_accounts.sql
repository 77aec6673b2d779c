-- Grain: one row per account; a blank segment is 'unknown'.
with

named as (
    select
        account_id,
        name,
        coalesce(tier, 'unknown') as tier,
        coalesce(industry, 'unknown') as industry,
        coalesce(region, 'unknown') as region,
        coalesce(fit, 'unknown') as fit,
        coalesce(channel, 'unknown') as channel,
        coalesce(plan, 'unknown') as plan,
        coalesce(owner, 'unknown') as owner,
        referred_by
    from accounts
),

-- The first account of all that are alike in every segment: what is summed by
-- it before it is summed by segment is summed once and not once a dimension.
final as (
    select
        named.*,
        min(account_id) over (
            partition by tier, industry, region, fit, channel, plan, owner
        ) as profile
    from named
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
    referred_by,
    profile
from final
order by account_id
