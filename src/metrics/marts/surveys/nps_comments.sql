-- Grain: one row per dimension, segment, theme and comment, the three newest of
-- the segment's newest wave.
-- Empty unless publish.private_columns names surveys.comment.
with

comments as (
    select
        stg_account_segments.dimension,
        stg_account_segments.segment,
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
    inner join stg_account_segments
        on answers.account_id = stg_account_segments.account_id
    where answers.standing = 'counted'
        and surveys.comment is not null
        and (stg_account_segments.dimension, stg_account_segments.segment, wave)
        in (
            select (dimension, segment, wave)
            from nps_themes
            where is_latest
        )
),

-- A quotation of one line; pages show no more of a long one.
final as (
    select
        dimension,
        segment,
        theme,
        row_number() over (
            partition by dimension, segment, theme
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

select
    dimension, segment, theme, place, response_id, answered_on, score, comment
from final
order by dimension, segment, theme, place
