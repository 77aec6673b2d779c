import { type AsyncDuckDB, DuckDBDataProtocol } from "@duckdb/duckdb-wasm";
import { databaseName, engineFiles, packedDatabase } from "../../../shared/files.ts";
import { fetchUnpacked, type OnBytes } from "../../engine/kept.ts";

/**
 * The database's file as the engine knows it. What is attached may be read as a file too, past every
 * lock; of a name that is no pattern, as DuckDB reads names of files, no reading comes about.
 */
export const fileName = `\\${databaseName}`;

/** The published database as the page knows it. */
export interface Publication {
  /** Address of the site, as /board/metrics/. */
  base: string;
  bytes: number;
  sha256: string;
}

/**
 * The published database, on its way: whole where it is small enough to be held, so that the console
 * goes on without the network; else in the parts that are asked for, where it lies.
 *
 * @returns what makes the database's file known to an engine
 * @throws an Error that says what did not come
 */
export async function fetchPublished(
  { base, bytes, sha256 }: Publication,
  onBytes: OnBytes,
): Promise<(engine: AsyncDuckDB) => Promise<void>> {
  const addressOf = (path: string) => new URL(`${base}${path}`, location.href).href;
  if (bytes > packedDatabase.limit) {
    const address = addressOf(`data/${databaseName}`);
    return (engine) => engine.registerFileURL(fileName, address, DuckDBDataProtocol.HTTP, false);
  }
  const address = addressOf(`${engineFiles.folder}/${packedDatabase.name}`);
  const answer = await fetchUnpacked(address, sha256, "application/octet-stream", onBytes);
  const whole = new Uint8Array(await answer.arrayBuffer());
  return (engine) => engine.registerFileBuffer(fileName, whole);
}
