-- Grain: one row per unit of age (month; day too where settings say so),
-- dimension, segment and completed age, from 0 to the last one without a hole.
with

units as (
    select 'month' as unit
    union all
    select 'day' as unit
    from settings
    where survival_unit = 'day'
),

ages as (
    select
        account_lifetimes.account_id,
        units.unit,
        if(
            units.unit = 'month',
            account_lifetimes.age_months,
            coalesce(account_lifetimes.churned_on, settings.as_of)
            - account_lifetimes.started_on
        ) as age,
        if(
            units.unit = 'month',
            account_lifetimes.entry_age_months,
            settings.data_from - account_lifetimes.started_on
        ) as entry_age,
        account_lifetimes.is_churned,
        account_lifetimes.started_on < settings.data_from as is_late
    from account_lifetimes
    cross join settings
    cross join units
),

-- Who was a customer before data_from is seen only from the age after the one
-- it had then; who left before it was never seen.
seen as (
    select
        ages.unit,
        stg_account_segments.dimension,
        stg_account_segments.segment,
        ages.age,
        ages.is_churned,
        if(ages.is_late, ages.entry_age + 1, 0) as first_age
    from ages
    inner join stg_account_segments
        on ages.account_id = stg_account_segments.account_id
    where ages.age >= first_age
),

last_ages as (
    select unit, dimension, segment, max(age) as age
    from seen
    group by unit, dimension, segment
),

changes as (
    select unit, dimension, segment, first_age as age, 1 as change,
        null as is_churn
    from seen
    union all
    select unit, dimension, segment, age + 1, -1, null
    from seen
    union all
    select unit, dimension, segment, age, 0, is_churned
    from seen
    union all
    select unit, dimension, segment, unnest(generate_series(0, age)), 0, null
    from last_ages
),

totals as (
    select
        unit,
        dimension,
        segment,
        age,
        sum(change) as change,
        count(*) filter (where is_churn) as events,
        count(*) filter (where not is_churn) as censored,
        max(age) over (partition by unit, dimension, segment) as end_age
    from changes
    group by unit, dimension, segment, age
),

final as (
    select unit, dimension, segment, age, events, censored,
        cast(sum(change) over (
            partition by unit, dimension, segment
            order by age
        ) as bigint) as at_risk
    from totals
    qualify age < end_age
)

select unit, dimension, segment, age, at_risk, events, censored
from final
order by unit, dimension, segment, age
