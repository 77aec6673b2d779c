const times = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const counts = new Intl.NumberFormat("en-GB");
const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

const took = (milliseconds: number) =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${times.format(milliseconds / 1000)} s`;
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const rows = (count: number) => `${counts.format(count)} ${count === 1 ? "row" : "rows"}`;

/** The page, its editor, and what it tells of the engine and of a run. */
export const session = {
  name: "SQL",
  title: "Ask the published data in SQL",
  lead: "DuckDB runs in this browser over the tables behind every number of this site. What you type and what comes out stay here.",
  noScript: "The console needs JavaScript. The database opens in any DuckDB, with the same SQL:",
  editor: "SQL",
  empty: "Type SQL, or take a query from Questions. Ctrl + Space lists tables and columns.",
  editorKeys:
    "Control or Command and Enter runs the selection, or everything. Escape, then Tab leaves the editor.",
  keys: "Ctrl or ⌘ + Enter runs the selection, or all. Esc, then Tab leaves the editor.",
  run: "Run",
  stop: "Stop",
  format: "Format",
  link: "Copy link",
  side: "Tables, questions and history",
  sides: { tables: "Tables", questions: "Questions", history: "History" },
  tabs: {
    list: "Queries",
    add: "New query",
    tab: (title: string) => `${title} (Delete closes)`,
    untitled: (number: number) => `Query ${number}`,
  },
  history: {
    empty: "What you run is listed here, with its time, rows and duration.",
    kept: "Kept in this browser only.",
    clear: "Forget all",
    rows: (count: number, isCut: boolean) => (isCut ? `first ${rows(count)}` : rows(count)),
    at: (at: Date) => moments.format(at),
    took,
  },
  links: {
    title: "From a link",
    arrived: "This query came by a link and has not run. Read it, then press Run.",
    broken:
      "The query in the link is not whole; it may have been cut on its way. Ask for it again.",
    unknown: (address: string) =>
      `There is no query "${address}" on this site; it may be of an earlier build. All of them are listed under Questions.`,
    noQuestions:
      "The list of the site's queries did not come, so the link cannot be followed. Reload to try again.",
    copied:
      "A link that holds this query was copied. Whoever opens it sees the query before it runs.",
    inAddress: "The link is in the address bar; the browser did not let it be copied.",
    tooLong: (length: number, limit: number) =>
      `The link would have ${counts.format(length)} characters, more than mail and chat programs carry (${counts.format(limit)}). Shorten the query, or send its text.`,
  },
  noFormatter:
    "The formatter did not come: it is fetched when it is first used. Connect and try again.",
  notFormatted: "This cannot be formatted: the formatter does not understand it.",
  fetching: (bytes: number, all: number | undefined) =>
    `Fetching the engine and the database: ${megabytes(bytes)}${all === undefined ? "" : ` of ${megabytes(all)}`} MB…`,
  starting: "Starting the engine…",
  ready: "Ready.",
  waiting: "Runs as soon as the engine has started…",
  notStarted: "Stopped before it ran.",
  running: "Running…",
  stopping: "Stopping…",
  stopped: (milliseconds: number) => `Stopped after ${took(milliseconds)}.`,
  broke: "The engine broke down over this query.",
  restarted: "The engine was started anew; tables of your own are gone.",
  refused: "The query was refused.",
  locked: {
    message: (word: string) => `${word} is switched off here`,
    hint: "The console reads the published tables and makes tables of your own in memory; files, other databases and settings are out of its reach. Its own files come in under Tables, and answers go out below them.",
  },
  enumWords: {
    message: (column: string) =>
      `The words of the enum column "${column}" do not come from this statement`,
    hint: "Cast it to varchar, or read the rows by a select of their own.",
  },
  answered: (count: number, milliseconds: number) => `${rows(count)} in ${took(milliseconds)}`,
  cut: (limit: number) =>
    `: the first ${counts.format(limit)}; the others were not fetched. Add a limit or an aggregate to see all.`,
  noEngine: "This site publishes no customers one by one, so no engine comes with it.",
  noEngineRemedy:
    'Set publish: { accounts: "pseudonymous" } or "named" in the configuration and build again. What is published opens in any DuckDB:',
  noEngineHere: "There is no engine here.",
  failed: (reason: string) =>
    `The console cannot run here: ${reason}. The database opens in any DuckDB, with the same SQL: `,
  reasons: {
    blocked:
      "this browser, or a policy of its owner or of the site's host, does not run WebAssembly; another browser may",
    worker:
      "a policy of the site's host, or of this browser's owner, lets the engine's worker not start; the host's must allow worker-src blob:, script-src 'self' 'wasm-unsafe-eval' and connect-src 'self'",
    old: "this browser is too old to unpack the engine; one of 2023 or newer can",
    memory:
      "there is too little memory for the engine; close other tabs and reload, or use a larger device",
  },
} as const;
