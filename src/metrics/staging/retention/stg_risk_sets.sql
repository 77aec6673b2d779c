-- Grain: one row per dimension, segment and completed month of age.
with

-- Who was a customer before data_from is seen only from the month of age after
-- the one it had then; who left before it was never seen.
members as (
    select
        account_lifetimes.account_id,
        account_lifetimes.age_months,
        account_lifetimes.is_churned,
        case
            when account_lifetimes.started_on < settings.data_from
                then account_lifetimes.entry_age_months + 1
            else 0
        end as first_age
    from account_lifetimes
    cross join settings
),

seen as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        members.age_months,
        members.is_churned,
        members.first_age
    from members
    inner join stg_account_segments
        on members.account_id = stg_account_segments.account_id
    where members.age_months >= members.first_age
),

last_ages as (
    select dimension, segment, max(age_months) as age
    from seen
    group by dimension, segment
),

changes as (
    select dimension, segment, first_age as age, 1 as change, null as is_churn
    from seen
    union all
    select dimension, segment, age_months + 1, -1, null
    from seen
    union all
    select dimension, segment, age_months, 0, is_churned
    from seen
    union all
    select dimension, segment, unnest(generate_series(0, age)), 0, null
    from last_ages
),

totals as (
    select
        dimension,
        segment,
        age,
        sum(change) as change,
        count(*) filter (where is_churn) as events,
        count(*) filter (where not is_churn) as censored,
        max(age) over (partition by dimension, segment) as end_age
    from changes
    group by dimension, segment, age
),

final as (
    select
        dimension,
        segment,
        age,
        cast(sum(change) over (
            partition by dimension, segment
            order by age
        ) as bigint) as at_risk,
        events,
        censored
    from totals
    qualify age < end_age
)

select dimension, segment, age, at_risk, events, censored
from final
order by dimension, segment, age
