-- Grain: one row per dimension, segment and completed month of age.
with

hazards as (
    select
        dimension,
        segment,
        age,
        at_risk,
        events,
        censored,
        coalesce(events / nullif(at_risk, 0), 0) as hazard
    from stg_risk_sets
),

-- The product age after age, in this order: never a digit up, and the same on
-- every run.
products as (
    select
        dimension,
        segment,
        age,
        at_risk,
        events,
        censored,
        hazard,
        list_reduce(
            list(1 - hazard) over by_age,
            lambda so_far, kept: so_far * kept
        ) as survival,
        sum(events / nullif(at_risk * (at_risk - events), 0)) over by_age
            as greenwood
    from hazards
    window by_age as (partition by dimension, segment order by age)
),

-- Log(-log) band; it has no value where survival is 1 or 0.
bands as (
    select
        dimension,
        segment,
        age,
        at_risk,
        events,
        censored,
        hazard,
        survival,
        greenwood,
        case
            when survival > 0 and survival < 1
                then 1.959964 * sqrt(greenwood) / ln(survival)
        end as theta
    from products
),

final as (
    select
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
    dimension,
    segment,
    age,
    at_risk,
    events,
    censored,
    hazard,
    survival,
    standard_error,
    lower,
    upper
from final
order by dimension, segment, age
