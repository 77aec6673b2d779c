-- Grain: one row per dimension, segment, unit of cohort, cohort and completed
-- month of age.
with

units as (
    select unnest(['month', 'quarter']) as unit
),

cohort_steps as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        units.unit,
        cast(date_trunc(units.unit, cohort_month) as date) as cohort,
        stg_cohort_steps.*
    from stg_cohort_steps
    cross join units
    inner join stg_account_segments
        on stg_cohort_steps.profile = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'
),

-- The last step of a cohort is after its last age.
ages as (
    select dimension, segment, unit, cohort, unnest(range(0, max(age))) as age
    from cohort_steps
    group by dimension, segment, unit, cohort
),

cells as (
    select
        ages.*,
        cast(sum(sum(reached)) over by_age as bigint) as reached,
        cast(sum(sum(live)) over by_age as bigint) as live,
        cast(sum(sum(start_mrr)) over by_age as decimal(38, 6)) as start_mrr,
        cast(sum(sum(mrr)) over by_age as decimal(38, 6)) as mrr,
        cast(sum(sum(capped_mrr)) over by_age as decimal(38, 6)) as capped_mrr
    from ages
    left join cohort_steps
        on ages.dimension = cohort_steps.dimension
        and ages.segment = cohort_steps.segment
        and ages.unit = cohort_steps.unit
        and ages.cohort = cohort_steps.cohort
        and ages.age = cohort_steps.age
    group by
        ages.dimension, ages.segment, ages.unit, ages.cohort, ages.age
    window by_age as (
        partition by ages.dimension, ages.segment, ages.unit, ages.cohort
        order by ages.age
    )
),

final as (
    select
        cells.*,
        first_value(reached) over (
            partition by dimension, segment, unit, cohort
            order by age
        ) as size,
        live / reached as logo_retention,
        mrr / nullif(start_mrr, 0) as revenue_retention,
        capped_mrr / nullif(start_mrr, 0) as gross_retention,
        reached = size as is_complete
    from cells
)

select
    dimension, segment, unit, cohort, age, size, reached, live, start_mrr, mrr,
    capped_mrr, logo_retention, revenue_retention, gross_retention, is_complete
from final
order by dimension, segment, unit, cohort, age
