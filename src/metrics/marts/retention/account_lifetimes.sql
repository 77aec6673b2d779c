-- Grain: one row per account that has been a customer.
with

firsts as (
    select
        stg_coverage.account_id,
        stg_coverage.starts_on as started_on,
        case
            when stg_coverage.ends_before <= settings.as_of
                then stg_coverage.ends_before
        end as churned_on,
        settings.as_of,
        settings.data_from
    from stg_coverage
    cross join settings
    where stg_coverage.span = 1
),

final as (
    select
        account_id,
        started_on,
        churned_on,
        datesub('month', started_on, coalesce(churned_on, as_of))
            as age_months,
        case
            when started_on < data_from
                then datesub('month', started_on, data_from)
            else 0
        end as entry_age_months,
        churned_on is not null as is_churned
    from firsts
)

select
    account_id,
    started_on,
    churned_on,
    age_months,
    entry_age_months,
    is_churned
from final
order by account_id
