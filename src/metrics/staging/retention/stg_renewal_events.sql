-- Grain: one row per renewal event: an account and the end of a term by as_of.
-- ARR at the rates of the month of the end, so that rates are no expansion.
with

amounts as (
    select
        stg_term_ends.account_id,
        stg_term_ends.last_end,
        lines.currency,
        lines.monthly_amount as expiring,
        0 as renewed
    from stg_term_ends
    inner join stg_contract_lines as lines
        on stg_term_ends.account_id = lines.account_id
        and stg_term_ends.ends_before = lines.ends_before
    where lines.is_recurring
        and lines.starts_on < lines.ends_before
    union all
    select account_id, last_end, currency, 0, monthly_amount
    from stg_renewals
),

locals as (
    select
        account_id,
        last_end,
        currency,
        cast(date_trunc('month', last_end - 1) as date) as month,
        12 * cast(sum(expiring) as decimal(38, 6)) as expiring,
        12 * cast(sum(renewed) as decimal(38, 6)) as renewed
    from amounts
    group by account_id, last_end, currency
),

-- Products of so many digits are slow, and most rates are 1.
converted as (
    select
        locals.account_id,
        locals.last_end,
        sum(
            case
                when stg_fx.rate = 1 then locals.expiring
                else cast(locals.expiring * stg_fx.rate as decimal(38, 6))
            end
        ) as expiring_arr,
        sum(
            case
                when stg_fx.rate = 1 then locals.renewed
                else cast(locals.renewed * stg_fx.rate as decimal(38, 6))
            end
        ) as renewed_arr
    from locals
    inner join stg_fx
        on locals.month = stg_fx.month
        and locals.currency = stg_fx.currency
    group by locals.account_id, locals.last_end
),

final as (
    select
        converted.account_id,
        converted.last_end - 1 as ended_on,
        settings.as_of - converted.last_end < settings.grace_days as is_open,
        cast(converted.expiring_arr as decimal(38, 6)) as expiring_arr,
        cast(converted.renewed_arr as decimal(38, 6)) as renewed_arr
    from converted
    cross join settings
    where converted.expiring_arr > 0
)

select account_id, ended_on, is_open, expiring_arr, renewed_arr
from final
order by account_id, ended_on
