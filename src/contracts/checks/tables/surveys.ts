import { paidLines, type QueryContext, type TableQuery } from "./query.ts";

/** Inside the grace an account still awaits renewal, so it has not churned. */
function answersAfterChurn(context: QueryContext): string {
  return `
    with

    lines as (${paidLines(context)}
    ),

    covered as (
        select
            surveys.source_file,
            surveys.source_row,
            surveys.source_line,
            surveys.answered_on,
            max(lines.ends_before) as ends_before
        from surveys
        inner join lines
            on surveys.account_id = lines.account_id
            and surveys.answered_on >= lines.starts_on
        group by all
    ),

    final as (
        select
            source_file,
            source_row,
            source_line,
            cast(answered_on as varchar) as value
        from covered
        where answered_on - ${context.graceDays} >= ends_before
    )

    select * from final order by source_file, source_row`;
}

export function surveyQueries(context: QueryContext): TableQuery[] {
  return [
    {
      id: "score_below_the_scale",
      dataset: "surveys",
      column: "score",
      needs: ["surveys"],
      expected: `a score from ${context.npsLowest} to 10, as nps.scale says`,
      sql: `
    select
        source_file,
        source_row,
        source_line,
        cast(score as varchar) as value
    from surveys
    where coalesce(kind, 'nps') = 'nps'
        and score < ${context.npsLowest}
    order by source_file, source_row`,
    },
    {
      id: "answer_from_churned_account",
      dataset: "surveys",
      column: "answered_on",
      needs: ["surveys", "contracts"],
      expected: "a day on which the account was a customer",
      sql: answersAfterChurn(context),
    },
  ];
}
