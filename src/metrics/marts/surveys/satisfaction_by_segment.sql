-- Grain: one row per dimension (segments of accounts, role, module, service),
-- segment, kind, touchpoint and half-year.
with

segmented as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        answers.response_id
    from stg_satisfaction_answers as answers
    inner join stg_account_segments
        on answers.account_id = stg_account_segments.account_id
    where stg_account_segments.dimension <> 'all'

    union all

    select dimension, segment, response_id
    from stg_satisfaction_answers
    unpivot (segment for dimension in (role, module, service))
),

final as (
    select
        segmented.dimension,
        segmented.segment,
        answers.kind,
        answers.touchpoint,
        answers.wave,
        answers.wave_label,
        count(*) as answers,
        cast(count(*) filter (answers.is_good) as double) / count(*)
            as good_share,
        cast(sum(answers.score) as double) / count(*) as mean_score
    from segmented
    inner join stg_satisfaction_answers as answers
        on segmented.response_id = answers.response_id
    group by all
)

select
    dimension,
    segment,
    kind,
    touchpoint,
    wave,
    wave_label,
    answers,
    good_share,
    mean_score
from final
order by dimension, segment, kind, touchpoint, wave
