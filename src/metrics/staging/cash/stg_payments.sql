-- Grain: one row per payment made by as_of, in the company's currency.
-- Fixed terms that are neither monthly, quarterly nor annual are paid at their
-- start, and so are one-off lines; negative lines are money given back.
-- Rounded to 4 digits, or a twelfth times 12 would be a millionth off.
with

lines as (
    select
        stg_contract_lines.*,
        least(coalesce(ends_before, 'infinity'), settings.as_of + 1)
            as paid_before,
        not is_recurring
        or (
            ends_before is not null
            and coalesce(billing, 'upfront') = 'upfront'
            and months_a_payment > 1
        ) as is_single
    from stg_contract_lines
    cross join settings
    where starts_on <= settings.as_of
),

-- From the start each time: steps from one due day to the next would never come
-- back from 28 February to the 31st.
dues as (
    select
        contract_id,
        unnest(
            if(
                is_single,
                [0],
                range(
                    0,
                    date_diff('month', starts_on, paid_before) + 1,
                    months_a_payment
                )
            )
        ) as months
    from lines
),

paid as (
    select
        lines.*,
        cast(
            lines.starts_on + to_months(cast(dues.months as integer)) as date
        ) as paid_on
    from lines
    inner join dues
        on lines.contract_id = dues.contract_id
    where paid_on < lines.paid_before
        or lines.is_single
),

amounts as (
    select
        contract_id,
        account_id,
        paid_on,
        currency,
        case
            when is_single then term_value
            else monthly_amount * least(
                months_a_payment,
                greatest(1, date_diff('month', paid_on, ends_before))
            )
        end as amount
    from paid
),

final as (
    select
        amounts.contract_id,
        amounts.account_id,
        amounts.paid_on,
        cast(
            round(amounts.amount * stg_fx.rate, 4) as decimal(38, 6)
        ) as amount
    from amounts
    inner join stg_fx
        on amounts.currency = stg_fx.currency
        and date_trunc('month', amounts.paid_on) = stg_fx.month
    where amounts.amount <> 0
)

select contract_id, account_id, paid_on, amount
from final
order by contract_id, paid_on
