-- Grain: one row per band of activated / purchased seats three months after the
-- start: how many of its customers left before month 15.
with

early as (
    select
        account_lifetimes.account_id,
        account_lifetimes.is_churned
            and account_lifetimes.age_months < 15 as has_left,
        seats.activated / nullif(seats.purchased, 0) as activated_share
    from account_lifetimes
    cross join settings
    inner join seats
        on account_lifetimes.account_id = seats.account_id
        and seats.month = date_trunc(
            'month', account_lifetimes.started_on + interval 3 months
        )
    where account_lifetimes.entry_age_months = 0
        and account_lifetimes.age_months >= 3
        -- Everybody has had the time to leave.
        and account_lifetimes.started_on + interval 15 months <= settings.as_of
),

final as (
    select
        case
            when activated_share < 0.5 then 'under 50%'
            when activated_share < 0.75 then '50% to 75%'
            else '75% and more'
        end as activated,
        min(activated_share) as lowest_share,
        count(*) as customers,
        count(*) filter (has_left) as customers_left,
        customers_left / customers as left_share
    from early
    where activated_share is not null
    group by activated
)

select
    activated,
    customers,
    customers_left,
    left_share
from final
order by lowest_share
