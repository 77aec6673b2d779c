-- Grain: one row per profile of accounts 24 months old (alike in every segment)
-- or else quarterly cohort, and age: what that age adds to the monthly margin,
-- the customers and their CAC.
with

accounts_then as (
    select
        stg_account_payback.account_id,
        stg_account_payback.cac,
        case
            when stg_account_payback.reached_age >= 24
                then stg_accounts.profile
        end as profile,
        strftime(started_on, '%Y-Q') || quarter(started_on) as cohort,
        min(reached_age) over (
            partition by date_trunc('quarter', started_on)
        ) as last_age
    from stg_account_payback
    inner join stg_accounts
        on stg_account_payback.account_id = stg_accounts.account_id
),

-- A run adds its margin to what comes in a month, and takes it away after.
steps as (
    select
        account_id,
        unnest([payment, before_payment]) as age,
        unnest([margin_paid, -margin_paid]) as change,
        0 as customers,
        0 as cac
    from stg_account_cash
    union all
    select account_id, 0, 0, 1, cac
    from accounts_then
),

final as (
    select
        accounts_then.profile,
        null as cohort,
        24 as last_age,
        steps.age,
        sum(steps.change) as change,
        cast(sum(steps.customers) as bigint) as customers,
        sum(steps.cac) as cac
    from accounts_then
    inner join steps
        on accounts_then.account_id = steps.account_id
    where accounts_then.profile is not null
        and steps.age <= 24
    group by accounts_then.profile, steps.age

    union all

    select
        null,
        accounts_then.cohort,
        accounts_then.last_age,
        steps.age,
        sum(steps.change),
        cast(sum(steps.customers) as bigint),
        sum(steps.cac)
    from accounts_then
    inner join steps
        on accounts_then.account_id = steps.account_id
        and steps.age <= accounts_then.last_age
    group by accounts_then.cohort, accounts_then.last_age, steps.age
)

select profile, cohort, last_age, age, change, customers, cac
from final
order by profile, cohort, age
