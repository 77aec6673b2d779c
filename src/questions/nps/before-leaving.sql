-- Grain: one row per class of single answers: how often their customer left
-- within 180 days.
with

-- Answers whose 180 days are over: of the rest nobody knows yet.
judged as (
    select
        answers.account_id,
        case
            when answers.score >= 9 then 'promoter'
            when answers.score <= 6 then 'detractor'
            else 'passive'
        end as class,
        exists(
            from stg_coverage
            where stg_coverage.account_id = answers.account_id
                and answers.answered_on >= stg_coverage.starts_on
                and stg_coverage.ends_before > answers.answered_on
                and stg_coverage.ends_before <= answers.answered_on + 180
        ) as has_left
    from stg_nps_answers as answers
    cross join settings
    where answers.standing = 'counted'
        and answers.answered_on + 180 <= settings.as_of
),

final as (
    select
        class,
        count(*) as answers,
        count(distinct account_id) as customers,
        count(*) filter (has_left) as answers_before_leaving,
        answers_before_leaving / answers as left_share
    from judged
    group by class
)

select
    class,
    answers,
    customers,
    answers_before_leaving,
    left_share
from final
order by left_share desc, class
