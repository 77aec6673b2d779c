export interface QueryProblem {
  message: string;
  /** Offset in the statement as sent, in its characters, where DuckDB tells. */
  position?: number;
  hint?: string;
}

/** What DuckDB has against a statement. */
export class QueryError extends Error {
  readonly problem: QueryProblem;

  constructor(problem: QueryProblem, options?: ErrorOptions) {
    super(problem.message, options);
    this.name = "QueryError";
    this.problem = problem;
  }
}

/** What DuckDB says in JSON, which the setting errors_as_json asks for. */
interface Told {
  exception_type?: string;
  exception_message?: string;
  /** Offset in the bytes of the statement in UTF-8. */
  position?: string;
}

/** DuckDB's error, whatever it is wrapped in. */
export function problemOf(error: unknown, sql: string): QueryError {
  const text = error instanceof Error ? error.message : String(error);
  const told = toldIn(text);
  if (!told?.exception_message) return new QueryError({ message: text });
  // An error of the parser is wrapped twice.
  const inner = toldIn(told.exception_message);
  const { exception_type: type, exception_message: whole = "", position } = { ...told, ...inner };
  const [first = "", ...rest] = whole.split("\n");
  const hint = rest.join("\n").trim();
  return new QueryError({
    message: type ? `${type} error: ${first}` : first,
    ...(hint && { hint }),
    ...(position !== undefined && {
      position: charactersIn(withPlainBlanks(sql), Number(position)),
    }),
  });
}

function toldIn(text: string): Told | undefined {
  const start = text.indexOf("{");
  if (start < 0) return undefined;
  try {
    return JSON.parse(text.slice(start)) as Told;
  } catch {
    return undefined;
  }
}

/** An offset in the bytes of UTF-8 as one in characters. */
export function charactersIn(sql: string, bytes: number): number {
  const before = new TextEncoder().encode(sql).subarray(0, bytes);
  return new TextDecoder().decode(before).length;
}

const blank = "[\\u00a0\\u2000-\\u200d\\u202f\\u205f\\u3000\\ufeff]";
const keptOrBlank = new RegExp(
  String.raw`'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\$\$[\s\S]*?(?:\$\$|$)|${blank}`,
  "g",
);

/** DuckDB makes foreign blanks outside of texts and names plain ones before it reads, and counts then. */
function withPlainBlanks(sql: string): string {
  return sql.replace(keptOrBlank, (found) => (/^['"$-]/.test(found) ? found : " "));
}
