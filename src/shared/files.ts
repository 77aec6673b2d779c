/** Name of the database that goes with a site, in its folder data/. */
export const databaseName = "hourglass.duckdb";

/**
 * The engine that runs SQL in the browser, in a folder of the site. Its name does not tell that it is
 * gzipped: hosts that know .gz would unpack it, or say that they do.
 */
export const engineFiles = {
  folder: "engine",
  engine: "duckdb-eh.bin",
  worker: "duckdb-eh.worker.js",
} as const;
