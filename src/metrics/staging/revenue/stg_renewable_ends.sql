-- Grain: one row per account and day from which lines that ended without notice
-- can still be renewed. Apart from stg_coverage, its only reader: version 1.4.3
-- of the engine, on two threads, now and then dies of a join of these groups
-- with that one's windows in one statement.
with

final as (
    select stg_contract_lines.account_id, stg_contract_lines.ends_before
    from stg_contract_lines
    cross join settings
    where stg_contract_lines.is_recurring
        and coalesce(stg_contract_lines.cancelled_on, 'infinity')
        > settings.as_of
    group by stg_contract_lines.account_id, stg_contract_lines.ends_before
    having sum(stg_contract_lines.monthly_amount) > 0
)

select account_id, ends_before
from final
order by account_id, ends_before
