-- Grain: one row per account and time with lines of a sum above 0, gaps within
-- the grace bridged, begun by as_of.
with

spans as (
    select
        account_id,
        starts_on,
        ends_before,
        lag(ends_before) over by_start as previous_end
    from stg_paid_spans
    window by_start as (partition by account_id order by starts_on)
),

numbered as (
    select
        spans.account_id,
        spans.starts_on,
        spans.ends_before,
        sum(
            case
                when spans.starts_on - spans.previous_end
                    <= settings.grace_days then 0
                else 1
            end
        ) over (
            partition by spans.account_id
            order by spans.starts_on
        ) as span
    from spans
    cross join settings
),

islands as (
    select
        account_id,
        cast(span as integer) as span,
        min(starts_on) as starts_on,
        nullif(max(coalesce(ends_before, 'infinity')), 'infinity')
            as ends_before,
        span = max(span) over (partition by account_id) as is_last
    from numbered
    group by account_id, span
),

judged as (
    select
        islands.account_id,
        islands.span,
        islands.starts_on,
        islands.ends_before,
        islands.is_last
        and coalesce(islands.ends_before <= settings.as_of, false)
        and settings.as_of - islands.ends_before < settings.grace_days
        and stg_renewable_ends.account_id is not null as is_awaiting
    from islands
    cross join settings
    left join stg_renewable_ends
        on islands.account_id = stg_renewable_ends.account_id
        and islands.ends_before = stg_renewable_ends.ends_before
    where islands.starts_on <= settings.as_of
),

final as (
    select
        account_id,
        span,
        starts_on,
        case when not is_awaiting then ends_before end as ends_before,
        is_awaiting
    from judged
)

select account_id, span, starts_on, ends_before, is_awaiting
from final
order by account_id, span
