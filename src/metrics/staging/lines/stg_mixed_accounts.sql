-- Grain: one row per account with recurring lines in several currencies and one
-- below 0: the rates of a month decide whether they sum to more than 0 in it.
with

final as (
    select account_id
    from stg_recurring_lines
    group by account_id
    having min(monthly_amount) < 0
        and min(currency) <> max(currency)
)

select account_id
from final
order by account_id
