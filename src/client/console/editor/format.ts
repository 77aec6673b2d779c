/**
 * SQL in the house's style: lower case, four spaces.
 *
 * @throws an Error where the formatter cannot read it
 */
export async function formatSql(sql: string): Promise<string> {
  const { formatDialect, duckdb } = await import("sql-formatter");
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
