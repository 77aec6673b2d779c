import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { type RecordBatch, Table } from "apache-arrow";

/**
 * Sends statements and reads the rows of the last, batch by batch, so that a stop is heard between
 * two batches and no more than the limit is held.
 */
export async function readStatement(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal,
  limit: number,
): Promise<{ table: Table; isCut: boolean }> {
  signal.throwIfAborted();
  const stop = () => void connection.cancelSent();
  signal.addEventListener("abort", stop, { once: true });
  try {
    const reader = await connection.send(sql, true);
    const batches: RecordBatch[] = [];
    let rows = 0;
    let isCut = false;
    for await (const batch of reader) {
      signal.throwIfAborted();
      const left = limit - rows;
      if (batch.numRows > left) {
        isCut = true;
        if (left > 0) batches.push(batch.slice(0, left));
        await connection.cancelSent();
        break;
      }
      batches.push(batch);
      rows += batch.numRows;
    }
    return { table: new Table(reader.schema, batches), isCut };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
