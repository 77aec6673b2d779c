-- Grain: one row per dimension (all, segments of accounts, role, module,
-- service), segment and wave with counted answers.
-- Bounds end at what a score (100) or a change (200) can be. Those of a change
-- are centred on the adjusted estimates, as its error is theirs.
with

latest as (
    select max(wave) as wave
    from stg_nps_scores
),

compared as (
    select
        scores.*,
        previous.nps as previous_nps,
        scores.nps - previous.nps as change,
        scores.estimate - previous.estimate as estimated_change,
        1.96e0 * sqrt(
            scores.standard_error ** 2 + previous.standard_error ** 2
        ) as change_reach
    from stg_nps_scores as scores
    left join stg_nps_scores as previous
        on scores.dimension = previous.dimension
        and scores.segment = previous.segment
        and scores.wave_number = previous.wave_number + 1
),

final as (
    select
        compared.dimension,
        compared.segment,
        compared.wave,
        compared.wave_label,
        compared.wave = latest.wave as is_latest,
        compared.answers,
        compared.promoters,
        compared.passives,
        compared.detractors,
        compared.nps,
        greatest(-100, compared.estimate - 1.96e0 * compared.standard_error)
            as lower,
        least(100, compared.estimate + 1.96e0 * compared.standard_error)
            as upper,
        compared.previous_nps,
        compared.change,
        case
            when compared.change is not null
                then greatest(-200, estimated_change - change_reach)
        end as change_lower,
        case
            when compared.change is not null
                then least(200, estimated_change + change_reach)
        end as change_upper,
        coalesce(abs(estimated_change) > change_reach, false) as is_change
    from compared
    cross join latest
)

select
    dimension,
    segment,
    wave,
    wave_label,
    is_latest,
    answers,
    promoters,
    passives,
    detractors,
    nps,
    lower,
    upper,
    previous_nps,
    change,
    change_lower,
    change_upper,
    is_change
from final
order by dimension, segment, wave
