-- Grain: one row per recurring line; [starts_on, ends_before) is the time in
-- which it counts in MRR, null = open.
with

final as (
    select
        stg_contract_lines.contract_id,
        stg_contract_lines.account_id,
        stg_contract_lines.starts_on,
        if(
            settings.churn_dated = 'cancellation',
            least(
                stg_contract_lines.ends_before,
                stg_contract_lines.cancelled_on
            ),
            stg_contract_lines.ends_before
        ) as ends_before,
        stg_contract_lines.monthly_amount,
        stg_contract_lines.currency,
        stg_contract_lines.cancelled_on
    from stg_contract_lines
    cross join settings
    where stg_contract_lines.is_recurring
)

select
    contract_id,
    account_id,
    starts_on,
    ends_before,
    monthly_amount,
    currency,
    cancelled_on
from final
order by contract_id
