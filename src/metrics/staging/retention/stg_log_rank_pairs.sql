-- Grain: one row per dimension and two segments of it, in alphabetical order.
with

risk_sets as (
    select dimension, segment, age, at_risk, events
    from stg_risk_sets
    cross join settings
    where stg_risk_sets.unit = settings.survival_unit
),

segments as (
    select dimension, segment, max(age) as last_age
    from risk_sets
    group by dimension, segment
),

pairs as (
    select
        segments.dimension,
        segments.segment,
        others.segment as other_segment,
        unnest(generate_series(0, greatest(segments.last_age, others.last_age)))
            as age
    from segments
    inner join segments as others
        on segments.dimension = others.dimension
        and segments.segment < others.segment
),

ages as (
    select
        pairs.dimension,
        pairs.segment,
        pairs.other_segment,
        pairs.age,
        coalesce(one.events, 0) as own_events,
        coalesce(one.at_risk, 0) as own_at_risk,
        own_events + coalesce(other.events, 0) as all_events,
        own_at_risk + coalesce(other.at_risk, 0) as all_at_risk,
        all_events * own_at_risk / nullif(all_at_risk, 0) as expected
    from pairs
    left join risk_sets as one
        on pairs.dimension = one.dimension
        and pairs.segment = one.segment
        and pairs.age = one.age
    left join risk_sets as other
        on pairs.dimension = other.dimension
        and pairs.other_segment = other.segment
        and pairs.age = other.age
),

-- Sums in the order of age: the same to the last digit on every run.
sums as (
    select
        dimension,
        segment,
        other_segment,
        cast(sum(own_events) as bigint) as observed,
        coalesce(sum(expected order by age), 0) as expected,
        coalesce(
            sum(
                expected
                * (1 - own_at_risk / nullif(all_at_risk, 0))
                * (all_at_risk - all_events)
                / nullif(all_at_risk - 1, 0)
                order by age
            ),
            0
        ) as variance
    from ages
    group by dimension, segment, other_segment
),

final as (
    select
        dimension,
        segment,
        other_segment,
        observed,
        expected,
        variance,
        (observed - expected) * (observed - expected) / nullif(variance, 0)
            as chi_square
    from sums
)

select
    dimension, segment, other_segment, observed, expected, variance, chi_square
from final
order by dimension, segment, other_segment
