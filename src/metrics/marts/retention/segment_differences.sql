-- Grain: one row for the company. Null where no two segments can be compared.
with

level as (
    select 0.05 as highest_p_value
),

pairs as (
    select
        count(*) as pairs,
        count(*) filter (where holm_p_value < highest_p_value)
            as differing_pairs
    from survival_comparison
    cross join level
    where chi_square is not null
),

dimensions as (
    select
        count(*) as dimensions,
        count(*) filter (where holm_p_value < highest_p_value)
            as differing_dimensions
    from survival_differences
    cross join level
),

final as (
    select
        dimensions.dimensions,
        if(dimensions.dimensions > 0, dimensions.differing_dimensions, null)
            as differing_dimensions,
        pairs.pairs,
        if(pairs.pairs > 0, pairs.differing_pairs, null) as differing_pairs
    from dimensions
    cross join pairs
)

select dimensions, differing_dimensions, pairs, differing_pairs
from final
order by dimensions
