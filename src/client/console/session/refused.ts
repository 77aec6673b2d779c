import { say } from "../../../text/index.ts";
import { charactersIn, QueryError } from "./problem.ts";

/** Where DuckDB's own tokenizer finds words, in bytes; comments are none. */
export interface Tokens {
  offsets: readonly number[];
}

/**
 * Statements by their first word that would change what the reader's later ones mean, leave the
 * database, or ask for what the lock refuses only once it is tried.
 */
const refused = new Set(
  "attach call copy detach export force import install load reset set use".split(" "),
);

/** Pragmas that tell and set nothing. */
const tellingPragmas = new Set(
  "collations database_list database_size functions metadata_info platform show show_databases show_tables show_tables_expanded storage_info table_info user_agent version".split(
    " ",
  ),
);

/** Functions that a lock of the configuration forgets; one of them makes every later statement fail. */
const settingFunctions = /\b(?:enable_logging|disable_logging|truncate_duckdb_logs)\b/i;

/** DuckDB's parser takes them for blanks, its tokenizer does not. */
const foreignBlanks = /[\u00a0\u1680\u2000-\u200f\u202f\u205f\u3000\ufeff]/g;

/**
 * Refuses statements that the engine's lock lets through, though they reach for files, databases or
 * settings. They could harm nobody but the reader, whose page would need a reload.
 *
 * @param tokenize DuckDB's own reading of a text, which knows what is a string or a comment
 * @throws a QueryError that names the statement's first word
 */
export async function refuseStatements(
  sql: string,
  tokenize: (text: string) => Promise<Tokens>,
): Promise<void> {
  const [setting] = settingFunctions.exec(sql) ?? [];
  if (setting) throw refusal(setting, sql.search(settingFunctions));
  const text = sql.replace(foreignBlanks, " ");
  const { offsets } = await tokenize(text);
  const script: Script = { bytes: new TextEncoder().encode(text), offsets };
  let first = 0;
  for (let index = 0; index <= offsets.length; index++) {
    const isEnd = index === offsets.length || wordAt(script, index) === ";";
    if (!isEnd) continue;
    const place = leading(script, first, index);
    if (place < index && isRefused(wordAt(script, place), wordAt(script, place + 1))) {
      throw refusal(wordAt(script, place), charactersIn(text, offsets[place] ?? 0));
    }
    first = index + 1;
  }
  const composed = offsets.findIndex((_, index) => isComposed(script, index));
  if (composed >= 0) throw refusal(composition, charactersIn(text, offsets[composed] ?? 0));
}

const composition = "query() of a text that is put together";

/** DuckDB makes a statement of query's text; of one that is not whole there is nothing to be read above. */
function isComposed(script: Script, index: number): boolean {
  const { bytes, offsets } = script;
  if (wordAt(script, index) !== "query" || wordAt(script, index + 1) !== "(") return false;
  // Literals that follow one another are one to the tokenizer.
  const argument = new TextDecoder().decode(bytes.subarray(offsets[index + 2], offsets[index + 3]));
  return !/^'(?:[^']|'')*'\s*$/.test(argument) || wordAt(script, index + 3) !== ")";
}

interface Script extends Tokens {
  bytes: Uint8Array;
}

/** A word in small letters, out of its quotes, or the sign that stands in its place. */
function wordAt({ bytes, offsets }: Script, index: number): string {
  const first = offsets[index] ?? bytes.length;
  const start = isWordByte(bytes[first + 1] ?? 0) && bytes[first] === quote ? first + 1 : first;
  let end = start;
  while (isWordByte(bytes[end] ?? 0)) end += 1;
  return String.fromCharCode(...bytes.subarray(start, Math.max(end, start + 1))).toLowerCase();
}

const quote = '"'.charCodeAt(0);

const isWordByte = (byte: number) => /\w/.test(String.fromCharCode(byte));

function isRefused(word: string, argument: string): boolean {
  if (word === "pragma") return !tellingPragmas.has(argument);
  // A variable is the reader's own.
  if (word === "set" || word === "reset") return argument !== "variable";
  return refused.has(word);
}

/** Place of the word that says what a statement does, behind those that explain or prepare it. */
function leading(script: Script, first: number, end: number): number {
  const word = wordAt(script, first);
  if (first >= end || (word !== "prepare" && word !== "explain")) return first;
  let next = first + 1;
  if (word === "prepare") {
    while (next < end && wordAt(script, next) !== "as") next += 1;
    return leading(script, next + 1, end);
  }
  if (wordAt(script, next) === "(") {
    while (next < end && wordAt(script, next) !== ")") next += 1;
    next += 1;
  }
  if (wordAt(script, next) === "analyze") next += 1;
  return leading(script, next, end);
}

function refusal(word: string, position: number): QueryError {
  const { message, hint } = say.console.session.locked;
  return new QueryError({ message: message(word), hint, position });
}
