-- Grain: one row per dimension, segment, unit (month, quarter) and period.
with

judged as (
    select
        stg_accounts.profile,
        cast(date_trunc('month', events.ended_on) as date) as month,
        count(*) filter (not events.is_open) as ended,
        count(*) filter (not events.is_open and events.renewed_arr > 0)
            as renewed,
        count(*) filter (events.is_open) as open_events,
        sum(events.expiring_arr) filter (not events.is_open) as expiring_arr,
        sum(greatest(events.renewed_arr, 0)) filter (not events.is_open)
            as renewed_arr,
        sum(least(greatest(events.renewed_arr, 0), events.expiring_arr))
            filter (not events.is_open) as kept_arr,
        sum(events.expiring_arr) filter (events.is_open) as open_arr
    from stg_renewal_events as events
    inner join stg_accounts
        on events.account_id = stg_accounts.account_id
    group by all
),

segmented as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        judged.month,
        sum(judged.ended) as ended,
        sum(judged.renewed) as renewed,
        sum(judged.open_events) as open_events,
        sum(judged.expiring_arr) as expiring_arr,
        sum(judged.renewed_arr) as renewed_arr,
        sum(judged.kept_arr) as kept_arr,
        sum(judged.open_arr) as open_arr
    from judged
    inner join stg_account_segments
        on judged.profile = stg_account_segments.account_id
    group by all
),

units as (
    select unnest(['month', 'quarter']) as unit
),

periods as (
    select
        stg_segment_months.dimension,
        stg_segment_months.segment,
        units.unit,
        cast(date_trunc(units.unit, stg_segment_months.month) as date)
            as period,
        sum(segmented.ended) as ended,
        sum(segmented.renewed) as renewed,
        sum(segmented.open_events) as open_events,
        sum(segmented.expiring_arr) as expiring_arr,
        sum(segmented.renewed_arr) as renewed_arr,
        sum(segmented.kept_arr) as kept_arr,
        sum(segmented.open_arr) as open_arr
    from stg_segment_months
    cross join units
    left join segmented
        on stg_segment_months.dimension = segmented.dimension
        and stg_segment_months.segment = segmented.segment
        and stg_segment_months.month = segmented.month
    group by all
),

final as (
    select
        periods.dimension,
        periods.segment,
        periods.unit,
        periods.period,
        periods.period
        + if(periods.unit = 'month', interval 1 month, interval 3 months)
        + to_days(settings.grace_days) <= settings.as_of as is_complete,
        cast(coalesce(ended, 0) as bigint) as ended,
        cast(coalesce(renewed, 0) as bigint) as renewed,
        cast(coalesce(open_events, 0) as bigint) as open_events,
        cast(coalesce(expiring_arr, 0) as decimal(38, 6)) as expiring_arr,
        cast(coalesce(renewed_arr, 0) as decimal(38, 6)) as renewed_arr,
        cast(coalesce(kept_arr, 0) as decimal(38, 6)) as kept_arr,
        cast(coalesce(open_arr, 0) as decimal(38, 6)) as open_arr,
        cast(renewed as double) / nullif(ended, 0) as renewal_rate,
        cast(kept_arr as double) / expiring_arr as pure_rate,
        cast(renewed_arr as double) / expiring_arr as expanded_rate
    from periods
    cross join settings
)

select
    dimension, segment, unit, period, is_complete, ended, renewed, open_events,
    expiring_arr, renewed_arr, kept_arr, open_arr, renewal_rate, pure_rate,
    expanded_rate
from final
order by dimension, segment, unit, period
