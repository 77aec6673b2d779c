-- Grain: one row per account with a span that counts, its first; none where
-- spans that begin and end within a month count too.
with

final as (
    select stg_coverage.account_id, min(stg_coverage.span) as span
    from stg_coverage
    cross join settings
    where settings.churn_same_month = 'ignored'
        and coalesce(stg_coverage.ends_before, 'infinity')
        > least(last_day(stg_coverage.starts_on), settings.as_of)
    group by stg_coverage.account_id
)

select account_id, span
from final
order by account_id
