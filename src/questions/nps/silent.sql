-- Grain: one row per customer of today that has answered in neither of the two
-- newest half-years, the largest first.
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

waves as (
    select distinct wave
    from stg_nps_answers
    where standing = 'counted'
    order by wave desc
    limit 2
),

heard as (
    select distinct stg_nps_answers.account_id
    from stg_nps_answers
    inner join waves
        on stg_nps_answers.wave = waves.wave
    where stg_nps_answers.standing = 'counted'
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.owner,
        12 * stg_account_runs.mrr as arr
    from stg_account_runs
    inner join newest
        on newest.month >= stg_account_runs.month
        and newest.month < stg_account_runs.before_month
    inner join stg_accounts
        on stg_account_runs.account_id = stg_accounts.account_id
    left join heard
        on stg_account_runs.account_id = heard.account_id
    where heard.account_id is null
)

select
    account_id,
    name,
    tier,
    owner,
    arr
from final
order by arr desc, account_id
limit 50
