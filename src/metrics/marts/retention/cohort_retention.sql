-- Grain: one row per unit of cohort, cohort and completed month of age.
with

units as (
    select unnest(['month', 'quarter']) as unit
),

members as (
    select
        units.unit,
        stg_account_ages.account_id,
        cast(date_trunc(units.unit, stg_account_ages.started_on) as date)
            as cohort,
        stg_account_ages.mrr as start_mrr
    from stg_account_ages
    cross join units
    where stg_account_ages.age = 0
),

sizes as (
    select unit, cohort, count(*) as size
    from members
    group by unit, cohort
),

cells as (
    select
        members.unit,
        members.cohort,
        stg_account_ages.age,
        count(*) as reached,
        count(*) filter (where stg_account_ages.is_live) as live,
        cast(sum(members.start_mrr) as decimal(38, 6)) as start_mrr,
        cast(sum(stg_account_ages.mrr) as decimal(38, 6)) as mrr,
        cast(
            sum(least(stg_account_ages.mrr, members.start_mrr))
            as decimal(38, 6)
        ) as capped_mrr
    from members
    inner join stg_account_ages
        on members.account_id = stg_account_ages.account_id
    group by members.unit, members.cohort, stg_account_ages.age
),

final as (
    select
        cells.unit,
        cells.cohort,
        cells.age,
        sizes.size,
        cells.reached,
        cells.live,
        cells.start_mrr,
        cells.mrr,
        cells.capped_mrr,
        cells.live / cells.reached as logo_retention,
        cells.mrr / nullif(cells.start_mrr, 0) as revenue_retention,
        cells.capped_mrr / nullif(cells.start_mrr, 0) as gross_retention,
        cells.reached = sizes.size as is_complete
    from cells
    inner join sizes
        on cells.unit = sizes.unit
        and cells.cohort = sizes.cohort
)

select
    unit,
    cohort,
    age,
    size,
    reached,
    live,
    start_mrr,
    mrr,
    capped_mrr,
    logo_retention,
    revenue_retention,
    gross_retention,
    is_complete
from final
order by unit, cohort, age
