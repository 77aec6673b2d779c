-- Grain: one row per dimension, segment, wave and theme of the comments of
-- counted answers.
-- The interval is that of nps_by_wave, with comments in the place of answers.
with

comments as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        stg_nps_answers.wave,
        stg_nps_answers.wave_label,
        stg_nps_answers.score,
        surveys.themes
    from stg_nps_answers
    inner join surveys
        on stg_nps_answers.response_id = surveys.response_id
    inner join stg_account_segments
        on stg_nps_answers.account_id = stg_account_segments.account_id
    where stg_nps_answers.standing = 'counted'
        and surveys.themes is not null
),

waves as (
    select
        dimension,
        segment,
        wave,
        wave = max(wave) over (partition by dimension, segment) as is_latest,
        count(*) as all_comments
    from comments
    group by dimension, segment, wave
),

themed as (
    select
        dimension,
        segment,
        wave,
        wave_label,
        score,
        unnest(list_distinct(list_transform(
            string_split(themes, ';'),
            lambda theme: trim(theme)
        ))) as theme
    from comments
),

tallies as (
    select
        dimension,
        segment,
        wave,
        wave_label,
        theme,
        count(*) as comments,
        count(*) filter (score >= 9) as promoters,
        count(*) filter (score between 7 and 8) as passives,
        count(*) filter (score <= 6) as detractors
    from themed
    where theme <> ''
    group by all
),

adjusted as (
    select
        tallies.*,
        (promoters + 0.75e0) / (comments + 3) as adjusted_promoters,
        (detractors + 0.75e0) / (comments + 3) as adjusted_detractors,
        adjusted_promoters - adjusted_detractors as estimate,
        1.96e0 * sqrt(
            (adjusted_promoters + adjusted_detractors - estimate ** 2)
            / (comments + 3)
        ) as reach
    from tallies
),

final as (
    select
        adjusted.*,
        waves.is_latest,
        waves.all_comments,
        comments / waves.all_comments as share,
        100e0 * (promoters - detractors) / comments as nps,
        greatest(-100, 100 * (estimate - reach)) as lower,
        least(100, 100 * (estimate + reach)) as upper
    from adjusted
    inner join waves
        on adjusted.dimension = waves.dimension
        and adjusted.segment = waves.segment
        and adjusted.wave = waves.wave
)

select
    dimension, segment, wave, wave_label, is_latest, theme, all_comments,
    comments, share, promoters, passives, detractors, nps, lower, upper
from final
order by dimension, segment, wave, theme
