-- Grain: one row per dimension, segment and wave with answers received.
-- Only a source with rows for invitations has blank ones; without any it is not
-- known who was asked.
with

-- One row stands for a person in the half-year: an answer, where there is one.
answers as (
    select
        stg_nps_answers.*,
        row_number() over (
            partition by wave, account_id, person
            order by standing = 'blank', response_id
        ) = 1 as is_person
    from stg_nps_answers
),

tallies as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
        wave,
        wave_label,
        count(*) as received,
        count(*) filter (standing = 'counted') as counted,
        count(*) filter (standing = 'blank') as blank,
        count(*) filter (standing = 'replaced') as replaced,
        count(*) filter (standing = 'young') as young,
        count(*) filter (standing = 'not_customers') as not_customers,
        count(*) filter (standing = 'young' and score >= 9)
            - count(*) filter (standing = 'young' and score <= 6)
            as young_balance,
        count(*) filter (is_person) as people,
        count(*) filter (is_person and standing <> 'blank') as answered
    from answers
    inner join stg_account_segments
        on answers.account_id = stg_account_segments.account_id
    group by all
),

final as (
    select
        tallies.*,
        100e0 * young_balance / nullif(young, 0) as young_nps,
        if(blank > 0, people, null) as asked,
        answered / asked as answered_share
    from tallies
)

select
    dimension,
    segment,
    wave,
    wave_label,
    received,
    counted,
    blank,
    replaced,
    young,
    not_customers,
    young_nps,
    asked,
    answered,
    answered_share
from final
order by dimension, segment, wave
