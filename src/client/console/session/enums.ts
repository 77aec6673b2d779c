import { type Data, type DataType, type Table, Type } from "apache-arrow";
import { say } from "../../../text/index.ts";
import { QueryError } from "./problem.ts";
import type { Tokens } from "./refused.ts";

interface Asked {
  query: (sql: string) => Promise<Table>;
  tokenize: (text: string) => Promise<Tokens>;
}

/**
 * Rows that come piece by piece have numbers for the words of an enum, and never the words. They come
 * with the same statement's columns of no row, asked for at once, and are put to the pieces here.
 *
 * @param sql the statements whose last one gave the rows
 * @throws a QueryError that names the column, where the last statement cannot stand within another
 */
export async function fetchEnumWords(table: Table, sql: string, asked: Asked): Promise<void> {
  const column = table.schema.fields.find(({ type }) => hasEnum(type));
  if (!column || table.numRows === 0) return;
  const statement = await lastStatement(sql, asked.tokenize);
  // The words are of the columns, so that one row of nothing but NULL brings them.
  const empty = `select answer.*\nfrom (select 1)\nleft join (\n${statement}\n) as answer on false`;
  const known = await asked.query(empty).catch((cause: unknown) => {
    const { message, hint } = say.console.session.enumWords;
    throw new QueryError({ message: message(column.name), hint }, { cause });
  });
  for (const { data } of table.batches) putWords(data, known.batches[0]?.data);
}

function hasEnum({ typeId, children }: DataType): boolean {
  return typeId === Type.Dictionary || (children ?? []).some(({ type }) => hasEnum(type));
}

function putWords(data: Data, known: Data | undefined): void {
  if (known?.dictionary) data.dictionary = known.dictionary;
  for (const [place, child] of data.children.entries()) putWords(child, known?.children[place]);
}

const semicolon = ";".charCodeAt(0);

/** The text of the last of several statements, without its semicolon. */
async function lastStatement(sql: string, tokenize: Asked["tokenize"]): Promise<string> {
  const bytes = new TextEncoder().encode(sql);
  const { offsets } = await tokenize(sql);
  const ends = offsets.filter((offset) => bytes[offset] === semicolon);
  const last = offsets.findLast((offset) => bytes[offset] !== semicolon) ?? 0;
  const from = ends.findLast((end) => end < last) ?? -1;
  const to = ends.find((end) => end > last) ?? bytes.length;
  return new TextDecoder().decode(bytes.subarray(from + 1, to));
}
