-- Grain: one row per account and run of completed months of age, [age,
-- before_age), live at one MRR; each age is a run of its own where rates move
-- it. Ages are reached by as_of: last_age is the last one.
with

starts as (
    select
        stg_coverage.account_id,
        stg_coverage.starts_on as started_on,
        settings.as_of,
        datesub('month', stg_coverage.starts_on, settings.as_of) as last_age
    from stg_coverage
    cross join settings
    where stg_coverage.span = 1
),

-- The first age on or after a day is one more than that reached the day before.
local_runs as (
    select
        starts.account_id,
        starts.started_on,
        starts.last_age,
        levels.currency,
        levels.is_home,
        levels.mrr,
        levels.micros,
        if(
            levels.starts_on <= starts.started_on,
            0,
            datesub('month', starts.started_on, levels.starts_on - 1) + 1
        ) as age,
        if(
            levels.ends_before > starts.as_of,
            starts.last_age,
            datesub('month', starts.started_on, levels.ends_before - 1)
        ) + 1 as before_age
    from starts
    inner join stg_account_levels as levels
        on starts.account_id = levels.account_id
    where levels.ends_before > starts.started_on
        and levels.starts_on <= starts.as_of
        and age < before_age
),

foreign_ages as (
    select
        local_runs.* exclude (age),
        unnest(range(age, before_age)) as age
    from local_runs
    where not is_home
),

runs as (
    select
        account_id, started_on, last_age, age, age + 1 as before_age,
        cast(sum(
            case
                when stg_fx.rate = 1 then mrr
                when units is not null and micros is not null
                    then cast(cast(sign(micros) * (
                        abs(micros) // 100000000 * units
                        + (abs(micros) % 100000000 * units + 50000000)
                        // 100000000
                    ) as decimal(18, 0)) * 0.000001 as decimal(38, 6))
                else cast(mrr * stg_fx.rate as decimal(38, 6))
            end
        ) as decimal(38, 6)) as mrr
    from foreign_ages
    inner join stg_fx
        on date_trunc(
            'month',
            started_on + to_months(cast(foreign_ages.age as integer))
        ) = stg_fx.month
        and foreign_ages.currency = stg_fx.currency
    group by all
    union all
    select account_id, started_on, last_age, age, before_age, mrr
    from local_runs
    where is_home
),

days as (
    select
        runs.*,
        cast(started_on + to_months(cast(age as integer)) as date) as day
    from runs
),

final as (
    select days.*
    from days
    inner join stg_coverage
        on days.account_id = stg_coverage.account_id
        and days.day >= stg_coverage.starts_on
        and days.day < coalesce(stg_coverage.ends_before, 'infinity')
)

select account_id, started_on, last_age, age, before_age, mrr
from final
order by account_id, age
