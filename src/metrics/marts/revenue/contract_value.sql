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

converted as (
    select
        stg_accounts.profile,
        signatures.month,
        count(*) as contracts,
        sum(
            case
                when stg_fx.rate = 1 then signatures.term_value
                else cast(
                    signatures.term_value * stg_fx.rate as decimal(38, 6)
                )
            end
        ) as tcv
    from signatures
    inner join stg_fx
        on signatures.month = stg_fx.month
        and signatures.currency = stg_fx.currency
    inner join stg_accounts
        on signatures.account_id = stg_accounts.account_id
    group by stg_accounts.profile, signatures.month
),

profiles as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        converted.*
    from converted
    inner join stg_account_segments
        on converted.profile = stg_account_segments.account_id
),

final as (
    select
        segments.dimension,
        segments.segment,
        months.month,
        last_day(months.month) <= settings.as_of as is_complete,
        cast(coalesce(sum(profiles.contracts), 0) as bigint)
            as contracts,
        cast(coalesce(sum(profiles.tcv), 0) as decimal(38, 6)) as tcv
    from segments
    cross join months
    cross join settings
    left join profiles
        on segments.dimension = profiles.dimension
        and segments.segment = profiles.segment
        and months.month = profiles.month
    group by all
)

select dimension, segment, month, is_complete, contracts, tcv
from final
order by dimension, segment, month
