import type { Diagnostic } from "@codemirror/lint";
import type { QueryProblem } from "../session/problem.ts";

/** A name with what it is a part of, such as m."Won On", a text, or a single sign. */
const wordPattern =
  /^(?:'(?:[^']|'')*'|(?:[\p{L}\p{N}_]+|"[^"]*")(?:\.(?:[\p{L}\p{N}_]+|"[^"]*"))*|\S)/u;

/**
 * Where the editor shows what DuckDB has against a statement: the word at its position, or the end
 * where the statement ends too early.
 *
 * @param sent what was sent, and where in the text it began
 */
export function markOf(
  { message, hint, position }: QueryProblem,
  sent: { sql: string; from: number },
  text: string,
): Diagnostic | undefined {
  // Edited meanwhile: the position is another's.
  if (position === undefined || text.slice(sent.from, sent.from + sent.sql.length) !== sent.sql)
    return undefined;
  const rest = sent.sql.slice(position);
  const [word = ""] = wordPattern.exec(rest) ?? [];
  // At the end there is no word; the last one before it is marked.
  const before = word === "" ? sent.sql.slice(0, position).trimEnd() : sent.sql.slice(0, position);
  const start = word === "" ? Math.max(0, before.length - 1) : position;
  const length = word === "" ? Math.min(1, before.length) : word.length;
  return {
    from: sent.from + start,
    to: sent.from + start + length,
    severity: "error",
    message: hint === undefined ? message : `${message}\n${hint}`,
  };
}
