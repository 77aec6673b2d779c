-- Grain: one row per account and completed month of age reached by as_of.
with

starts as (
    select
        stg_coverage.account_id,
        stg_coverage.starts_on as started_on,
        datesub('month', stg_coverage.starts_on, settings.as_of) as last_age
    from stg_coverage
    cross join settings
    where stg_coverage.span = 1
),

ages as (
    select
        account_id,
        started_on,
        unnest(generate_series(0, last_age)) as age
    from starts
),

days as (
    select
        account_id,
        started_on,
        age,
        cast(started_on + to_months(cast(age as integer)) as date) as day
    from ages
),

covered as (
    select
        days.account_id,
        days.started_on,
        days.age,
        days.day,
        stg_coverage.account_id is not null as is_live
    from days
    left join stg_coverage
        on days.account_id = stg_coverage.account_id
        and days.day >= stg_coverage.starts_on
        and days.day < coalesce(stg_coverage.ends_before, 'infinity')
),

locals as (
    select
        covered.account_id,
        covered.age,
        covered.day,
        stg_live_lines.currency,
        cast(sum(stg_live_lines.monthly_amount) as decimal(38, 6)) as mrr
    from covered
    inner join stg_live_lines
        on covered.account_id = stg_live_lines.account_id
        and covered.day >= stg_live_lines.starts_on
        and covered.day < coalesce(stg_live_lines.ends_before, 'infinity')
    where covered.is_live
    group by all
),

converted as (
    select
        locals.account_id,
        locals.age,
        cast(sum(
            case
                when stg_fx.rate = 1 then locals.mrr
                else cast(locals.mrr * stg_fx.rate as decimal(38, 6))
            end
        ) as decimal(38, 6)) as mrr
    from locals
    inner join stg_fx
        on cast(date_trunc('month', locals.day) as date) = stg_fx.month
        and locals.currency = stg_fx.currency
    group by all
),

final as (
    select
        covered.account_id,
        covered.started_on,
        covered.age,
        covered.day,
        covered.is_live,
        coalesce(converted.mrr, 0) as mrr
    from covered
    left join converted
        on covered.account_id = converted.account_id
        and covered.age = converted.age
)

select account_id, started_on, age, day, is_live, mrr
from final
order by account_id, age
