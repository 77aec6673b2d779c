-- Grain: one row per dimension and two segments of it, in alphabetical order.
with

judged as (
    select
        pairs.*,
        p_values.p_value,
        row_number() over (
            partition by pairs.dimension
            order by p_values.p_value, pairs.segment, pairs.other_segment
        ) as place,
        count(p_values.p_value) over (partition by pairs.dimension) as tests
    from stg_log_rank_pairs as pairs
    left join stg_log_rank_p_values as p_values
        on pairs.chi_square = p_values.chi_square
        and p_values.degrees_of_freedom = 1
),

-- Holm's step-down correction: Scandinavian Journal of Statistics 6 (1979).
final as (
    select
        judged.*,
        case
            when p_value is not null
                then max(least(1, p_value * (tests - place + 1))) over (
                    partition by dimension
                    order by place
                )
        end as holm_p_value
    from judged
)

select
    dimension,
    segment,
    other_segment,
    observed,
    expected,
    variance,
    chi_square,
    p_value,
    holm_p_value
from final
order by dimension, segment, other_segment
