-- Grain: one row per half-year and tier, from single answers.
with

final as (
    select
        stg_nps_answers.wave_label as wave,
        stg_accounts.tier,
        count(*) as answers,
        count(*) filter (stg_nps_answers.score >= 9) as promoters,
        count(*) filter (stg_nps_answers.score <= 6) as detractors,
        100 * (promoters - detractors) / answers as nps
    from stg_nps_answers
    inner join stg_accounts
        on stg_nps_answers.account_id = stg_accounts.account_id
    where stg_nps_answers.standing = 'counted'
    group by stg_nps_answers.wave_label, stg_accounts.tier
)

select
    wave,
    tier,
    answers,
    promoters,
    detractors,
    nps
from final
order by wave, tier
