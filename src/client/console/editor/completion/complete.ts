import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import { derivedTables, isSame } from "./derived.ts";
import { sourcesOf, statementAround, stepsOf, unquoted } from "./statement.ts";
import type { Column, KnownTable, Vocabulary } from "./vocabulary.ts";

/** A word begun, maybe behind the name of a table and a dot. */
const begun = /(?:("[^"]+"|[\p{L}\p{N}_]+)\.)?"?([\p{L}\p{N}_]*)$/u;

/** What the editor offers where the cursor stands. */
export function completeWith(vocabulary: Vocabulary) {
  return (context: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(context.state).resolveInner(context.pos, -1);
    if (/String|Comment/.test(node.name)) return null;
    const line = context.state.doc.lineAt(context.pos);
    const before = context.state.sliceDoc(line.from, context.pos);
    const [, owner, word = ""] = begun.exec(before) ?? [];
    if (word === "" && owner === undefined && !context.explicit) return null;
    const sql = context.state.doc.toString();
    const options = optionsAt(vocabulary, sql, context.pos, owner);
    const quoted = before.at(-word.length - 1) === '"' ? 1 : 0;
    return { from: context.pos - word.length - quoted, options, validFor: /^"?[\p{L}\p{N}_]*$/u };
  };
}

/** Of tables, before a dot. */
const databases = /^(?:hourglass|memory|main)$/i;

/**
 * Columns of the table that stands before the dot; else the columns of the tables that the statement
 * reads, then tables and the statement's own steps, functions and keywords.
 */
export function optionsAt(
  { tables, functions, keywords, types }: Vocabulary,
  sql: string,
  position: number,
  owner: string | undefined,
): Completion[] {
  const { text } = statementAround(sql, position);
  const sources = sourcesOf(text);
  const published = (wanted: string) => tables.find(({ name }) => isSame(name, wanted));
  const tableOf = derivedTables(text, published);
  if (owner !== undefined) {
    const name = unquoted(owner);
    const source = sources.find(({ alias }) => isSame(alias, name));
    const table = tableOf(source?.table ?? name);
    if (!table && databases.test(name)) return tables.map(tableOption);
    return table?.columns.map((column) => columnOption(column, table)) ?? [];
  }
  const read = [...new Set(sources.map(({ table }) => table.toLowerCase()))].flatMap(
    (name) => tableOf(name) ?? [],
  );
  return [
    ...read.flatMap((table) => table.columns.map((column) => columnOption(column, table))),
    ...stepsOf(text).map((label) => ({ label, apply: quoted(label), type: "variable", boost: 1 })),
    ...tables.map(tableOption),
    ...functions.map(({ name, signature, description, isTable }) => ({
      label: name,
      apply: `${name}(`,
      type: isTable ? "namespace" : "function",
      detail: signature.slice(name.length),
      ...(description && { info: description }),
      boost: -1,
    })),
    ...[...keywords, ...types].map((label) => ({ label, type: "keyword", boost: -2 })),
  ];
}

function columnOption({ name, type, comment }: Column, table: KnownTable): Completion {
  return {
    label: name,
    apply: quoted(name),
    type: "property",
    ...(type && { detail: type.toLowerCase() }),
    info: [table.name, comment].filter(Boolean).join(": "),
    boost: 2,
  };
}

function tableOption({ name, detail, definition, columns }: KnownTable): Completion {
  const list = columns.map((column) => column.name).join(", ");
  return {
    label: name,
    apply: quoted(name),
    type: "type",
    ...(detail && { detail: `one row per ${detail}` }),
    info: [definition, list].filter(Boolean).join("\n\n"),
  };
}

/** A name as SQL takes it: in quotes where it is not in plain lower case. */
function quoted(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
