-- Grain: one row per contract line; [starts_on, ends_before), null = open.
with

settings_row as (
    select currency, end_is
    from settings
),

-- datesub('month') ends short months as a calendar does: 31 January plus a
-- month is 28 February. An open line counts as 12 months.
terms as (
    select
        contracts.contract_id,
        contracts.account_id,
        contracts.starts_on,
        case settings_row.end_is
            when 'inclusive' then contracts.ends_on + 1
            else contracts.ends_on
        end as ends_before,
        coalesce(contracts.recurring, true) as is_recurring,
        contracts.amount,
        contracts.mrr,
        contracts.billing,
        case
            when not is_recurring then null
            when contracts.billing = 'monthly' then 1
            when contracts.billing = 'quarterly' then 3
            when contracts.billing = 'annual' then 12
        end as billed_months,
        coalesce(
            contracts.term_months,
            greatest(datesub('month', contracts.starts_on, ends_before), 1),
            12
        ) as term,
        coalesce(contracts.currency, settings_row.currency) as currency,
        contracts.signed_on,
        contracts.cancelled_on
    from contracts
    cross join settings_row
),

final as (
    select
        contract_id,
        account_id,
        starts_on,
        ends_before,
        is_recurring,
        cast(
            case
                when not is_recurring then 0
                else coalesce(mrr, amount / coalesce(billed_months, term))
            end as decimal(18, 6)
        ) as monthly_amount,
        cast(
            case
                when not is_recurring then coalesce(amount, mrr)
                when ends_before is not null and billed_months is null
                    then coalesce(amount, mrr * term)
                else coalesce(mrr, amount / coalesce(billed_months, term))
                    * if(ends_before is null, 12, term)
            end as decimal(38, 6)
        ) as term_value,
        currency,
        billing,
        cast(
            case
                when is_recurring and billing is null and mrr is not null then 1
                else coalesce(billed_months, term)
            end as integer
        ) as months_a_payment,
        signed_on,
        cancelled_on
    from terms
)

select
    contract_id,
    account_id,
    starts_on,
    ends_before,
    is_recurring,
    monthly_amount,
    term_value,
    currency,
    billing,
    months_a_payment,
    signed_on,
    cancelled_on
from final
order by contract_id
