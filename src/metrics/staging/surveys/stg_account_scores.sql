-- Grain: one row per account and wave with counted answers.
with

means as (
    select
        account_id,
        wave,
        wave_label,
        cast(sum(score) as double) / count(*) as mean_score,
        max(answered_on) as answered_on
    from stg_nps_answers
    where standing = 'counted'
    group by account_id, wave, wave_label
),

final as (
    select
        means.account_id,
        means.wave,
        means.wave_label,
        means.mean_score,
        means.mean_score >= 9 as is_promoter,
        means.mean_score <= 6 as is_detractor,
        cast(
            sum(12 * cast(levels.mrr * stg_fx.rate as decimal(38, 6)))
            as decimal(38, 6)
        ) as arr
    from means
    inner join stg_account_levels as levels
        on means.account_id = levels.account_id
        and means.answered_on >= levels.starts_on
        and means.answered_on < levels.ends_before
    inner join stg_fx
        on date_trunc('month', means.answered_on) = stg_fx.month
        and levels.currency = stg_fx.currency
    group by
        means.account_id, means.wave, means.wave_label, means.mean_score
)

select
    account_id, wave, wave_label, mean_score, is_promoter, is_detractor, arr
from final
order by account_id, wave
