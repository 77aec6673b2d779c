const times = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const counts = new Intl.NumberFormat("en-GB");

const seconds = (milliseconds: number) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${times.format(milliseconds / 1000)} s`;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** The page, its editor, and what it tells of the engine and of a run. */
export const session = {
  name: "SQL",
  title: "Ask the published data in SQL",
  lead: "DuckDB runs in this browser over the tables behind every number of this site. Nothing you type or run leaves it.",
  noScript: "The console needs JavaScript. The database can be opened in any DuckDB, too:",
  editor: "SQL",
  run: "Run",
  runKeys: "Ctrl or Cmd + Enter runs the selection, or everything",
  stop: "Stop",
  fetching: (bytes: number, all: number | undefined) =>
    `Fetching the engine and the database: ${megabytes(bytes)}${all === undefined ? "" : ` of ${megabytes(all)}`} MB…`,
  starting: "Starting the engine…",
  ready: "Ready.",
  running: (milliseconds: number) => `Running… ${seconds(milliseconds)}`,
  stopped: "Stopped.",
  answered: (rows: number, milliseconds: number) =>
    `${counts.format(rows)} ${rows === 1 ? "row" : "rows"} in ${seconds(milliseconds)}`,
  cut: (limit: number) =>
    `; the first ${counts.format(limit)} rows are shown, the rest was not fetched`,
  noEngine: "This site publishes no customers one by one, so no engine comes with it.",
  noEngineRemedy:
    'Set publish: { accounts: "pseudonymous" } or "named" in the configuration and build again; the database can be opened in any DuckDB meanwhile.',
  failed: (reason: string) => `The console cannot run here: ${reason}.`,
  failedRemedy: "The database can be opened in any DuckDB meanwhile:",
  reasons: {
    worker: "the engine's worker could not be started",
  },
} as const;
