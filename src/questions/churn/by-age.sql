-- Grain: one row per plan and band of age: who left, per customer and month.
with

bands as (
    select first_age, last_age, band
    from (
        values
            (0, 2, '0-2 months'),
            (3, 5, '3-5 months'),
            (6, 11, '6-11 months'),
            (12, 23, '12-23 months'),
            (24, 9999, '24 months and more')
    ) as ages (first_age, last_age, band)
),

-- A customer is at risk in every month of age that it began, from the age on
-- at which the data begins to know it.
months_at_risk as (
    select
        stg_accounts.plan,
        bands.first_age,
        bands.band,
        1 + least(account_lifetimes.age_months, bands.last_age)
            - greatest(account_lifetimes.entry_age_months, bands.first_age)
            as months,
        account_lifetimes.is_churned
            and account_lifetimes.age_months <= bands.last_age as has_left
    from account_lifetimes
    inner join stg_accounts
        on account_lifetimes.account_id = stg_accounts.account_id
    inner join bands
        on account_lifetimes.age_months >= bands.first_age
        and account_lifetimes.entry_age_months <= bands.last_age
),

final as (
    select
        plan,
        first_age,
        band,
        count(*) as customers,
        count(*) filter (has_left) as customers_left,
        cast(sum(months) as bigint) as customer_months,
        customers_left / customer_months as monthly_churn
    from months_at_risk
    group by plan, first_age, band
)

select
    plan,
    band,
    customers,
    customers_left,
    customer_months,
    monthly_churn
from final
order by plan, first_age
