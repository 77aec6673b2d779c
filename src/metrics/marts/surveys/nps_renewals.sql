-- Grain: one row per dimension, segment and class of accounts: promoter,
-- passive, detractor.
-- Bounds by Wilson's score; those of a difference by Newcombe's method 10, made
-- of the bounds of both rates (Statistics in Medicine 17, 1998, 873-890).
with

tallies as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        classes.class,
        count(*) as terms,
        count(distinct classes.account_id) as accounts,
        count(*) filter (is_renewed) as renewed,
        min(ended_on) as first_end,
        max(ended_on) as last_end,
        renewed / terms as renewal_rate,
        1.959964e0 ** 2 as z_square,
        (renewed + z_square / 2) / (terms + z_square) as centre,
        sqrt(z_square * (renewal_rate * (terms - renewed) + z_square / 4))
        / (terms + z_square) as reach
    from stg_renewal_classes as classes
    inner join stg_account_segments
        on classes.account_id = stg_account_segments.account_id
    group by all
),

bounded as (
    select
        tallies.*,
        greatest(0, centre - reach) as lower,
        least(1, centre + reach) as upper
    from tallies
),

final as (
    select
        bounded.*,
        bounded.renewal_rate - promoters.renewal_rate as difference,
        difference - sqrt(
            (bounded.renewal_rate - bounded.lower) ** 2
            + (promoters.upper - promoters.renewal_rate) ** 2
        ) as difference_lower,
        difference + sqrt(
            (bounded.upper - bounded.renewal_rate) ** 2
            + (promoters.renewal_rate - promoters.lower) ** 2
        ) as difference_upper
    from bounded
    left join bounded as promoters
        on bounded.dimension = promoters.dimension
        and bounded.segment = promoters.segment
        and promoters.class = 'promoter'
        and bounded.class <> 'promoter'
)

select
    dimension, segment, class, terms, accounts, renewed, renewal_rate, lower,
    upper, difference, difference_lower, difference_upper, first_end, last_end
from final
order by dimension, segment, class
