-- Grain: one row per dimension and segment of the newest wave with answers.
-- The rest = the other answers of the dimension. The adjusted estimate of each
-- side is that of stg_nps_scores; the variances of the two sides add.
with

sides as (
    select
        scores.*,
        count(*) over one_dimension as segments,
        sum(answers) over one_dimension - answers as rest_answers,
        sum(promoters) over one_dimension - promoters as rest_promoters,
        sum(detractors) over one_dimension - detractors as rest_detractors
    from stg_nps_scores as scores
    where dimension not in ('all', 'owner')
        and wave = (select max(wave) from stg_nps_scores)
    window one_dimension as (partition by dimension)
),

adjusted as (
    select
        sides.*,
        (rest_promoters + 0.75e0) / (rest_answers + 3) as adjusted_promoters,
        (rest_detractors + 0.75e0) / (rest_answers + 3) as adjusted_detractors,
        adjusted_promoters - adjusted_detractors as rest_estimate
    from sides
    where rest_answers > 0
),

final as (
    select
        dimension,
        segment,
        segments,
        wave,
        wave_label,
        answers,
        nps,
        cast(rest_answers as bigint) as rest_answers,
        100e0 * cast(rest_promoters - rest_detractors as double) / rest_answers
            as rest_nps,
        estimate - 100 * rest_estimate as estimated_difference,
        sqrt(
            standard_error ** 2
            + 1e4
            * (adjusted_promoters + adjusted_detractors - rest_estimate ** 2)
            / (rest_answers + 3)
        ) as standard_error
    from adjusted
)

select
    dimension, segment, segments, wave, wave_label, answers, nps, rest_answers,
    rest_nps, estimated_difference, standard_error
from final
order by dimension, segment
