-- Grain: one row per wave with counted answers, and score of the scale.
with

counted as (
    select wave, score
    from stg_nps_answers
    where standing = 'counted'
),

waves as (
    select wave, count(*) as answers
    from counted
    group by all
),

scores as (
    select unnest(range(settings.nps_lowest, 11)) as score
    from settings
),

final as (
    select
        waves.wave,
        waves.wave = max(waves.wave) over () as is_latest,
        scores.score,
        count(counted.score) as answers,
        cast(count(counted.score) as double) / waves.answers as share
    from waves
    cross join scores
    left join counted
        on waves.wave = counted.wave
        and scores.score = counted.score
    group by waves.wave, waves.answers, scores.score
)

select wave, is_latest, score, answers, share
from final
order by wave, score
