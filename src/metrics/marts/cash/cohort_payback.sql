-- Grain: one row per quarterly cohort.
with

cohorts as (
    select
        cast(date_trunc('quarter', started_on) as date) as cohort,
        strftime(started_on, '%Y-Q') || quarter(started_on) as segment,
        count(*) as customers,
        min(reached_age) as reached_age,
        sum(cac) / count(*) as cac,
        count(*) filter (is_left_before) as left_before,
        cast(sum(unrecovered_cac) as decimal(38, 6)) as unrecovered_cac
    from stg_account_payback
    group by all
),

paid_back as (
    select segment, min(age) as age
    from customer_cash
    where dimension = 'cohort'
        and cumulative_cash > 0
    group by all
),

final as (
    select
        cohorts.cohort,
        cohorts.customers,
        cohorts.reached_age,
        cast(cohorts.cac as decimal(38, 6)) as cac,
        paid_back.age as payback_age,
        1 + cast(newest.cumulative_cash as double) / nullif(newest.cac, 0)
            as recovered_share,
        cohorts.left_before,
        cast(cohorts.left_before as double) / cohorts.customers
            as left_before_share,
        cohorts.unrecovered_cac
    from cohorts
    left join paid_back
        on cohorts.segment = paid_back.segment
    left join customer_cash as newest
        on newest.dimension = 'cohort'
        and cohorts.segment = newest.segment
        and cohorts.reached_age = newest.age
)

select
    cohort,
    customers,
    reached_age,
    cac,
    payback_age,
    recovered_share,
    left_before,
    left_before_share,
    unrecovered_cac
from final
order by cohort
