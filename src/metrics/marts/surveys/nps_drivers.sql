-- Grain: one row per dimension and segment, breakdown of the answers of its
-- newest wave, and group of the breakdown, where that has two.
-- P is the tail of the normal distribution: erfc by 7.1.6 and 7.1.14 of
-- Abramowitz and Stegun, Handbook of Mathematical Functions.
with

compared as (
    select
        differences.*,
        least(answers, rest_answers) < 10 as is_small,
        (estimated_difference / standard_error) ** 2 as chi_square
    from stg_nps_differences as differences
),

tested as (
    select
        dimension,
        segment,
        breakdown,
        group_name,
        -- Of two groups each is the rest of the other: one test.
        if(groups = 2, '', group_name) as test,
        sqrt(chi_square / 2) as root,
        if(
            chi_square < 8,
            1 - 2 / sqrt(pi()) * exp(-chi_square / 2) * root * list_reduce(
                list_prepend(1, cast(range(60, 0, -1) as double [])),
                lambda tail, n: 1 + chi_square / (2 * n + 1) * tail
            ),
            exp(-chi_square / 2) / sqrt(pi()) / list_reduce(
                list_prepend(root, cast(range(80, 0, -1) as double [])),
                lambda tail, n: root + n / 2 / tail
            )
        ) as p_value
    from compared
    where not is_small
),

ranked as (
    select
        tested.*,
        dense_rank() over (
            partition by dimension, segment
            order by p_value, breakdown, test
        ) as place
    from tested
),

totals as (
    select dimension, segment, max(place) as tests
    from ranked
    group by dimension, segment
),

-- Holm's step-down correction: Scandinavian Journal of Statistics 6 (1979).
corrected as (
    select
        ranked.*,
        max(least(1, ranked.p_value * (totals.tests - ranked.place + 1))) over (
            partition by ranked.dimension, ranked.segment
            order by ranked.place
        ) as holm_p_value
    from ranked
    inner join totals
        on ranked.dimension = totals.dimension
        and ranked.segment = totals.segment
),

final as (
    select
        compared.*,
        greatest(-100, estimate - 1.96e0 * own_error) as lower,
        least(100, estimate + 1.96e0 * own_error) as upper,
        nps - rest_nps as difference,
        greatest(-200, estimated_difference - 1.96e0 * standard_error)
            as difference_lower,
        least(200, estimated_difference + 1.96e0 * standard_error)
            as difference_upper,
        corrected.p_value,
        corrected.holm_p_value,
        coalesce(corrected.holm_p_value < 0.05, false) as is_driver
    from compared
    left join corrected
        on compared.dimension = corrected.dimension
        and compared.segment = corrected.segment
        and compared.breakdown = corrected.breakdown
        and compared.group_name = corrected.group_name
)

select
    dimension, segment, wave, wave_label, breakdown, group_name, answers,
    promoters, passives, detractors, nps, lower, upper, rest_answers, rest_nps,
    difference, difference_lower, difference_upper, p_value, holm_p_value,
    is_small, is_driver
from final
order by dimension, segment, breakdown, group_name
