-- Grain: one row per counted answer and segment it is in: of its account, and
-- the role of who answered, the module and the service it was about.
with

counted as (
    select
        response_id, account_id, wave, wave_label, score, role, module, service
    from stg_nps_answers
    where standing = 'counted'
),

final as (
    select
        counted.response_id,
        counted.wave,
        counted.wave_label,
        counted.score,
        stg_account_segments.dimension,
        stg_account_segments.segment
    from counted
    inner join stg_account_segments
        on counted.account_id = stg_account_segments.account_id

    union all

    select response_id, wave, wave_label, score, dimension, segment
    from counted
    unpivot (segment for dimension in (role, module, service))
)

select response_id, wave, wave_label, score, dimension, segment
from final
order by response_id, dimension
