import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { quoteName, quoteText, type Warehouse } from "./warehouse.ts";

/** A table of the published database. */
export interface PublishedTable {
  name: string;
  /** Selects over the warehouse, whose rows are written in their order, one select after the other. */
  rows: readonly [string, ...string[]];
  comment: string;
  /** By column; columns without are left without. */
  columnComments: Readonly<Record<string, string>>;
}

/** A select over published tables, kept as a view. */
export interface PublishedView extends Pick<PublishedTable, "name" | "comment"> {
  sql: string;
}

export interface PublishedDatabase {
  bytes: number;
  /** As hex. */
  sha256: string;
  /** Version of the engine that wrote it, such as v1.4.3. */
  engine: string;
  tables: { name: string; rows: number }[];
}

/** The format of DuckDB 1.0, which every later one reads, in a browser too. */
export const storageVersion = "v1.0.0";

/**
 * A table takes a block at least: with the engine's own 256 kB, some 60 small tables are 17 MB of
 * nothing. Smaller ones than these cost large tables more than they spare small ones. Blocks of
 * another size than its own are read from 1.1 on (1.1.3, 1.4.3 and 1.5.6 were tried).
 */
const blockBytes = 65_536;

const keptMegabytes = 64;

/**
 * Writes tables and views to a database file of their own. The same rows give the same bytes where
 * fresh memory is filled (scripts/site/processes.ts) and nothing had to make room in memory, since
 * a block then takes another's place with what it held: one thread writes, since the blocks of two
 * would lie in the order in which they happen to end, and texts are not packed by FSST, which learns
 * from a random sample.
 */
export async function writeDatabase(
  warehouse: Warehouse,
  path: string,
  { tables, views }: { tables: readonly PublishedTable[]; views: readonly PublishedView[] },
): Promise<PublishedDatabase> {
  const counted: PublishedDatabase["tables"] = [];
  const [engine] = await warehouse.rows<{ version: string }>("select version() as version");
  await rm(path, { force: true });
  await warehouse.run(
    `attach ${quoteText(path)} as published
    (storage_version ${quoteText(storageVersion)}, block_size ${blockBytes})`,
  );
  try {
    await warehouse.run("set threads = 1");
    await warehouse.run("set disabled_compression_methods = 'fsst'");
    await inTransaction(warehouse, async () => {
      for (const table of tables) counted.push(await writeTable(warehouse, table));
      await writeComments(warehouse, tables);
      await writeViews(warehouse, views);
    });
    await warehouse.run("checkpoint published");
  } finally {
    await warehouse.run("reset threads");
    await warehouse.run("reset disabled_compression_methods");
    await warehouse.run("detach published");
  }
  const file = await readFile(path);
  return {
    bytes: file.length,
    sha256: createHash("sha256").update(file).digest("hex"),
    engine: engine?.version ?? "",
    tables: counted,
  };
}

/** The disk is waited for once, and not for every table and comment. */
async function inTransaction(warehouse: Warehouse, work: () => Promise<void>): Promise<void> {
  await warehouse.run("begin");
  try {
    await work();
  } catch (error) {
    await warehouse.run("rollback");
    throw error;
  }
  await warehouse.run("commit");
}

async function writeTable(
  warehouse: Warehouse,
  { name, rows }: PublishedTable,
): Promise<{ name: string; rows: number }> {
  const target = `published.main.${quoteName(name)}`;
  const [first, ...others] = rows;
  let count = await rowsOf(warehouse, `create table ${target} as ${first}`);
  for (const select of others) count += await rowsOf(warehouse, `insert into ${target} ${select}`);
  return { name, rows: count };
}

async function rowsOf(warehouse: Warehouse, writing: string): Promise<number> {
  const [written] = await warehouse.rows<{ Count: number }>(writing);
  await makeRoom(warehouse);
  return written?.Count ?? 0;
}

/**
 * Gives back what was read and written so far. Between two statements that leaves no trace in the
 * file; within one, a new block may take an old one's place with what that held.
 */
async function makeRoom(warehouse: Warehouse): Promise<void> {
  const [limit] = await warehouse.rows<{ memory: string }>(
    "select current_setting('memory_limit') as memory",
  );
  try {
    await warehouse.run(`set memory_limit = '${keptMegabytes}MB'`);
  } catch (error) {
    // Of what a transaction holds, not all can be put aside.
    if (!String(error).includes("could not free up enough memory")) throw error;
  }
  await warehouse.run(`set memory_limit = ${quoteText(limit?.memory ?? "")}`);
}

async function writeComments(
  warehouse: Warehouse,
  tables: readonly PublishedTable[],
): Promise<void> {
  for (const { name, comment, columnComments } of tables) {
    const target = `published.main.${quoteName(name)}`;
    const statements = [
      `comment on table ${target} is ${quoteText(comment)}`,
      ...Object.entries(columnComments).map(
        ([column, text]) =>
          `comment on column ${target}.${quoteName(column)} is ${quoteText(text)}`,
      ),
    ];
    await warehouse.run(statements.join(";\n"));
  }
}

async function writeViews(warehouse: Warehouse, views: readonly PublishedView[]): Promise<void> {
  await warehouse.run("set search_path = 'published.main'");
  try {
    for (const { name, sql, comment } of views) {
      await warehouse.run(`create view ${quoteName(name)} as ${sql}`);
      await warehouse.run(`comment on view ${quoteName(name)} is ${quoteText(comment)}`);
    }
  } finally {
    await warehouse.run("reset search_path");
  }
}
