-- Grain: one row per dimension (the segments), segment, quarterly cohort and
-- age at which the monthly margin changes, with what that age adds to it. Age 0
-- has the customers, their CAC and the age that all of them have reached.
with

-- A run adds its margin to what comes in a month, and takes it away after.
steps as (
    select
        account_id,
        unnest([payment, before_payment]) as age,
        unnest([margin_paid, -margin_paid]) as change,
        0 as customers,
        0 as cac,
        null as reached_age
    from stg_account_cash

    union all

    select account_id, 0, 0, 1, cac, reached_age
    from stg_account_payback
),

-- Accounts alike in every segment are one profile: fewer rows to spread.
profiles as (
    select
        stg_accounts.profile,
        cast(
            date_trunc('quarter', stg_account_payback.started_on) as date
        ) as cohort,
        steps.age,
        sum(steps.change) as change,
        sum(steps.customers) as customers,
        sum(steps.cac) as cac,
        min(steps.reached_age) as reached_age
    from stg_account_payback
    inner join stg_accounts
        on stg_account_payback.account_id = stg_accounts.account_id
    inner join steps
        on stg_account_payback.account_id = steps.account_id
    group by all
),

final as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        profiles.cohort,
        profiles.age,
        sum(profiles.change) as change,
        cast(sum(profiles.customers) as bigint) as customers,
        sum(profiles.cac) as cac,
        min(profiles.reached_age) as reached_age
    from profiles
    inner join stg_account_segments
        on profiles.profile = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'
    group by all
)

select
    dimension, segment, cohort, age, change, customers, cac, reached_age
from final
order by dimension, segment, cohort, age
