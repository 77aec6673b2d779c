-- Grain: one row per account with known CAC and margin, and month of age.
-- Payment k is the MRR on the day of age k - 1. The payment after the last
-- completed month of age has been made too: its row is not is_reached.
with

margin as (
    select arg_max(margin_12_months, month) as share
    from gross_margin
    where is_complete
),

payments as (
    select account_id, 0 as age, cast(null as date) as paid_on, 0 as mrr
    from stg_account_acquisition

    union all

    select account_id, age + 1 as age, day as paid_on, mrr
    from stg_account_ages
),

earned as (
    select
        payments.account_id,
        payments.age,
        payments.age <= bought.reached_age as is_reached,
        coalesce(payments.paid_on < bought.churned_on, false)
            as is_before_churn,
        bought.cac,
        cast(payments.mrr * margin.share as decimal(38, 6)) as margin_paid
    from payments
    inner join stg_account_acquisition as bought
        on payments.account_id = bought.account_id
    cross join margin
    where margin.share is not null
),

final as (
    select
        earned.*,
        cast(
            sum(margin_paid) over (
                partition by account_id
                order by age
            ) as decimal(38, 6)
        ) as cumulative_margin
    from earned
)

select
    account_id,
    age,
    is_reached,
    is_before_churn,
    cac,
    margin_paid,
    cumulative_margin
from final
order by account_id, age
