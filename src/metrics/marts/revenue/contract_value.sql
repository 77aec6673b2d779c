-- Grain: one row per dimension, segment and month of signature.
with

-- Signatures and one-off lines can lie before the first recurring revenue.
known_months as (
    select month
    from stg_signatures
    union
    select month
    from stg_months
),

first_month as (
    select min(month) as month
    from known_months
),

first_recurring as (
    select min(month) as month
    from stg_months
),

months as (
    select
        settings.as_of,
        cast(unnest(generate_series(
            first_month.month,
            date_trunc('month', settings.as_of),
            to_months(1)
        )) as date) as month
    from first_month
    cross join settings
),

segments as (
    select distinct dimension, segment
    from stg_account_segments
),

profiles as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_signatures.*
    from stg_signatures
    inner join stg_account_segments
        on stg_signatures.profile = stg_account_segments.account_id
),

monthly as (
    select
        segments.dimension,
        segments.segment,
        months.month,
        last_day(months.month) <= months.as_of as is_complete,
        coalesce(sum(profiles.contracts), 0) as contracts,
        coalesce(sum(profiles.tcv), 0) as tcv
    from segments
    cross join months
    left join profiles
        on segments.dimension = profiles.dimension
        and segments.segment = profiles.segment
        and months.month = profiles.month
    group by all
),

final as (
    select
        monthly.dimension,
        monthly.segment,
        monthly.month,
        monthly.is_complete,
        cast(monthly.contracts as bigint) as contracts,
        cast(monthly.tcv as decimal(38, 6)) as tcv,
        case
            when monthly.month >= first_recurring.month + interval 11 months
                then cast(sum(monthly.tcv) over (
                    partition by monthly.dimension, monthly.segment
                    order by monthly.month
                    rows between 11 preceding and current row
                ) as decimal(38, 6))
        end as tcv_12_months
    from monthly
    cross join first_recurring
)

select dimension, segment, month, is_complete, contracts, tcv, tcv_12_months
from final
order by dimension, segment, month
