-- Grain: one row per account and day from which lines that ended without notice
-- can still be renewed. Apart from its only reader, stg_bridged_spans: version
-- 1.4.3 of the engine, on two threads, now and then dies of a join of these
-- groups with that one's windows in one statement.
with

final as (
    select stg_recurring_lines.account_id, stg_recurring_lines.ends_before
    from stg_recurring_lines
    cross join settings
    inner join stg_fx
        on date_trunc('month', settings.as_of) = stg_fx.month
        and stg_recurring_lines.currency = stg_fx.currency
    where coalesce(stg_recurring_lines.cancelled_on, 'infinity')
        > settings.as_of
    group by stg_recurring_lines.account_id, stg_recurring_lines.ends_before
    having sum(
        stg_recurring_lines.monthly_amount * stg_fx.rate
    ) > 0
)

select account_id, ends_before
from final
order by account_id, ends_before
