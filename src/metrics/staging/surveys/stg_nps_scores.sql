-- Grain: one row per dimension, segment and wave with counted answers.
-- The adjusted estimate and its error: Wald with 3 answers more, 3/4 of them
-- promoters and 3/4 detractors (B. Rocks, The American Statistician 70, 2016).
with

tallies as (
    select
        dimension,
        segment,
        wave,
        wave_label,
        count(*) as answers,
        count(*) filter (score >= 9) as promoters,
        count(*) filter (score between 7 and 8) as passives,
        count(*) filter (score <= 6) as detractors
    from stg_nps_segments
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
