-- Grain: one row per customer and term that ends within 90 days of the as-of
-- day, with what is known of its mood and its seats.
with

ending as (
    select
        lines.account_id,
        lines.ends_before - 1 as last_day,
        cast(
            sum(12 * lines.monthly_amount * stg_fx.rate) as decimal(38, 6)
        ) as arr,
        bool_or(lines.cancelled_on is not null) as is_cancelled
    from stg_recurring_lines as lines
    cross join settings
    inner join stg_fx
        on lines.currency = stg_fx.currency
        and stg_fx.month = date_trunc('month', settings.as_of)
    where lines.starts_on <= settings.as_of
        and lines.ends_before > settings.as_of
        and lines.ends_before <= settings.as_of + 91
    group by lines.account_id, lines.ends_before
),

signed as (
    select distinct lines.account_id
    from stg_recurring_lines as lines
    cross join settings
    where lines.starts_on > settings.as_of
),

scores as (
    select
        account_id,
        arg_max(mean_score, wave) as mean_score
    from stg_account_scores
    group by account_id
),

newest_seats as (
    select
        account_id,
        arg_max(activated, month) / nullif(arg_max(purchased, month), 0)
            as activated_share
    from seats
    group by account_id
),

final as (
    select
        stg_accounts.account_id,
        stg_accounts.name,
        stg_accounts.tier,
        stg_accounts.owner,
        ending.last_day,
        ending.arr,
        ending.is_cancelled,
        signed.account_id is not null as has_signed_on,
        scores.mean_score as newest_nps_score,
        newest_seats.activated_share
    from ending
    inner join stg_accounts
        on ending.account_id = stg_accounts.account_id
    left join signed
        on ending.account_id = signed.account_id
    left join scores
        on ending.account_id = scores.account_id
    left join newest_seats
        on ending.account_id = newest_seats.account_id
)

select
    account_id,
    name,
    tier,
    owner,
    last_day,
    arr,
    is_cancelled,
    has_signed_on,
    newest_nps_score,
    activated_share
from final
order by last_day, arr desc, account_id
