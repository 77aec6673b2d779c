-- Grain: one row per dimension, segment, unit (month, quarter), cohort and
-- completed month of age.
with

months as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_cohort_steps.cohort_month,
        stg_cohort_steps.age,
        sum(stg_cohort_steps.reached) as reached,
        sum(stg_cohort_steps.live) as live,
        sum(stg_cohort_steps.start_mrr) as start_mrr,
        sum(stg_cohort_steps.mrr) as mrr,
        sum(stg_cohort_steps.capped_mrr) as capped_mrr
    from stg_cohort_steps
    inner join stg_account_segments
        on stg_cohort_steps.profile = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'
    group by all
),

-- A manager wins too few customers a month for a cohort of them.
steps as (
    select
        'month' as unit,
        cohort_month as cohort,
        months.* exclude (cohort_month)
    from months
    where dimension <> 'owner'
    union all
    select
        'quarter',
        cast(date_trunc('quarter', cohort_month) as date) as quarter,
        dimension,
        segment,
        age,
        sum(reached),
        sum(live),
        sum(start_mrr),
        sum(mrr),
        sum(capped_mrr)
    from months
    group by dimension, segment, quarter, age
),

-- The last step of a cohort is after its last age.
cohorts as (
    select
        dimension, segment, unit, cohort,
        max(age) as end_age,
        sum(reached) filter (where age = 0) as size,
        row_number() over (order by dimension, segment, unit, cohort) as place
    from steps
    group by dimension, segment, unit, cohort
),

ages as (
    select dimension, segment, unit, cohort, place, size, age
    from cohorts
    cross join lateral (select unnest(range(0, end_age)) as age)
),

cells as (
    select
        ages.*,
        cast(sum(reached) over by_age as bigint) as reached,
        cast(sum(live) over by_age as bigint) as live,
        cast(sum(start_mrr) over by_age as decimal(38, 6)) as start_mrr,
        cast(sum(mrr) over by_age as decimal(38, 6)) as mrr,
        cast(sum(capped_mrr) over by_age as decimal(38, 6)) as capped_mrr
    from ages
    left join steps using (dimension, segment, unit, cohort, age)
    window by_age as (partition by ages.place order by ages.age)
),

final as (
    select
        cells.* replace (cast(size as bigint) as size),
        if(reached = size, lag(live, 3) over by_age, null) as live_before,
        if(reached = size, lag(mrr, 3) over by_age, null) as mrr_before,
        if(reached = size, lag(live) over by_age, null) as live_month_before,
        if(reached = size, lag(mrr) over by_age, null) as mrr_month_before,
        live / reached as logo_retention,
        mrr / nullif(start_mrr, 0) as revenue_retention,
        capped_mrr / nullif(start_mrr, 0) as gross_retention,
        reached = size as is_complete
    from cells
    window by_age as (partition by place order by age)
)

select
    dimension, segment, unit, cohort, age, size, reached, live, live_before,
    live_month_before, start_mrr, mrr, mrr_before, mrr_month_before, capped_mrr,
    logo_retention, revenue_retention, gross_retention, is_complete
from final
order by place, age
