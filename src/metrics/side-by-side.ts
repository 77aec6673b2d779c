import { quoteText, type Warehouse } from "../warehouse/index.ts";

/** Statements that make one table or view. */
export interface Making {
  name: string;
  /** Names of those that must be made before. */
  after: readonly string[];
  statements: readonly string[];
}

/** As many as have cores of their own on a small machine: more would take memory and no less time. */
const connections = 2;

/**
 * Makes tables on two connections, each as soon as those it reads are there. With one thread for
 * each statement that takes half the time that two threads for each need: most of them are too
 * small to be shared. All see the schemas that the first connection does.
 *
 * @param makings In an order in which each comes after those it names.
 * @throws the first error, once nothing runs any more.
 */
export async function makeSideBySide(
  warehouse: Warehouse,
  makings: readonly Making[],
): Promise<void> {
  const names = new Set(makings.map(({ name }) => name));
  const waiting = new Map(
    makings.map((making) => [making, new Set(making.after.filter((name) => names.has(name)))]),
  );
  const failures: unknown[] = [];
  const idle = [warehouse];
  const others: Warehouse[] = [];
  const [{ path } = { path: "" }] = await warehouse.rows<{ path: string }>(
    "select current_setting('search_path') as path",
  );
  while (others.length + 1 < connections) {
    const other = await warehouse.beside();
    others.push(other);
    if (path) await other.run(`set search_path = ${quoteText(path)}`);
  }
  idle.push(...others);
  const running = new Set<Promise<void>>();
  const start = (making: Making, connection: Warehouse) => {
    waiting.delete(making);
    const work = (async () => {
      try {
        for (const statement of making.statements) await connection.run(statement);
        for (const missing of waiting.values()) missing.delete(making.name);
      } catch (cause) {
        const message = cause instanceof Error ? cause.message : String(cause);
        failures.push(
          new Error(`metric table ${making.name} could not be built: ${message}`, { cause }),
        );
      }
      idle.push(connection);
    })();
    running.add(work);
    work.then(() => running.delete(work));
  };
  try {
    for (;;) {
      for (const [making, missing] of failures.length > 0 ? [] : waiting) {
        if (missing.size > 0) continue;
        const connection = idle.pop();
        if (!connection) break;
        start(making, connection);
      }
      if (running.size === 0) break;
      await Promise.race(running);
    }
  } finally {
    for (const connection of others) connection.close();
  }
  if (failures.length > 0) throw failures[0];
}
