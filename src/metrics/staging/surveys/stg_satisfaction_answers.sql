-- Grain: one row per answer to a CSAT or CES question by as_of.
with

final as (
    select
        response_id,
        account_id,
        kind,
        coalesce(touchpoint, 'relationship') as touchpoint,
        make_date(
            year(answered_on),
            if(month(answered_on) <= 6, 1, 7),
            1
        ) as wave,
        strftime(wave, '%Y ') || if(month(wave) = 1, 'H1', 'H2') as wave_label,
        score,
        score >= case kind when 'csat' then 4 else 5 end as is_good,
        role,
        module,
        service
    from surveys
    where kind in ('csat', 'ces')
        and score is not null
        and answered_on <= (select settings.as_of from settings)
)

select
    response_id, account_id, kind, touchpoint, wave, wave_label, score, is_good,
    role, module, service
from final
order by response_id
