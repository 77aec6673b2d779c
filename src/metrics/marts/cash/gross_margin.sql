-- Grain: one row per dimension (all, tier, channel), segment and month.
-- Without a service cost in a month its margin is unknown, not 1; such months
-- are in neither side of the 12 months. A configured margin is the whole
-- company's: there is no other then.
with

service as (
    select
        stg_segment_costs.dimension,
        stg_segment_costs.segment,
        stg_segment_costs.month,
        stg_segment_costs.cost
    from stg_segment_costs
    cross join settings
    where stg_segment_costs.purpose = 'service'
        and (
            settings.gross_margin is null
            or stg_segment_costs.dimension = 'all'
        )
),

segments as (
    select 'all' as dimension, 'all' as segment

    union

    select dimension, segment
    from service
),

months as (
    select
        segments.dimension,
        segments.segment,
        stg_months.month,
        stg_months.is_complete,
        coalesce(mrr_movements.closing_mrr, 0) as mrr,
        coalesce(service.cost, 0) as service_cost,
        service.month is not null as is_known
    from segments
    cross join stg_months
    left join mrr_movements
        on segments.dimension = mrr_movements.dimension
        and segments.segment = mrr_movements.segment
        and stg_months.month = mrr_movements.month
    left join service
        on segments.dimension = service.dimension
        and segments.segment = service.segment
        and stg_months.month = service.month
),

summed as (
    select
        months.*,
        sum(service_cost) filter (is_known) over year_to_month as year_cost,
        sum(mrr) filter (is_known) over year_to_month as year_mrr
    from months
    window year_to_month as (
        partition by dimension, segment
        order by month
        rows between 11 preceding and current row
    )
),

final as (
    select
        summed.dimension,
        summed.segment,
        summed.month,
        summed.is_complete,
        cast(summed.mrr as decimal(38, 6)) as mrr,
        cast(summed.service_cost as decimal(38, 6)) as service_cost,
        cast(
            case
                when settings.gross_margin is not null
                    then settings.gross_margin
                when summed.is_known
                    then 1 - summed.service_cost / nullif(summed.mrr, 0)
            end as double
        ) as margin,
        cast(
            case
                when settings.gross_margin is not null
                    then settings.gross_margin
                else 1 - summed.year_cost / nullif(summed.year_mrr, 0)
            end as double
        ) as margin_12_months,
        settings.gross_margin is not null as is_configured
    from summed
    cross join settings
)

select
    dimension, segment, month, is_complete, mrr, service_cost, margin,
    margin_12_months, is_configured
from final
order by dimension, segment, month
