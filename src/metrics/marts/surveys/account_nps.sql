-- Grain: one row per dimension, segment and wave with counted answers.
-- The interval is that of nps_by_wave, with accounts in the place of answers.
with

tallies as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        scores.wave,
        scores.wave_label,
        count(*) as accounts,
        count(*) filter (scores.is_promoter) as promoters,
        count(*) filter (not scores.is_promoter and not scores.is_detractor)
            as passives,
        count(*) filter (scores.is_detractor) as detractors,
        sum(scores.arr) as arr,
        coalesce(sum(scores.arr) filter (scores.is_promoter), 0)
            as promoter_arr,
        coalesce(sum(scores.arr) filter (scores.is_detractor), 0)
            as detractor_arr
    from stg_account_scores as scores
    inner join stg_account_segments
        on scores.account_id = stg_account_segments.account_id
    group by all
),

adjusted as (
    select
        tallies.*,
        (promoters + 0.75e0) / (accounts + 3) as adjusted_promoters,
        (detractors + 0.75e0) / (accounts + 3) as adjusted_detractors,
        adjusted_promoters - adjusted_detractors as estimate,
        1.96e0 * sqrt(
            (adjusted_promoters + adjusted_detractors - estimate ** 2)
            / (accounts + 3)
        ) as reach
    from tallies
),

final as (
    select
        dimension,
        segment,
        wave,
        wave_label,
        wave = max(wave) over () as is_latest,
        accounts,
        promoters,
        passives,
        detractors,
        100e0 * (promoters - detractors) / accounts as nps,
        greatest(-100, 100 * (estimate - reach)) as lower,
        least(100, 100 * (estimate + reach)) as upper,
        cast(arr as decimal(38, 6)) as arr,
        cast(promoter_arr as decimal(38, 6)) as promoter_arr,
        cast(detractor_arr as decimal(38, 6)) as detractor_arr,
        100e0 * cast(promoter_arr - detractor_arr as double)
        / nullif(cast(arr as double), 0) as weighted_nps
    from adjusted
)

select
    dimension,
    segment,
    wave,
    wave_label,
    is_latest,
    accounts,
    promoters,
    passives,
    detractors,
    nps,
    lower,
    upper,
    arr,
    promoter_arr,
    detractor_arr,
    weighted_nps
from final
order by dimension, segment, wave
