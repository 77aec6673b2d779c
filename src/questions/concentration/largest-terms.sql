-- Grain: one row per customer, the ten largest: when the last of its lines
-- ends, null = open.
with

newest as (
    select
        max(month) as month,
        max(last_day) as last_day
    from stg_months
    where is_complete
),

largest as (
    select
        stg_account_runs.account_id,
        stg_account_runs.mrr,
        stg_account_runs.mrr / sum(stg_account_runs.mrr) over () as share
    from stg_account_runs
    inner join newest
        on newest.month >= stg_account_runs.month
        and newest.month < stg_account_runs.before_month
    qualify row_number() over (
        order by stg_account_runs.mrr desc, stg_account_runs.account_id
    ) <= 10
),

-- A line without an end comes after all days.
terms as (
    select
        lines.account_id,
        count(*) as lines,
        max(coalesce(lines.ends_before, 'infinity')) as ends_before
    from stg_recurring_lines as lines
    inner join newest
        on lines.starts_on <= newest.last_day
        and coalesce(lines.ends_before, 'infinity') > newest.last_day
    group by lines.account_id
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        12 * largest.mrr as arr,
        largest.share,
        terms.lines,
        if(isfinite(terms.ends_before), terms.ends_before - 1, null)
            as last_day
    from largest
    inner join stg_accounts
        on largest.account_id = stg_accounts.account_id
    left join terms
        on largest.account_id = terms.account_id
)

select
    account_id,
    name,
    arr,
    share,
    lines,
    last_day
from final
order by arr desc, account_id
