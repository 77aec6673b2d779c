-- Grain: one row per month of first MRR and age at which something changes:
-- what that age adds to the sums over the accounts.
with

members as (
    select
        account_id,
        cast(date_trunc('month', started_on) as date) as cohort_month,
        last_age,
        mrr as start_mrr
    from stg_account_ages
    where age = 0
),

-- From its first age to before its end, what it adds and what it takes away.
steps as (
    select
        cohort_month,
        unnest([0, last_age + 1]) as age,
        unnest([1, -1]) as sign,
        1 as reached,
        start_mrr,
        0 as live,
        0 as mrr,
        0 as capped_mrr
    from members

    union all

    select
        members.cohort_month,
        unnest([ages.age, ages.before_age]),
        unnest([1, -1]),
        0,
        0,
        1,
        ages.mrr,
        least(ages.mrr, members.start_mrr)
    from stg_account_ages as ages
    inner join members
        on ages.account_id = members.account_id
),

final as (
    select
        cohort_month,
        age,
        sum(sign * reached) as reached,
        sum(if(sign = 1, start_mrr, -start_mrr)) as start_mrr,
        sum(sign * live) as live,
        sum(if(sign = 1, mrr, -mrr)) as mrr,
        sum(if(sign = 1, capped_mrr, -capped_mrr)) as capped_mrr
    from steps
    group by cohort_month, age
)

select cohort_month, age, reached, start_mrr, live, mrr, capped_mrr
from final
order by cohort_month, age
