-- Grain: one row per profile of accounts (alike in every segment) and month of
-- signature.
with

signatures as (
    select
        account_id,
        cast(date_trunc('month', coalesce(signed_on, starts_on)) as date)
            as month,
        stg_contract_lines.currency,
        term_value
    from stg_contract_lines
    cross join settings
    where coalesce(signed_on, starts_on) <= settings.as_of
),

final as (
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
)

select profile, month, contracts, tcv
from final
order by profile, month
