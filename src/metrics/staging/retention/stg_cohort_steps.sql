-- Grain: one row per profile (accounts alike in every segment), month of first
-- MRR and age at which something changes: what that age adds to their sums.
with

members as (
    select
        stg_account_ages.account_id,
        stg_accounts.profile,
        cast(date_trunc('month', stg_account_ages.started_on) as date)
            as cohort_month,
        stg_account_ages.last_age,
        stg_account_ages.mrr as start_mrr
    from stg_account_ages
    inner join stg_accounts
        on stg_account_ages.account_id = stg_accounts.account_id
    where stg_account_ages.age = 0
),

-- From its first age to before its end, what it adds and what it takes away.
steps as (
    select
        profile,
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
        members.profile,
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
        profile,
        cohort_month,
        age,
        cast(sum(sign * reached) as bigint) as reached,
        cast(sum(if(sign = 1, start_mrr, -start_mrr)) as decimal(38, 6))
            as start_mrr,
        cast(sum(sign * live) as bigint) as live,
        cast(sum(if(sign = 1, mrr, -mrr)) as decimal(38, 6))
            as mrr,
        cast(sum(if(sign = 1, capped_mrr, -capped_mrr)) as decimal(38, 6))
            as capped_mrr
    from steps
    group by profile, cohort_month, age
)

select
    profile, cohort_month, age, reached, start_mrr, live, mrr, capped_mrr
from final
order by profile, cohort_month, age
