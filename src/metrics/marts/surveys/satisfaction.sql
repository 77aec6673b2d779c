-- Grain: one row per kind (csat, ces), touchpoint and half-year with answers.
with

final as (
    select
        kind,
        touchpoint,
        wave,
        wave_label,
        count(*) as answers,
        cast(count(*) filter (is_good) as double) / count(*) as good_share,
        cast(sum(score) as double) / count(*) as mean_score
    from stg_satisfaction_answers
    group by all
)

select kind, touchpoint, wave, wave_label, answers, good_share, mean_score
from final
order by kind, touchpoint, wave
