-- Grain: one row per account and time as a customer, begun by as_of.
with

-- Over a bridged gap lines stand as before it. Where the rates of a month take
-- them to 0 or below, their account is no customer in it, whatever the grace.
judged as (
    select
        spans.account_id,
        spans.span,
        stg_mixed_days.day,
        spans.ends_before,
        spans.is_awaiting,
        stg_mixed_days.is_paid,
        lag(stg_mixed_days.is_paid, 1, false) over (
            partition by spans.account_id, spans.span
            order by stg_mixed_days.day
        ) as was_paid
    from stg_mixed_days
    inner join stg_bridged_spans as spans
        on stg_mixed_days.account_id = spans.account_id
        and stg_mixed_days.day >= spans.starts_on
        and stg_mixed_days.day < coalesce(spans.ends_before, 'infinity')
),

turns as (
    select
        judged.*,
        coalesce(
            lead(day) over (partition by account_id, span order by day),
            ends_before
        ) as turned_on
    from judged
    where is_paid <> was_paid
),

final as (
    select
        turns.account_id,
        cast(row_number() over (
            partition by turns.account_id
            order by turns.day
        ) as integer) as span,
        turns.day as starts_on,
        turns.turned_on as ends_before,
        turns.is_awaiting and turns.turned_on is null as is_awaiting
    from turns
    cross join settings
    where turns.is_paid
        and turns.day <= settings.as_of

    union all

    select
        spans.account_id,
        spans.span,
        spans.starts_on,
        spans.ends_before,
        spans.is_awaiting
    from stg_bridged_spans as spans
    left join stg_mixed_accounts
        on spans.account_id = stg_mixed_accounts.account_id
    where stg_mixed_accounts.account_id is null
)

select account_id, span, starts_on, ends_before, is_awaiting
from final
order by account_id, span
