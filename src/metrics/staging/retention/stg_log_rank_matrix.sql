-- Grain: one row per dimension, row and column of the log-rank test of all its
-- segments: covariances of their events; column 0 = observed - expected.
with

risk_sets as (
    select
        dimension,
        segment,
        age,
        at_risk,
        events,
        sum(at_risk) over one_age as all_at_risk,
        sum(events) over one_age as all_events
    from stg_risk_sets
    cross join settings
    where stg_risk_sets.unit = settings.survival_unit
    window one_age as (partition by dimension, age)
),

-- Who was never at risk when anybody left cannot be compared.
expectations as (
    select
        dimension,
        segment,
        sum(events) as observed,
        sum(all_events * at_risk / all_at_risk order by age) as expected
    from risk_sets
    where all_at_risk > 0
    group by dimension, segment
    having expected > 0
),

-- The first segment follows from the others: their events add up.
places as (
    select
        expectations.*,
        row_number() over (
            partition by dimension
            order by segment
        ) - 1 as place
    from expectations
),

weights as (
    select
        risk_sets.dimension,
        risk_sets.age,
        places.place,
        risk_sets.at_risk / risk_sets.all_at_risk as share,
        risk_sets.all_events * (risk_sets.all_at_risk - risk_sets.all_events)
        / (risk_sets.all_at_risk - 1) as spread
    from risk_sets
    inner join places
        on risk_sets.dimension = places.dimension
        and risk_sets.segment = places.segment
    where places.place > 0
        and risk_sets.at_risk > 0
        and risk_sets.all_events > 0
        and risk_sets.all_at_risk > 1
),

final as (
    select
        one.dimension,
        one.place as line,
        other.place,
        sum(
            one.spread * one.share
            * (if(one.place = other.place, 1, 0) - other.share)
            order by one.age
        ) as amount
    from weights as one
    inner join weights as other
        on one.dimension = other.dimension
        and one.age = other.age
    group by one.dimension, one.place, other.place

    union all

    select dimension, place, 0, observed - expected
    from places
    where place > 0
)

select dimension, line, place, amount
from final
order by dimension, line, place
