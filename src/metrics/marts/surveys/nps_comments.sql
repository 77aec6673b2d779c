-- Grain: one row per theme and comment, the three newest of the newest wave.
-- Empty unless publish.private_columns names surveys.comment.
with

comments as (
    select
        answers.response_id,
        answers.answered_on,
        answers.score,
        surveys.comment,
        unnest(list_distinct(list_transform(
            string_split(surveys.themes, ';'),
            lambda theme: trim(theme)
        ))) as theme
    from stg_nps_answers as answers
    inner join surveys
        on answers.response_id = surveys.response_id
    where answers.standing = 'counted'
        and surveys.comment is not null
        and answers.wave = (select max(wave) from nps_themes)
),

-- A quotation of one line; pages show no more of a long one.
final as (
    select
        theme,
        row_number() over (
            partition by theme
            order by answered_on desc, response_id desc
        ) as place,
        response_id,
        answered_on,
        cast(score as bigint) as score,
        regexp_replace(trim(comment), '\s+', ' ', 'g') as line,
        if(length(line) > 300, concat(left(line, 299), '…'), line) as comment
    from comments
    where theme <> ''
    qualify place <= 3
)

select theme, place, response_id, answered_on, score, comment
from final
order by theme, place
