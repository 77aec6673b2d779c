-- Grain: one row per account of a cohort.
with

-- Runs are listed as they stand in their table, which is by age; to order them
-- again takes five times as long, and in any order they say the same.
runs as (
    select
        account_id,
        last_age,
        sum(mrr) filter (age = 0) as start_mrr,
        sum(mrr) filter (before_age > last_age) as mrr,
        string_agg(age || '-' || before_age, ' ') as live_ages
    from stg_account_ages
    group by account_id, last_age
),

final as (
    select
        account_lifetimes.account_id,
        cast(date_trunc('quarter', account_lifetimes.started_on) as date)
            as cohort,
        account_lifetimes.started_on,
        account_lifetimes.churned_on,
        if(is_churned, account_lifetimes.age_months, null) as left_age,
        runs.last_age,
        cast(runs.start_mrr as decimal(38, 6)) as start_mrr,
        cast(coalesce(runs.mrr, 0) as decimal(38, 6)) as mrr,
        runs.live_ages,
        stg_accounts.tier,
        stg_accounts.industry,
        stg_accounts.region,
        stg_accounts.fit,
        stg_accounts.plan,
        stg_accounts.channel,
        stg_accounts.owner
    from account_lifetimes
    inner join runs
        on account_lifetimes.account_id = runs.account_id
    inner join stg_accounts
        on account_lifetimes.account_id = stg_accounts.account_id
    where runs.start_mrr is not null
)

select
    account_id, cohort, started_on, churned_on, left_age, last_age, start_mrr,
    mrr, live_ages, tier, industry, region, fit, plan, channel, owner
from final
order by account_id
