-- Grain: one row per dimension, segment, wave with counted answers, and score
-- of the scale.
with

counted as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_nps_answers.wave,
        stg_nps_answers.score
    from stg_nps_answers
    inner join stg_account_segments
        on stg_nps_answers.account_id = stg_account_segments.account_id
    where stg_nps_answers.standing = 'counted'
),

waves as (
    select
        dimension,
        segment,
        wave,
        wave = max(wave) over (partition by dimension, segment) as is_latest,
        count(*) as answers
    from counted
    group by dimension, segment, wave
),

scores as (
    select unnest(range(settings.nps_lowest, 11)) as score
    from settings
),

final as (
    select
        waves.dimension,
        waves.segment,
        waves.wave,
        waves.is_latest,
        scores.score,
        count(counted.score) as answers,
        cast(count(counted.score) as double) / waves.answers as share
    from waves
    cross join scores
    left join counted
        on waves.dimension = counted.dimension
        and waves.segment = counted.segment
        and waves.wave = counted.wave
        and scores.score = counted.score
    group by
        waves.dimension,
        waves.segment,
        waves.wave,
        waves.is_latest,
        waves.answers,
        scores.score
)

select dimension, segment, wave, is_latest, score, answers, share
from final
order by dimension, segment, wave, score
