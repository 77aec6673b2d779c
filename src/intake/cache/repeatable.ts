/** Functions whose result follows from more than the rows they are given: the clock, chance, files, the engine. */
const calls =
  /\b(now|today|age|random|setseed|uuid\w*|gen_random_uuid|nextval|currval|stats|txid_current|getvariable|getenv|glob|in_search_path|write_log|sniff_csv|summary|query|query_table|which_secret|sql_auto_complete|check_peg_parser|json_execute_serialized_sql|(current|local|get_current|transaction|read|duckdb|pragma|parquet|pg|enable|disable|truncate|arrow)_\w+|\w*_scan\w*|\w*checkpoint)"?\s*\(/i;
const words =
  /\b(current_(date|time|timestamp|user|role|schema|catalog)|localtime|localtimestamp|tablesample|using\s+sample)\b/i;
const files = /:\/\/|\.(csv|tsv|txt|parquet|json|jsonl|ndjson|arrow|xlsx|gz|zst|db|duckdb)\b/i;
const comments = /--[^\n]*|\/\*[\s\S]*?\*\//g;

/**
 * Whether a select gives the same rows whenever it runs over the same tables. In doubt it does not:
 * it then runs in every build.
 */
export function isRepeatable(sql: string): boolean {
  return [sql, sql.replaceAll(comments, " ")].every(
    (text) => !calls.test(text) && !words.test(text) && !files.test(text),
  );
}
