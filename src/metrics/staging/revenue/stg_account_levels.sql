-- Grain: one row per account, currency and stretch of one MRR in it. micros is
-- foreign MRR in millionths, null where that is a large number.
with

changes as (
    select
        account_id,
        currency,
        starts_on as day,
        monthly_amount as amount,
        1 as lines
    from stg_live_lines
    union all
    select account_id, currency, ends_before, -monthly_amount, -1
    from stg_live_lines
    where ends_before is not null
),

days as (
    select
        account_id,
        currency,
        day,
        sum(amount) as amount,
        sum(lines) as lines
    from changes
    group by account_id, currency, day
),

levels as (
    select
        account_id,
        currency,
        day as starts_on,
        coalesce(lead(day) over by_day, 'infinity') as ends_before,
        cast(sum(amount) over by_day as decimal(38, 6)) as mrr,
        sum(lines) over by_day as lines
    from days
    window by_day as (partition by account_id, currency order by day)
),

live as (
    select
        levels.account_id,
        levels.currency,
        levels.starts_on,
        levels.ends_before,
        levels.mrr,
        bool_and(levels.currency = settings.currency) over (
            partition by levels.account_id
        ) as is_home
    from levels
    cross join settings
    where levels.lines > 0
),

-- The engine divides wide decimals bit by bit, and whole numbers at once.
final as (
    select
        live.*,
        case
            when not is_home and abs(mrr) < 1000000000
                then cast(trunc(cast(mrr as decimal(18, 6))) as bigint)
                * 1000000
                + cast(
                    cast(cast(mrr as decimal(18, 6)) % 1 as decimal(7, 6))
                    * 1000000 as bigint
                )
        end as micros
    from live
)

select account_id, currency, starts_on, ends_before, mrr, is_home, micros
from final
order by account_id, currency, starts_on
