/** The formatter's code did not come: it is fetched when first asked for. */
export class FormatterMissing extends Error {}

/**
 * SQL in the house's style: lower case, four spaces.
 *
 * @throws a FormatterMissing; an Error where the formatter cannot read it
 */
export async function formatSql(sql: string): Promise<string> {
  const { formatDialect, duckdb } = await import("sql-formatter").catch((cause: unknown) => {
    throw new FormatterMissing("the formatter did not come", { cause });
  });
  return formatDialect(sql, {
    dialect: duckdb,
    keywordCase: "lower",
    functionCase: "lower",
    dataTypeCase: "lower",
    tabWidth: 4,
    expressionWidth: 72,
    linesBetweenQueries: 1,
  });
}
