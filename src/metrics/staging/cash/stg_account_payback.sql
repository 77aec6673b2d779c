-- Grain: one row per account with known CAC and margin.
with

recovered as (
    select
        account_id,
        cac,
        coalesce(sum(margin_paid) filter (is_before_churn), 0) as until_churn
    from stg_account_cash
    group by all
),

final as (
    select
        recovered.account_id,
        stg_account_acquisition.started_on,
        stg_account_acquisition.reached_age,
        recovered.cac,
        stg_account_acquisition.churned_on is not null as is_churned,
        is_churned and recovered.until_churn < recovered.cac as is_left_before,
        cast(
            case
                when is_left_before then recovered.cac - recovered.until_churn
                else 0
            end as decimal(38, 6)
        ) as unrecovered_cac
    from recovered
    inner join stg_account_acquisition
        on recovered.account_id = stg_account_acquisition.account_id
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
