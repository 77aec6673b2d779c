/** A name that a statement gives to rows, and the table they are of, where it is one. */
export interface Source {
  /** As the statement calls it. */
  alias: string;
  table: string;
}

export const name = String.raw`(?:"[^"]+"|[\p{L}_][\p{L}\p{N}_]*)`;
export const path = String.raw`${name}(?:\.${name})*`;
/** Words that may follow a table, and are no name for it. */
export const notAlias =
  /^(?:on|using|where|group|order|inner|left|right|full|cross|join|limit|having|qualify|union|natural|asof|window|select|sample|tablesample|positional|semi|anti|lateral|as|from|set|values)$/i;
const sourcePattern = /\b(?:from|join|into|update)\s+/gi;
/** A table, and the name it is given; sticky, to be read one after the other. */
const itemPattern = new RegExp(String.raw`(${path})(?:\s+(?:as\s+)?(${name}))?\s*(,\s*)?`, "iuy");
const stepPattern = new RegExp(
  String.raw`(?<![\p{L}\p{N}_])(${name})\s+as\s+(?:not\s+)?(?:materialized\s+)?\(`,
  "giu",
);

/** A statement's text and where the cursor stands in it: of several those between two semicolons. */
export function statementAround(sql: string, position: number): { text: string; at: number } {
  let start = 0;
  for (const { index, 0: found } of sql.matchAll(separators)) {
    if (found !== ";") continue;
    if (index >= position) return { text: sql.slice(start, index), at: position - start };
    start = index + 1;
  }
  return { text: sql.slice(start), at: position - start };
}

/** Strings, quoted names and comments hide a semicolon. */
export const separators = /'(?:[^']|'')*'?|"(?:[^"]|"")*"?|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|;/g;

/** Tables that the statement reads, by the names it gives them. */
export function sourcesOf(statement: string): Source[] {
  return [...statement.matchAll(sourcePattern)].flatMap(({ index, 0: { length } }) =>
    itemsAt(statement, index + length),
  );
}

function itemsAt(statement: string, start: number): Source[] {
  itemPattern.lastIndex = start;
  const [whole, table, given, comma] = itemPattern.exec(statement) ?? [];
  if (whole === undefined || table === undefined) return [];
  const own = unquoted(table.split(/\.(?=(?:[^"]*"[^"]*")*[^"]*$)/).at(-1) ?? table);
  const isAlias = given !== undefined && !notAlias.test(given);
  const item = { alias: isAlias ? unquoted(given) : own, table: own };
  return comma ? [item, ...itemsAt(statement, start + whole.length)] : [item];
}

/** Names of the steps of a with clause. */
export function stepsOf(statement: string): string[] {
  return [...new Set([...statement.matchAll(stepPattern)].map(([, step = ""]) => unquoted(step)))];
}

/** A name out of its quotes. */
export function unquoted(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1) : text;
}
