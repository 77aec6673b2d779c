-- Grain: one row per account with known CAC and margin.
with

-- Payments of ages reached before the day of churn; all where none churned.
recovered as (
    select
        stg_account_cash.account_id,
        coalesce(sum(
            stg_account_cash.margin_paid * greatest(
                0,
                least(
                    stg_account_cash.before_payment,
                    datesub('month', bought.started_on, bought.churned_on - 1)
                    + 2
                ) - stg_account_cash.payment
            )
        ), 0) as until_churn
    from stg_account_cash
    inner join stg_account_acquisition as bought
        on stg_account_cash.account_id = bought.account_id
    where bought.churned_on is not null
    group by stg_account_cash.account_id
),

known as (
    select distinct account_id
    from stg_account_cash
),

final as (
    select
        bought.account_id,
        bought.started_on,
        bought.reached_age,
        bought.cac,
        bought.churned_on is not null as is_churned,
        is_churned and recovered.until_churn < bought.cac as is_left_before,
        cast(
            case
                when is_left_before then bought.cac - recovered.until_churn
                else 0
            end as decimal(38, 6)
        ) as unrecovered_cac
    from known
    inner join stg_account_acquisition as bought
        on known.account_id = bought.account_id
    left join recovered
        on bought.account_id = recovered.account_id
)

select
    account_id,
    started_on,
    reached_age,
    cac,
    is_churned,
    is_left_before,
    unrecovered_cac
from final
order by account_id
