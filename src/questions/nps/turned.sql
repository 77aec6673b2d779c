-- Grain: one row per customer that answered in the two newest half-years and
-- turned from promoter or passive to detractor.
with

waves as (
    select
        wave,
        row_number() over (order by wave desc) as place
    from stg_account_scores
    group by wave
),

scores as (
    select
        stg_account_scores.account_id,
        waves.place,
        stg_account_scores.wave_label,
        stg_account_scores.mean_score,
        stg_account_scores.is_detractor,
        stg_account_scores.arr
    from stg_account_scores
    inner join waves
        on stg_account_scores.wave = waves.wave
    where waves.place <= 2
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.owner,
        newest.wave_label as wave,
        earlier.mean_score as score_before,
        newest.mean_score as score,
        newest.arr
    from scores as newest
    inner join scores as earlier
        on newest.account_id = earlier.account_id
        and earlier.place = 2
    inner join stg_accounts
        on newest.account_id = stg_accounts.account_id
    where newest.place = 1
        and newest.is_detractor
        and not earlier.is_detractor
)

select
    account_id,
    name,
    tier,
    owner,
    wave,
    score_before,
    score,
    arr
from final
order by arr desc, account_id
