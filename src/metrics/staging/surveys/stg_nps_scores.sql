-- Grain: one row per dimension, segment and wave with counted answers.
-- The adjusted estimate and its error: Wald with 3 answers more, 3/4 of them
-- promoters and 3/4 detractors (B. Rocks, The American Statistician 70, 2016).
with

segmented as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_nps_answers.response_id
    from stg_nps_answers
    inner join stg_account_segments
        on stg_nps_answers.account_id = stg_account_segments.account_id

    union all

    select 'role' as dimension, role as segment, response_id
    from stg_nps_answers
    where role is not null

    union all

    select 'module' as dimension, module as segment, response_id
    from stg_nps_answers
    where module is not null

    union all

    select 'service' as dimension, service as segment, response_id
    from stg_nps_answers
    where service is not null
),

tallies as (
    select
        segmented.dimension,
        segmented.segment,
        answers.wave,
        answers.wave_label,
        count(*) as answers,
        count(*) filter (answers.score >= 9) as promoters,
        count(*) filter (answers.score between 7 and 8) as passives,
        count(*) filter (answers.score <= 6) as detractors
    from segmented
    inner join stg_nps_answers as answers
        on segmented.response_id = answers.response_id
    where answers.standing = 'counted'
    group by all
),

adjusted as (
    select
        tallies.*,
        (promoters + 0.75e0) / (answers + 3) as adjusted_promoters,
        (detractors + 0.75e0) / (answers + 3) as adjusted_detractors,
        adjusted_promoters - adjusted_detractors as adjusted_nps
    from tallies
),

final as (
    select
        adjusted.*,
        dense_rank() over (order by wave) as wave_number,
        100e0 * (promoters - detractors) / answers as nps,
        100 * adjusted_nps as estimate,
        100 * sqrt(
            (adjusted_promoters + adjusted_detractors - adjusted_nps ** 2)
            / (answers + 3)
        ) as standard_error
    from adjusted
)

select
    dimension,
    segment,
    wave,
    wave_label,
    wave_number,
    answers,
    promoters,
    passives,
    detractors,
    nps,
    estimate,
    standard_error
from final
order by dimension, segment, wave
