-- Grain: one row per dimension and segment, breakdown of the answers of its
-- newest wave, and group of the breakdown, where that has two.
-- The rest = the other answers of the breakdown. The adjusted estimate of each
-- side is that of stg_nps_scores; the variances of the two sides add.
with

whole as (
    select
        response_id,
        dimension,
        segment,
        wave,
        wave_label
    from stg_nps_segments
    where dimension not in ('role', 'module', 'service')
    qualify wave = max(wave) over (partition by dimension, segment)
),

tallies as (
    select
        whole.dimension,
        whole.segment,
        whole.wave,
        whole.wave_label,
        parts.dimension as breakdown,
        parts.segment as group_name,
        count(*) as answers,
        count(*) filter (parts.score >= 9) as promoters,
        count(*) filter (parts.score between 7 and 8) as passives,
        count(*) filter (parts.score <= 6) as detractors
    from whole
    inner join stg_nps_segments as parts
        on whole.response_id = parts.response_id
    where parts.dimension not in ('all', 'owner', whole.dimension)
    group by all
),

sides as (
    select
        tallies.*,
        count(*) over one_breakdown as groups,
        sum(answers) over one_breakdown - answers as rest_answers,
        sum(promoters) over one_breakdown - promoters as rest_promoters,
        sum(detractors) over one_breakdown - detractors as rest_detractors
    from tallies
    window one_breakdown as (partition by dimension, segment, breakdown)
),

adjusted as (
    select
        sides.*,
        (promoters + 0.75e0) / (answers + 3) as more,
        (detractors + 0.75e0) / (answers + 3) as less,
        more - less as estimate,
        (more + less - estimate ** 2) / (answers + 3) as variance,
        (rest_promoters + 0.75e0) / (rest_answers + 3) as rest_more,
        (rest_detractors + 0.75e0) / (rest_answers + 3) as rest_less,
        rest_more - rest_less as rest_estimate,
        (rest_more + rest_less - rest_estimate ** 2) / (rest_answers + 3)
            as rest_variance
    from sides
    where rest_answers > 0
),

final as (
    select
        adjusted.* exclude (estimate, rest_answers),
        100e0 * (promoters - detractors) / answers as nps,
        100 * estimate as estimate,
        100 * sqrt(variance) as own_error,
        cast(rest_answers as bigint) as rest_answers,
        100e0 * cast(rest_promoters - rest_detractors as double) / rest_answers
            as rest_nps,
        100 * (adjusted.estimate - rest_estimate) as estimated_difference,
        100 * sqrt(variance + rest_variance) as standard_error
    from adjusted
)

select
    dimension, segment, wave, wave_label, breakdown, group_name, groups,
    answers, promoters, passives, detractors, nps, estimate, own_error,
    rest_answers, rest_nps, estimated_difference, standard_error
from final
order by dimension, segment, breakdown, group_name
