-- Grain: one row per outcome: use in the last 90 days before a customer left,
-- or before the as-of day where it stayed, against the 90 days before those.
with

recorded as (
    select min(day) as first_day
    from usage
),

-- Only customers whose 180 days are all recorded and were all paid for.
judged as (
    select
        account_lifetimes.account_id,
        account_lifetimes.is_churned,
        coalesce(account_lifetimes.churned_on, settings.as_of + 1)
            as until_day
    from account_lifetimes
    cross join settings
    cross join recorded
    where until_day - 180 >= recorded.first_day
        and until_day - 180 >= account_lifetimes.started_on
),

used as (
    select
        judged.account_id,
        judged.is_churned,
        coalesce(sum(usage.events), 0) as all_events,
        coalesce(
            sum(usage.events) filter (usage.day >= judged.until_day - 90), 0
        ) as events_after,
        all_events - events_after as events_before
    from judged
    left join usage
        on judged.account_id = usage.account_id
        and usage.day >= judged.until_day - 180
        and usage.day < judged.until_day
    group by judged.account_id, judged.is_churned
),

final as (
    select
        if(is_churned, 'left', 'stayed') as outcome,
        count(*) as customers,
        count(*) filter (events_before = 0) as customers_without_use,
        median(events_after / nullif(events_before, 0)) as median_ratio,
        count(*) filter (
            events_before > 0 and events_after < 0.7 * events_before
        ) as customers_fallen,
        customers_fallen / nullif(customers - customers_without_use, 0)
            as fallen_share
    from used
    group by is_churned
)

select
    outcome,
    customers,
    customers_without_use,
    median_ratio,
    customers_fallen,
    fallen_share
from final
order by outcome
