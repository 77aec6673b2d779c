-- Grain: one row per month: ARR of terms that end in the half-year after the
-- as-of day, by what its customers said last.
with

ending as (
    select
        lines.account_id,
        date_trunc('month', lines.ends_before - 1) as month,
        sum(12 * lines.monthly_amount * stg_fx.rate) as arr
    from stg_recurring_lines as lines
    cross join settings
    inner join stg_fx
        on lines.currency = stg_fx.currency
        and stg_fx.month = date_trunc('month', settings.as_of)
    where lines.starts_on <= settings.as_of
        and lines.ends_before > settings.as_of
        and lines.ends_before <= settings.as_of + interval 6 months
    group by all
),

newest as (
    select
        account_id,
        arg_max(
            case
                when is_promoter then 'promoter'
                when is_detractor then 'detractor'
                else 'passive'
            end,
            wave
        ) as class
    from stg_account_scores
    group by account_id
),

final as (
    select
        cast(ending.month as date) as month,
        count(distinct ending.account_id) as customers,
        cast(sum(ending.arr) as decimal(38, 6)) as arr,
        cast(sum(ending.arr) filter (newest.class = 'promoter')
            as decimal(38, 6)) as arr_of_promoters,
        cast(sum(ending.arr) filter (newest.class = 'passive')
            as decimal(38, 6)) as arr_of_passives,
        cast(sum(ending.arr) filter (newest.class = 'detractor')
            as decimal(38, 6)) as arr_of_detractors,
        cast(sum(ending.arr) filter (newest.class is null)
            as decimal(38, 6)) as arr_of_silent
    from ending
    left join newest
        on ending.account_id = newest.account_id
    group by ending.month
)

select
    month,
    customers,
    arr,
    arr_of_promoters,
    arr_of_passives,
    arr_of_detractors,
    arr_of_silent
from final
order by month
