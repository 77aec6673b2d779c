-- Grain: one row per month and currency in use; company currency per unit.
-- A month without a rate takes the latest earlier one, or else the first there
-- is; rate_month is the month it is of, null for the company's own currency.
-- units are the rate in hundred-millionths, null where that is a large number.
with

line_days as (
    select starts_on as day
    from stg_contract_lines
    union all
    select signed_on
    from stg_contract_lines
    where signed_on is not null
),

months as (
    select month
    from stg_months
    union
    select cast(date_trunc('month', day) as date)
    from line_days
),

currencies as (
    select currency
    from settings
    union
    select currency
    from stg_contract_lines
),

first_rates as (
    select currency, arg_min(rate, month) as rate, min(month) as month
    from fx
    group by currency
),

known as (
    select
        months.month,
        currencies.currency,
        case
            when currencies.currency = settings.currency then 1
            else coalesce(fx.rate, first_rates.rate)
        end as rate,
        case
            when currencies.currency <> settings.currency
                then coalesce(fx.month, first_rates.month)
        end as rate_month
    from months
    cross join currencies
    cross join settings
    asof left join fx
        on currencies.currency = fx.currency
        and months.month >= fx.month
    left join first_rates
        on currencies.currency = first_rates.currency
),

final as (
    select
        month,
        currency,
        case
            when rate is null then error(
                'no rate for the currency "' || currency
                || '" of contract lines; add its rates to the fx dataset'
            )
            else cast(rate as decimal(20, 8))
        end as rate,
        rate_month,
        case
            when rate < 900
                then cast(cast(rate as decimal(20, 8)) * 100000000 as bigint)
        end as units
    from known
)

select month, currency, rate, rate_month, units
from final
order by month, currency
