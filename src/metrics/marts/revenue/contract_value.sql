-- Grain: one row per dimension, segment and month of signature.
with

signatures as (
    select
        contract_id,
        account_id,
        cast(date_trunc('month', coalesce(signed_on, starts_on)) as date)
            as month,
        stg_contract_lines.currency,
        term_value
    from stg_contract_lines
    cross join settings
    where coalesce(signed_on, starts_on) <= settings.as_of
),

-- Signatures and one-off lines can lie before the first recurring revenue.
known_months as (
    select month
    from signatures
    union
    select month
    from stg_months
),

first_month as (
    select min(month) as month
    from known_months
),

months as (
    select cast(unnest(generate_series(
        first_month.month,
        date_trunc('month', settings.as_of),
        to_months(1)
    )) as date) as month
    from first_month
    cross join settings
),

segments as (
    select distinct dimension, segment
    from stg_account_segments
),

lines as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        signatures.month,
        cast(
            cast(signatures.term_value as decimal(38, 6)) * stg_fx.rate
            as decimal(38, 6)
        ) as tcv
    from signatures
    inner join stg_fx
        on signatures.month = stg_fx.month
        and signatures.currency = stg_fx.currency
    inner join stg_account_segments
        on signatures.account_id = stg_account_segments.account_id
),

final as (
    select
        segments.dimension,
        segments.segment,
        months.month,
        last_day(months.month) <= settings.as_of as is_complete,
        count(lines.tcv) as contracts,
        cast(coalesce(sum(lines.tcv), 0) as decimal(38, 6)) as tcv
    from segments
    cross join months
    cross join settings
    left join lines
        on segments.dimension = lines.dimension
        and segments.segment = lines.segment
        and months.month = lines.month
    group by all
)

select dimension, segment, month, is_complete, contracts, tcv
from final
order by dimension, segment, month
