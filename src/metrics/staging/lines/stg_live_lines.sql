-- Grain: one row per recurring line, over the time in which it counts in MRR.
with

spans as (
    select
        account_id,
        ends_before,
        lead(starts_on) over (
            partition by account_id
            order by starts_on
        ) as next_start
    from stg_paid_spans
),

awaiting as (
    select
        stg_bridged_spans.account_id,
        max(stg_paid_spans.ends_before) as starts_on
    from stg_bridged_spans
    inner join stg_paid_spans
        on stg_bridged_spans.account_id = stg_paid_spans.account_id
    where stg_bridged_spans.is_awaiting
    group by stg_bridged_spans.account_id
),

-- Over a gap that is no churn the account's lines stand as on the day before,
-- while awaiting renewal those without notice do. The engine joins by loops
-- within loops where a condition is no comparison, hence the day noticed_by.
gaps as (
    select
        spans.account_id,
        spans.ends_before as starts_on,
        spans.next_start as ends_before,
        date '-infinity' as noticed_by
    from spans
    cross join settings
    where spans.next_start - spans.ends_before
        between 1 and settings.grace_days
    union all
    select
        awaiting.account_id,
        awaiting.starts_on,
        date 'infinity',
        settings.as_of
    from awaiting
    cross join settings
),

moved as (
    select
        stg_recurring_lines.contract_id,
        stg_recurring_lines.account_id,
        coalesce(started.ends_before, stg_recurring_lines.starts_on)
            as starts_on,
        coalesce(ended.ends_before, stg_recurring_lines.ends_before, 'infinity')
            as ends_before,
        stg_recurring_lines.monthly_amount,
        stg_recurring_lines.currency
    from stg_recurring_lines
    left join gaps as started
        on stg_recurring_lines.account_id = started.account_id
        and stg_recurring_lines.starts_on >= started.starts_on
        and stg_recurring_lines.starts_on < started.ends_before
    left join gaps as ended
        on stg_recurring_lines.account_id = ended.account_id
        and stg_recurring_lines.starts_on < ended.starts_on
        and stg_recurring_lines.ends_before >= ended.starts_on
        and stg_recurring_lines.ends_before < ended.ends_before
        and coalesce(stg_recurring_lines.cancelled_on, 'infinity')
        > ended.noticed_by
),

final as (
    select
        moved.contract_id,
        moved.account_id,
        moved.starts_on,
        nullif(moved.ends_before, 'infinity') as ends_before,
        moved.monthly_amount,
        moved.currency
    from moved
    cross join settings
    left join stg_mixed_accounts as mixed
        on moved.account_id = mixed.account_id
    where moved.starts_on < moved.ends_before
        and (moved.ends_before > coalesce(settings.measured_from, '-infinity')
        or mixed.account_id is not null)
)

select
    contract_id,
    account_id,
    starts_on,
    ends_before,
    monthly_amount,
    currency
from final
order by contract_id
