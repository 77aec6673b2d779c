-- Grain: one row per answer to the relationship NPS question.
-- Standing: blank, not_customers, young, replaced or counted; one an answer.
-- Eligible: counted, or would be if the person had not answered again.
-- A person is a respondent_id within an account: some tools number them anew.
with

answers as (
    select
        response_id,
        account_id,
        coalesce(respondent_id, response_id) as person,
        answered_on,
        make_date(
            year(answered_on),
            if(month(answered_on) <= 6, 1, 7),
            1
        ) as wave,
        score,
        role,
        module,
        service
    from surveys
    where coalesce(kind, 'nps') = 'nps'
        and coalesce(touchpoint, 'relationship') = 'relationship'
        and answered_on <= (select settings.as_of from settings)
),

customers as (
    select distinct answers.response_id
    from answers
    inner join stg_coverage
        on answers.account_id = stg_coverage.account_id
        and answers.answered_on >= stg_coverage.starts_on
        and answers.answered_on < coalesce(stg_coverage.ends_before, 'infinity')
),

judged as (
    select
        answers.*,
        case
            when answers.score is null then 'blank'
            when customers.response_id is null then 'not_customers'
            when answers.answered_on - account_lifetimes.started_on
                < settings.nps_eligible_days then 'young'
            else 'counted'
        end as standing
    from answers
    cross join settings
    left join customers
        on answers.response_id = customers.response_id
    left join account_lifetimes
        on answers.account_id = account_lifetimes.account_id
),

ranked as (
    select
        judged.*,
        row_number() over (
            partition by wave, account_id, person, standing
            order by answered_on desc, response_id desc
        ) as newness
    from judged
),

final as (
    select
        response_id,
        account_id,
        person,
        answered_on,
        wave,
        strftime(wave, '%Y ') || if(month(wave) = 1, 'H1', 'H2') as wave_label,
        case
            when newness > 1 and standing in ('young', 'counted')
                then 'replaced'
            else standing
        end as standing,
        ranked.standing = 'counted' as is_eligible,
        score,
        role,
        module,
        service
    from ranked
)

select
    response_id, account_id, person, answered_on, wave, wave_label, standing,
    is_eligible, score, role, module, service
from final
order by response_id
