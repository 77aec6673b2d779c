-- Grain: one row per unit (month, quarter), cohort and completed month of age.
with

units as (
    select unnest(['month', 'quarter']) as unit
),

cohort_steps as (
    select
        units.unit,
        cast(date_trunc(units.unit, cohort_month) as date) as cohort,
        stg_cohort_steps.*
    from stg_cohort_steps
    cross join units
),

-- The last step of a cohort is after its last age.
ages as (
    select unit, cohort, unnest(range(0, max(age))) as age
    from cohort_steps
    group by unit, cohort
),

changes as (
    select
        ages.unit,
        ages.cohort,
        ages.age,
        sum(reached) as reached,
        sum(live) as live,
        sum(start_mrr) as start_mrr,
        sum(mrr) as mrr,
        sum(capped_mrr) as capped_mrr
    from ages
    left join cohort_steps
        on ages.unit = cohort_steps.unit
        and ages.cohort = cohort_steps.cohort
        and ages.age = cohort_steps.age
    group by ages.unit, ages.cohort, ages.age
),

cells as (
    select
        unit,
        cohort,
        age,
        cast(sum(reached) over by_age as bigint) as reached,
        cast(sum(live) over by_age as bigint) as live,
        cast(sum(start_mrr) over by_age as decimal(38, 6)) as start_mrr,
        cast(sum(mrr) over by_age as decimal(38, 6)) as mrr,
        cast(sum(capped_mrr) over by_age as decimal(38, 6)) as capped_mrr
    from changes
    window by_age as (partition by unit, cohort order by age)
),

final as (
    select
        cells.*,
        first_value(reached) over by_age as size,
        if(reached = size, lag(live, 3) over by_age, null) as live_before,
        if(reached = size, lag(mrr, 3) over by_age, null) as mrr_before,
        if(reached = size, lag(live) over by_age, null) as live_month_before,
        if(reached = size, lag(mrr) over by_age, null) as mrr_month_before,
        live / reached as logo_retention,
        mrr / nullif(start_mrr, 0) as revenue_retention,
        capped_mrr / nullif(start_mrr, 0) as gross_retention,
        reached = size as is_complete
    from cells
    window by_age as (partition by unit, cohort order by age)
)

select
    unit,
    cohort,
    age,
    size,
    reached,
    live,
    live_before,
    live_month_before,
    start_mrr,
    mrr,
    mrr_before,
    mrr_month_before,
    capped_mrr,
    logo_retention,
    revenue_retention,
    gross_retention,
    is_complete
from final
order by unit, cohort, age
