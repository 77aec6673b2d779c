-- Grain: one row per account whose acquisition cost is known.
-- The CAC of its start month: its tier's or else its channel's where those are
-- published, else the company's.
with

prices as (
    select
        account_lifetimes.account_id,
        arg_min(
            acquisition_cost.cac,
            case acquisition_cost.dimension
                when 'tier' then 1
                when 'channel' then 2
                else 3
            end
        ) as cac
    from account_lifetimes
    inner join stg_account_segments
        on account_lifetimes.account_id = stg_account_segments.account_id
    inner join acquisition_cost
        on stg_account_segments.dimension = acquisition_cost.dimension
        and stg_account_segments.segment = acquisition_cost.segment
        and date_trunc('month', account_lifetimes.started_on)
        = acquisition_cost.month
    where acquisition_cost.cac is not null
    group by all
),

final as (
    select
        account_lifetimes.account_id,
        account_lifetimes.started_on,
        account_lifetimes.churned_on,
        datesub('month', account_lifetimes.started_on, settings.as_of)
            as reached_age,
        prices.cac
    from account_lifetimes
    cross join settings
    inner join prices
        on account_lifetimes.account_id = prices.account_id
)

select account_id, started_on, churned_on, reached_age, cac
from final
order by account_id
