-- Grain: one row per dimension and segment with customers of known CAC.
-- Break-even: first month k with k x ARPA of new customers x margin > CAC.
with

tallies as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        count(*) as customers,
        count(*) filter (stg_account_payback.is_churned) as churned,
        count(*) filter (stg_account_payback.is_left_before) as left_before,
        cast(sum(stg_account_payback.unrecovered_cac) as decimal(38, 6))
            as unrecovered_cac
    from stg_account_payback
    inner join stg_account_segments
        on stg_account_payback.account_id = stg_account_segments.account_id
    group by all
),

break_even as (
    select
        dimension,
        segment,
        cast(floor(round(payback_months, 9)) as bigint) + 1 as month
    from unit_economics
    where payback_months < 120
),

lost as (
    select
        break_even.dimension,
        break_even.segment,
        break_even.month,
        case
            when max(curve.age) >= break_even.month - 1
                or min(curve.survival) = 0
                then 1 - arg_max(curve.survival, curve.age)
                    filter (curve.age < break_even.month)
        end as share
    from break_even
    left join survival_curve as curve
        on break_even.dimension = curve.dimension
        and break_even.segment = curve.segment
    group by break_even.dimension, break_even.segment, break_even.month
),

final as (
    select
        tallies.dimension,
        tallies.segment,
        tallies.customers,
        tallies.churned,
        tallies.left_before,
        cast(tallies.left_before as double) / tallies.customers
            as left_before_share,
        tallies.unrecovered_cac,
        lost.month as break_even_month,
        lost.share as lost_by_break_even
    from tallies
    left join lost
        on tallies.dimension = lost.dimension
        and tallies.segment = lost.segment
)

select
    dimension,
    segment,
    customers,
    churned,
    left_before,
    left_before_share,
    unrecovered_cac,
    break_even_month,
    lost_by_break_even
from final
order by dimension, segment
