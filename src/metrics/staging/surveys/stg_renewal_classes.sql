-- Grain: one row per renewal event past its grace with an NPS answer before it.
-- The answers of the account's newest half-year by the last day of the term,
-- after the last day of the term before it and of the last 365 days.
with

ends as (
    select
        account_id,
        ended_on,
        is_open,
        renewed_arr > 0 as is_renewed,
        lag(ended_on, 1, '-infinity') over (
            partition by account_id
            order by ended_on
        ) as previous_end
    from stg_renewal_events
),

-- As known on that day: an answer that is replaced later counts until then.
known as (
    select
        ends.account_id,
        ends.ended_on,
        ends.is_renewed,
        answers.score
    from ends
    inner join stg_nps_answers as answers
        on ends.account_id = answers.account_id
        and ends.ended_on >= answers.answered_on
        and ends.ended_on - 365 < answers.answered_on
        and ends.previous_end < answers.answered_on
    where answers.is_eligible
        and not ends.is_open
    qualify answers.wave = max(answers.wave) over (
        partition by ends.account_id, ends.ended_on
    )
    and row_number() over (
        partition by
            ends.account_id, ends.ended_on, answers.wave, answers.person
        order by answers.answered_on desc, answers.response_id desc
    ) = 1
),

final as (
    select
        account_id,
        ended_on,
        is_renewed,
        cast(sum(score) as double) / count(*) as mean_score,
        case
            when mean_score >= 9 then 'promoter'
            when mean_score <= 6 then 'detractor'
            else 'passive'
        end as class
    from known
    group by account_id, ended_on, is_renewed
)

select account_id, ended_on, is_renewed, mean_score, class
from final
order by account_id, ended_on
