-- Grain: one row per chi-square of a log-rank test and degrees of freedom.
-- Upper tail after Abramowitz and Stegun, Handbook of Mathematical Functions,
-- 26.4.4-5; erfc by 7.1.6 below chi-square 8 and by 7.1.14 from there on.
with

tests as (
    select chi_square, 1 as degrees_of_freedom
    from stg_log_rank_pairs
    where chi_square is not null
    union
    select chi_square, degrees_of_freedom
    from stg_log_rank_tests
),

tails as (
    select
        chi_square,
        degrees_of_freedom,
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
        ) as erfc,
        list_sum(
            list_transform(
                range(degrees_of_freedom // 2),
                lambda n: exp(
                    (degrees_of_freedom / 2 - 1 - n)
                    * ln(greatest(chi_square, 1e-300) / 2)
                    - lgamma(degrees_of_freedom / 2 - n)
                    - chi_square / 2
                )
            )
        ) as terms
    from tests
),

final as (
    select
        chi_square,
        degrees_of_freedom,
        if(degrees_of_freedom % 2 = 1, erfc, 0) + coalesce(terms, 0) as p_value
    from tails
)

select chi_square, degrees_of_freedom, p_value
from final
order by chi_square, degrees_of_freedom
