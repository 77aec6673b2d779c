-- Grain: one row per dimension with two comparable segments and more.
with

judged as (
    select
        tests.dimension,
        tests.degrees_of_freedom + 1 as segments,
        tests.degrees_of_freedom,
        tests.chi_square,
        p_values.p_value,
        row_number() over (order by p_values.p_value, tests.dimension) as place,
        count(*) over () as tests
    from stg_log_rank_tests as tests
    inner join stg_log_rank_p_values as p_values
        on tests.chi_square = p_values.chi_square
        and tests.degrees_of_freedom = p_values.degrees_of_freedom
),

-- Holm's step-down correction: Scandinavian Journal of Statistics 6 (1979).
final as (
    select
        dimension,
        cast(segments as bigint) as segments,
        cast(degrees_of_freedom as bigint) as degrees_of_freedom,
        chi_square,
        p_value,
        max(least(1, p_value * (tests - place + 1))) over (order by place)
            as holm_p_value
    from judged
)

select
    dimension, segments, degrees_of_freedom, chi_square, p_value, holm_p_value
from final
order by dimension
