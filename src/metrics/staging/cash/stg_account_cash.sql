-- Grain: one row per account with known CAC and margin, and run of payments of
-- one margin, [payment, before_payment). Payment k is the MRR on the day of age
-- k - 1, or by the cash basis what is billed from that day on for a month. The
-- one after the last completed month of age has been made too.
with

margin as (
    select margin_12_months as share
    from gross_margin
    where dimension = 'all'
        and is_complete
    order by month desc
    limit 1
),

monthly as (
    select
        stg_account_ages.account_id,
        stg_account_ages.age,
        stg_account_ages.before_age,
        stg_account_ages.mrr as amount
    from settings
    inner join stg_account_ages
        on settings.cash_basis = 'revenue'
),

-- A line that is paid before the account counts as a customer, such as one of a
-- discount that eats the price, is paid at its start.
billed as (
    select
        stg_payments.account_id,
        greatest(
            datesub('month', bought.started_on, stg_payments.paid_on), 0
        ) as age,
        age + 1 as before_age,
        sum(stg_payments.amount) as amount
    from settings
    inner join stg_payments
        on settings.cash_basis = 'cash'
    inner join stg_recurring_lines
        on stg_payments.contract_id = stg_recurring_lines.contract_id
    inner join stg_account_acquisition as bought
        on stg_payments.account_id = bought.account_id
    group by stg_payments.account_id, age
),

amounts as (
    select account_id, age, before_age, amount
    from monthly
    union all
    select account_id, age, before_age, amount
    from billed
),

final as (
    select
        amounts.account_id,
        amounts.age + 1 as payment,
        amounts.before_age + 1 as before_payment,
        cast(amounts.amount * margin.share as decimal(38, 6)) as margin_paid
    from amounts
    inner join stg_account_acquisition as bought
        on amounts.account_id = bought.account_id
    cross join margin
    where margin.share is not null
)

select account_id, payment, before_payment, margin_paid
from final
order by account_id, payment
