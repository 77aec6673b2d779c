/** Name of the database that goes with a site, in its folder data/. */
export const databaseName = "hourglass.duckdb";

/** The board deck, beside the pages. */
export const deckName = "board-deck.pptx";

/**
 * The engine that runs SQL in the browser, in a folder of the site, packed by Zstandard: a quarter less
 * than by gzip. Its name does not tell: hosts that know .zst would unpack it, or say that they do.
 */
export const engineFiles = {
  folder: "engine",
  engine: "duckdb-eh.bin",
  worker: "duckdb-eh.worker.js",
  /** The same, packed: many a plain host packs nothing. */
  packedWorker: "duckdb-eh.worker.bin",
  /** The list of questions, packed. */
  questions: "questions.bin",
} as const;

/**
 * A packed copy of the database in the engine's folder, for a browser to hold whole. A larger
 * database is read in parts from where it lies, as far as the host gives parts.
 */
export const packedDatabase = { name: "database.bin", limit: 64_000_000 } as const;
