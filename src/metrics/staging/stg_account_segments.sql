-- Grain: one row per account and dimension ('all' and each that is filled).
with

whole as (
    select
        account_id,
        'all' as dimension,
        'all' as segment
    from stg_accounts
),

parts as (
    select
        account_id,
        dimension,
        segment
    from stg_accounts
    unpivot (
        segment for dimension in (
            tier, industry, region, fit, channel, plan, owner
        )
    )
),

filled_dimensions as (
    select dimension
    from parts
    group by dimension
    having bool_or(segment <> 'unknown')
),

final as (
    select account_id, dimension, segment
    from whole
    union all
    select parts.account_id, parts.dimension, parts.segment
    from parts
    inner join filled_dimensions
        on parts.dimension = filled_dimensions.dimension
)

select account_id, dimension, segment
from final
order by account_id, dimension
