-- Grain: one row per live customer that has not paid back its acquisition cost.
with

paid as (
    select
        account_id,
        cast(
            sum(margin_paid * (before_payment - payment)) as decimal(38, 6)
        ) as margin_paid
    from stg_account_cash
    group by account_id
),

monthly as (
    select
        account_id,
        arg_max(margin_paid, payment) as newest_margin
    from stg_account_cash
    group by account_id
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.channel,
        bought.started_on,
        bought.cac,
        paid.margin_paid,
        bought.cac - paid.margin_paid as still_to_recover,
        ceil(still_to_recover / nullif(monthly.newest_margin, 0))
            as months_to_go
    from stg_account_acquisition as bought
    inner join stg_accounts
        on bought.account_id = stg_accounts.account_id
    inner join paid
        on bought.account_id = paid.account_id
    inner join monthly
        on bought.account_id = monthly.account_id
    where bought.churned_on is null
        and paid.margin_paid < bought.cac
)

select
    account_id,
    name,
    tier,
    channel,
    started_on,
    cac,
    margin_paid,
    still_to_recover,
    months_to_go
from final
order by still_to_recover desc, account_id
limit 50
