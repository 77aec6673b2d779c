-- Grain: one row per industry: its share of ARR today and a year ago, and the
-- Herfindahl index of all (1 = all ARR from one industry).
with

newest as (
    select max(month) as month
    from stg_months
    where is_complete
),

totals as (
    select
        stg_accounts.industry,
        sum(stg_account_runs.mrr) filter (
            newest.month >= stg_account_runs.month
            and newest.month < stg_account_runs.before_month
        ) as mrr,
        sum(stg_account_runs.mrr) filter (
            newest.month - interval 12 months >= stg_account_runs.month
            and newest.month - interval 12 months
                < stg_account_runs.before_month
        ) as mrr_before
    from stg_account_runs
    cross join newest
    inner join stg_accounts
        on stg_account_runs.account_id = stg_accounts.account_id
    group by stg_accounts.industry
),

shares as (
    select
        industry,
        cast(12 * coalesce(mrr, 0) as decimal(38, 6)) as arr,
        coalesce(mrr, 0) / sum(mrr) over () as share,
        coalesce(mrr_before, 0) / sum(mrr_before) over ()
            as share_a_year_ago
    from totals
),

final as (
    select
        shares.*,
        sum(share ^ 2) over () as herfindahl,
        sum(share_a_year_ago ^ 2) over () as herfindahl_a_year_ago
    from shares
)

select
    industry,
    arr,
    share,
    share_a_year_ago,
    herfindahl,
    herfindahl_a_year_ago
from final
order by arr desc, industry
