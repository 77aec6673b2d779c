-- Grain: one row per unit (month, day), dimension, segment and completed age.
with

hazards as (
    select
        unit,
        dimension,
        segment,
        age,
        at_risk,
        events,
        censored,
        coalesce(events / nullif(at_risk, 0), 0) as hazard,
        sum(events / nullif(at_risk * (at_risk - events), 0)) over (
            partition by unit, dimension, segment
            order by age
        ) as greenwood
    from stg_risk_sets
),

-- The product age after age, in this order: never a digit up, and the same on
-- every run.
products as (
    select
        unit,
        dimension,
        segment,
        list_reduce(
            list([1 - hazard] order by age),
            lambda so_far, kept:
                list_append(so_far, so_far[-1] * kept[1])
        ) as curve
    from hazards
    group by unit, dimension, segment
),

-- Log(-log) band; it has no value where survival is 1 or 0.
bands as (
    select
        hazards.*,
        products.curve[hazards.age + 1] as survival,
        case
            when survival > 0 and survival < 1
                then 1.959964 * sqrt(hazards.greenwood) / ln(survival)
        end as theta
    from hazards
    inner join products
        on hazards.unit = products.unit
        and hazards.dimension = products.dimension
        and hazards.segment = products.segment
),

final as (
    select
        unit,
        dimension,
        segment,
        age,
        at_risk,
        events,
        censored,
        hazard,
        survival,
        case
            when survival > 0 then survival * sqrt(coalesce(greenwood, 0))
        end as standard_error,
        pow(survival, exp(-theta)) as lower,
        pow(survival, exp(theta)) as upper
    from bands
)

select
    unit, dimension, segment, age, at_risk, events, censored, hazard, survival,
    standard_error, lower, upper
from final
order by unit, dimension, segment, age
