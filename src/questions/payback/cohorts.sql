-- Grain: one row per quarterly cohort: how far it is with paying back, and
-- whether it went faster than the cohort before.
with

final as (
    select
        cohort,
        customers,
        cac,
        reached_age,
        payback_age,
        recovered_share,
        payback_age - lag(payback_age) over (order by cohort)
            as months_slower_than_before,
        left_before_share,
        cast(customers * cac * greatest(0, 1 - recovered_share)
            as decimal(38, 6)) as still_to_recover
    from cohort_payback
)

select
    cohort,
    customers,
    cac,
    reached_age,
    payback_age,
    recovered_share,
    months_slower_than_before,
    left_before_share,
    still_to_recover
from final
order by cohort
