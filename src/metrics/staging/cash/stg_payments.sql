-- Grain: one row per payment made by as_of, in the company's currency.
-- Fixed terms that are neither monthly, quarterly nor annual are paid at their
-- start, and so are one-off lines; negative lines are money given back. The
-- last payment is for the whole months that are left, as the term counts them.
-- In 4 digits, or a twelfth times 12 would be a millionth off.
with

lines as (
    select
        stg_contract_lines.*,
        least(coalesce(ends_before, 'infinity'), settings.as_of + 1)
            as paid_before,
        greatest(
            1, coalesce(datesub('month', starts_on, ends_before), 12000)
        ) as whole_months,
        not is_recurring
        or (
            ends_before is not null
            and coalesce(billing, 'upfront') = 'upfront'
            and months_a_payment > 1
        ) as is_single,
        if(is_single, term_value, monthly_amount * months_a_payment) as payment,
        round(payment, 4) as rounded_payment
    from stg_contract_lines
    cross join settings
    where starts_on <= settings.as_of
        and if(is_single, term_value, monthly_amount) <> 0
),

-- From the start each time: steps from 28 February would never come back to the
-- 31st. A year from 29 February has no 13th month.
dues as (
    select
        contract_id,
        account_id,
        starts_on,
        paid_before,
        whole_months,
        is_single,
        monthly_amount,
        months_a_payment,
        payment,
        rounded_payment,
        currency,
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
        dues.*,
        cast(starts_on + to_months(cast(months as integer)) as date) as paid_on,
        is_single or whole_months - months >= months_a_payment as is_whole
    from dues
    where is_single
        or (paid_on < paid_before and months < whole_months)
),

final as (
    select
        paid.contract_id,
        paid.account_id,
        paid.paid_on,
        case
            when paid.is_whole and stg_fx.rate = 1 then paid.rounded_payment
            else round(
                stg_fx.rate * if(
                    paid.is_whole,
                    paid.payment,
                    paid.monthly_amount * (paid.whole_months - paid.months)
                ),
                4
            )
        end as amount
    from paid
    inner join stg_fx
        on paid.currency = stg_fx.currency
        and date_trunc('month', paid.paid_on) = stg_fx.month
)

select contract_id, account_id, paid_on, amount
from final
order by contract_id, paid_on
