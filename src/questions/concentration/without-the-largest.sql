-- Grain: one row per set of customers of a year ago: all, and all but the ten
-- largest of then.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

opening as (
    select
        stg_account_runs.account_id,
        stg_account_runs.mrr,
        row_number() over (
            order by stg_account_runs.mrr desc, stg_account_runs.account_id
        ) as place
    from stg_account_runs
    inner join newest
        on newest.month - interval 12 months >= stg_account_runs.month
        and newest.month - interval 12 months < stg_account_runs.before_month
),

closing as (
    select
        stg_account_runs.account_id,
        stg_account_runs.mrr
    from stg_account_runs
    inner join newest
        on newest.month >= stg_account_runs.month
        and newest.month < stg_account_runs.before_month
),

sets as (
    select name, first_place
    from (
        values
            ('all customers', 1),
            ('without the ten largest', 11)
    ) as sets (name, first_place)
),

final as (
    select
        sets.first_place,
        sets.name as customers_of,
        count(*) as customers,
        cast(12 * sum(opening.mrr) as decimal(38, 6)) as opening_arr,
        cast(12 * coalesce(sum(closing.mrr), 0) as decimal(38, 6))
            as arr_now,
        sum(closing.mrr) / nullif(sum(opening.mrr), 0) as nrr,
        sum(least(opening.mrr, coalesce(closing.mrr, 0)))
            / nullif(sum(opening.mrr), 0) as grr
    from sets
    inner join opening
        on opening.place >= sets.first_place
    left join closing
        on opening.account_id = closing.account_id
    group by sets.first_place, sets.name
)

select
    customers_of,
    customers,
    opening_arr,
    arr_now,
    nrr,
    grr
from final
order by first_place
