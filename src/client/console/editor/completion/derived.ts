import { name, notAlias, path, separators, sourcesOf, unquoted } from "./statement.ts";
import type { Column, KnownTable } from "./vocabulary.ts";

/** A select in brackets that has a name: a step of a with clause, or one behind from. */
interface Derived {
  name: string;
  body: string;
}

const stepBefore = new RegExp(String.raw`(${name})\s+as\s+(?:not\s+)?(?:materialized\s+)?$`, "iu");
const aliasBehind = new RegExp(String.raw`^\s*(?:as\s+)?(${name})`, "iu");
const named = new RegExp(String.raw`^(?:.*\bas\s+|.*[\s)])(${name})$`, "isu");
const plain = new RegExp(`^${path}$`, "iu");
const star = new RegExp(String.raw`^(?:(${name})\.)?\*`, "iu");

/**
 * The statement's own selects as tables: of their columns as much as their text says, with types where a
 * column is handed on as it is.
 */
export function derivedTables(
  statement: string,
  tableOf: (name: string) => KnownTable | undefined,
): (name: string) => KnownTable | undefined {
  const derived = derivedOf(withoutStrings(statement));
  const find = (wanted: string, open: readonly string[]): KnownTable | undefined => {
    const key = wanted.toLowerCase();
    const own = open.includes(key) ? undefined : derived.findLast((one) => isSame(one.name, key));
    if (!own) return tableOf(wanted);
    const columns = columnsOf(own.body, (inner) => find(inner, [...open, key])?.columns ?? []);
    return { name: own.name, detail: undefined, definition: undefined, columns };
  };
  return (wanted) => find(wanted, []);
}

export const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Signs within strings and comments mean nothing. */
function withoutStrings(text: string): string {
  return text.replace(separators, (found) =>
    /^['/-]/.test(found) ? " ".repeat(found.length) : found,
  );
}

function derivedOf(text: string): Derived[] {
  const starts: number[] = [];
  return [...text.matchAll(/"(?:[^"]|"")*"?|[()]/g)].flatMap(({ 0: sign, index }) => {
    if (sign === "(") starts.push(index);
    if (sign !== ")") return [];
    const start = starts.pop() ?? 0;
    const body = text.slice(start + 1, index);
    if (!/^\s*(?:select|from|with)\b/i.test(body)) return [];
    const [, step] = stepBefore.exec(text.slice(0, start)) ?? [];
    const [, alias] = aliasBehind.exec(text.slice(index + 1)) ?? [];
    const given = step ?? (alias && !notAlias.test(alias) ? alias : undefined);
    return given === undefined ? [] : [{ name: unquoted(given), body }];
  });
}

const clause = /^(?:from|where|group|order|limit|union|intersect|except|having|qualify|window)$/i;

/** What stands between select and from, outside of brackets; "*" where a select begins with from. */
function listOf(body: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let from: number | undefined;
  for (const { 0: sign, index } of body.matchAll(
    /"(?:[^"]|"")*"?|[(),]|[\p{L}_][\p{L}\p{N}_]*/gu,
  )) {
    if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    else if (depth > 0) continue;
    else if (from === undefined) {
      if (/^select$/i.test(sign)) from = index + sign.length;
    } else if (sign === "," || clause.test(sign)) {
      items.push(body.slice(from, index));
      from = index + 1;
      if (sign !== ",") return items;
    }
  }
  return from === undefined ? ["*"] : [...items, body.slice(from)];
}

function columnsOf(body: string, columnsBy: (table: string) => readonly Column[]): Column[] {
  const sources = sourcesOf(body);
  const columnsFrom = (alias: string | undefined) =>
    sources
      .filter((source) => alias === undefined || isSame(source.alias, alias))
      .flatMap(({ table }) => columnsBy(table));
  return listOf(body).flatMap((written) => {
    const item = written.trim().replace(/^distinct\s+(?:on\s*\([^)]*\)\s*)?/i, "");
    const [all, owner] = star.exec(item) ?? [];
    if (all !== undefined) return columnsFrom(owner && unquoted(owner));
    const [, given] = named.exec(item) ?? [];
    const read = given ? item.slice(0, -given.length).replace(/\s+(?:as\s+)?$/i, "") : item;
    const parts = plain.test(read) ? read.match(partPattern)?.map(unquoted) : undefined;
    const own = parts?.at(-1);
    const label = given ? unquoted(given) : own;
    if (label === undefined) return [];
    const known = own && columnsFrom(parts?.at(-2)).find((column) => isSame(column.name, own));
    return [{ ...(known || { type: "", comment: undefined }), name: label }];
  });
}

const partPattern = new RegExp(name, "giu");
