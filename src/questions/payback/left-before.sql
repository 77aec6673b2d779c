-- Grain: one row per channel and tier: who left before paying back what it cost
-- to win them.
with

final as (
    select
        stg_accounts.channel,
        stg_accounts.tier,
        count(*) as customers,
        count(*) filter (stg_account_payback.is_left_before) as left_before,
        left_before / customers as left_before_share,
        cast(sum(stg_account_payback.unrecovered_cac) as decimal(38, 6))
            as unrecovered_cac
    from stg_account_payback
    inner join stg_accounts
        on stg_account_payback.account_id = stg_accounts.account_id
    group by stg_accounts.channel, stg_accounts.tier
)

select
    channel,
    tier,
    customers,
    left_before,
    left_before_share,
    unrecovered_cac
from final
order by unrecovered_cac desc, channel, tier
