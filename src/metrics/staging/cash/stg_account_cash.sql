-- Grain: one row per account with known CAC and margin, and run of payments of
-- one margin, [payment, before_payment). Payment k is the MRR on the day of age
-- k - 1. The one after the last completed month of age has been made too.
with

margin as (
    select arg_max(margin_12_months, month) as share
    from gross_margin
    where dimension = 'all'
        and is_complete
),

final as (
    select
        stg_account_ages.account_id,
        stg_account_ages.age + 1 as payment,
        stg_account_ages.before_age + 1 as before_payment,
        cast(stg_account_ages.mrr * margin.share as decimal(38, 6))
            as margin_paid
    from stg_account_ages
    inner join stg_account_acquisition as bought
        on stg_account_ages.account_id = bought.account_id
    cross join margin
    where margin.share is not null
)

select account_id, payment, before_payment, margin_paid
from final
order by account_id, payment
