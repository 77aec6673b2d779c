-- Grain: one row per kind (csat, ces), touchpoint and half-year with answers.
with

answers as (
    select
        kind,
        coalesce(touchpoint, 'relationship') as touchpoint,
        make_date(
            year(answered_on),
            if(month(answered_on) <= 6, 1, 7),
            1
        ) as wave,
        score,
        score >= case kind when 'csat' then 4 else 5 end as is_good
    from surveys
    where kind in ('csat', 'ces')
        and score is not null
        and answered_on <= (select settings.as_of from settings)
),

final as (
    select
        kind,
        touchpoint,
        wave,
        strftime(wave, '%Y ') || if(month(wave) = 1, 'H1', 'H2') as wave_label,
        count(*) as answers,
        cast(count(*) filter (is_good) as double) / count(*) as good_share,
        cast(sum(score) as double) / count(*) as mean_score
    from answers
    group by all
)

select kind, touchpoint, wave, wave_label, answers, good_share, mean_score
from final
order by kind, touchpoint, wave
