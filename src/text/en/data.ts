import { listed, plural } from "./site.ts";

const certainties = {
  sure: "spellings are sure",
  likely: "spellings are likely, check the columns",
  unsure: "spellings are a guess, check the columns",
} as const;

export const data = {
  name: "Data",
  clean: (rows: string, files: number) =>
    `${rows} rows of ${files} ${plural(files, "file")} were read, none refused`,
  refused: (rows: string, files: number, parts: readonly string[]) =>
    `${rows} rows in ${files} ${plural(files, "file")} = ${parts.join(" + ")}`,
  rowsRead: (rows: string) => `${rows} read`,
  rowsAside: (rows: string) => `${rows} set aside`,
  rowsLeftOut: (rows: string) => `${rows} left out as no data`,
  lead: (asOf: string, source: string) =>
    `Every number of the site counts up to ${asOf} (${source}). What stands here is about its files, for whoever keeps them, and goes into no deck: reports/ beside the configuration has it as CSV.`,
  filesMeasure: "Files, as read",
  filesFinding: (files: number) => `${files} ${plural(files, "file")} went into this site`,
  fileProblems: (
    aside: { count: number; text: string },
    warnings: { count: number; text: string },
  ) => {
    const told = [
      ...(aside.count > 0 ? [`${aside.text} set aside`] : []),
      ...(warnings.count > 0 ? [`${warnings.text} ${plural(warnings.count, "warning")}`] : []),
    ];
    return told.length === 0 ? "none" : told.join(", ");
  },
  filesFacts: (hash: string) => `Hash of all inputs: ${hash}.`,
  detected: (encoding: string) => `${encoding}, detected`,
  headerOn: (line: string) => `header on line ${line}`,
  refusedFile: (rows: string | undefined) =>
    rows === undefined ? "refused: rows cannot be counted" : `refused: no row taken of ${rows}`,
  readAs: (dataset: string, title: string, isRecognised: boolean) =>
    `${dataset}, read as ${isRecognised ? "what it looks like" : "configured"}: ${title}`,
  presetCaveat: (title: string, certainty: "sure" | "likely" | "unsure", caveat: string) =>
    `${title} (${certainties[certainty]}): ${caveat}`,
  datasetsMeasure: "Datasets, after mapping and checks",
  datasetsFinding: (present: number, all: number) => `${present} of ${all} datasets are there`,
  noPriceChange:
    "No customer's price ever changes in contracts. Tools that export one line per subscription give its current price only; past price changes are then unknown.",
  absent: (lights: string) => `would light up ${lights}`,
  problemsMeasure: "Problems found in the data",
  problemsNone: "Every row kept its contract",
  problemsFinding: (found: readonly string[]) => `Found: ${listed(found)}`,
  errors: (count: string, number: number) => `${count} ${plural(number, "error")}`,
  warnings: (count: string, number: number) => `${count} ${plural(number, "warning")}`,
  problemsFacts:
    "Rows with an error are set aside; a warning leaves the row in. Row numbers are a spreadsheet's.",
  problemsCaveat:
    "The first 20 of each file. Values of private columns are masked, and words that may have slipped from one; the owner of the files has them in reports/.",
  quarantine: {
    finding: (rows: string, count: number, worth: string, effect: string) =>
      `${rows} ${plural(count, "row")} set aside${worth}; ${effect}`,
    worth: (mrr: string) => ` = ${mrr} of MRR`,
    noLines: ", none of them a contract line",
    noPrice: ", of contract lines whose worth cannot be read",
    wouldRead: (metric: string, counted: string, without: string) =>
      `${metric} would read ${counted}, not ${without}`,
    nothingChanges: "no headline metric would read otherwise with those that can be counted",
    notCountable: "none can be counted, so how the metrics would read with them is not known",
    measure: (currency: string) => `Rows set aside, in money: MRR, ${currency} a month`,
    facts: (lines: string, count: number, mrr: string, live: string, month: string) =>
      `${lines} contract ${plural(count, "line")} ${plural(count, "is", "are")} worth ${mrr} a month while ${plural(count, "it runs", "they run")}, ${live} of it on the last day of ${month}.`,
    undated: (mrr: string) => `${mrr} runs on days that cannot be told.`,
    unknown: (lines: string, count: number) =>
      `${lines} ${plural(count, "line")} ${plural(count, "has", "have")} a worth that cannot be read; nothing is added for ${plural(count, "it", "them")}.`,
    copies: (lines: string, count: number) =>
      `${lines} ${plural(count, "repeats", "repeat")} another row in every column and ${plural(count, "is", "are")} worth nothing more.`,
    counted: (counted: string, rows: string, count: number) =>
      `${counted} of the ${rows} ${plural(count, "is", "are")} in the second reading.`,
    rule: "Counted again are rows of which every cell can be read and that failed a check that leaves nothing about them unknown, such as an account that is missing: it counts by its id, its segments not stated. Rows with a cell that cannot be read are not counted; their MRR is told from the cells that can. Each line is priced as every line of the site is, in another currency at the rate of the month. The rows stand in reports/set-aside beside the configuration.",
    readingsCaption: (month: string) => `Headline metrics of ${month}, without and with the rows`,
    metric: "Metric",
    without: "As the site reads",
    with: "With the rows",
    same: "the same",
    groupsCaption: "Rows set aside by file and check",
    linesCaption: (shown: number, all: number) =>
      shown < all
        ? `The first ${shown} of ${all} contract lines set aside`
        : "Contract lines set aside",
    mrr: "MRR",
    live: (month: string) => `At the end of ${month}`,
    unreadLines: "Not readable",
    unread: "cannot be read",
    copy: "0, a copy",
    isLive: (isLive: boolean | null) =>
      isLive === null ? "days cannot be told" : isLive ? "runs" : "does not run",
    stocks: {
      mrr: { name: "Monthly recurring revenue", short: "MRR", what: "" },
      customers: { name: "Customers", short: "Customers", what: "" },
    } as Readonly<Record<string, { name: string; short: string; what: string }>>,
  },
  checks: {
    measure: "Checks, with the severity in force",
    finding: (count: number, soft: number) =>
      `${count} checks guard the data; ${soft} can be turned up, down or off`,
    facts: (changed: number) =>
      changed === 0
        ? "All are at their defaults."
        : `${changed} ${plural(changed, "is", "are")} set otherwise in the configuration.`,
    caveat:
      'Set with checks: { unknown_account: "warning" } in the configuration. An error sets the row aside or stops the build, as on_error says; a warning leaves the row in; off does not look. What cannot be read is always an error.',
    id: "Check",
    scope: "Looks at",
    scopes: {
      configuration: "the configuration",
      file: "a file",
      row: "a row by itself",
      table: "a row beside others",
    },
    severity: "In force",
    changed: (setting: string) => `${setting} (set)`,
    mayBe: "May be",
    fixed: "always an error",
    reason: "Why it matters",
  },
  referenceLink: "What the configuration and the files may hold",
  reference: {
    name: "Configuration",
    finding: "What the configuration and the files may hold",
    lead: "Made from the schemas that check them; a field that is not here is refused.",
    fieldsMeasure: "Fields of dashboard.config.ts",
    fieldsFinding: (count: number) =>
      `${count} fields; only the company's name and currency and two datasets must be given`,
    fieldsFacts: "A * stands for any name, or for any place in a list.",
    deckMeasure: "Fields of deck.ts, the deck file beside the configuration",
    deckFinding: (count: number) =>
      `The board deck has ${count} fields; none must be given, and without the file it is that of a board meeting`,
    columnsMeasure: (dataset: string, grain: string) => `${dataset}: one row is one ${grain}`,
    columnsFinding: (dataset: string, count: number) => `${dataset} has ${count} columns`,
    datasetRequired: "This dataset is required.",
    datasetOptional: (lights: string) => `Optional; it lights up ${lights}.`,
    field: "Field",
    type: "Type",
    defaultValue: "Default",
    required: "required",
    optional: "optional",
    isPrivate: "private",
    description: "What it is",
    need: "Needed",
  },
  take: {
    measure: "The data of this site, to take away",
    finding: (tables: string) => `Take the data: one database of ${tables} tables`,
    facts: (engine: string) =>
      `Written by DuckDB ${engine}; opens in its command line and in a browser. The SQL of every figure runs in it as it stands.`,
    caveat:
      "Whoever can open this site can take these files. What they hold is set by publish in the configuration, and holds for the pages too.",
    database: (megabytes: string) =>
      `(${megabytes} MB): every metric, the tables it is made from, the datasets, and a catalogue of them all`,
    deck: "is the board deck: slides for PowerPoint with charts that can be edited, each with its source",
    manifest: "lists each file and table with its rows and hash, and the versions that made them",
    caption: "What the files and pages say, and what they keep back",
    what: "What",
    how: "As published",
    customers: "Customers",
    customersAre: {
      pseudonymous: () => "under codes that stay the same from build to build; no id, no name",
      named: () => "by id and name",
      none: (tables: string) =>
        `not one by one: only sums over them; ${tables} tables with rows of single customers are left out`,
    } satisfies Readonly<Record<string, (tables: string) => string>>,
    records: "Contract lines, answers, tickets, deals, requests",
    managers: "Managers of customers",
    respondents: "People who answered surveys",
    freeText: "Free text, such as comments",
    optedIn: "Private columns that the configuration publishes",
    codes: "Codes",
    byId: "by the id of the source",
    byName: "by name",
    numbered: "by numbers that are given anew in each build",
    underCodes: "under codes",
    numberedWithin: "by numbers within their customer",
    leftOut: (columns: readonly string[]) => `left out (${columns.join(", ")})`,
    nothingLeftOut: "published",
    keyed: "made with the secret of the configuration; an id does not lead to its code",
    unkeyed:
      "made without a secret: whoever knows an id can find out its code. Set publish.key to prevent it",
  },
  checksCaption: "Checks that found something",
  definitionsMeasure: "Definitions in force",
  definitionsFinding: "What was chosen in the configuration",
  definitionsLink: "What the headline numbers would read by other rules",
  columns: {
    file: "File",
    dataset: "Dataset",
    rows: "Rows",
    accepted: "Accepted",
    aside: "Set aside",
    leftOut: "Left out",
    problems: "Problems",
    readAs: "Read as",
    ignored: "Columns not used",
    hash: "SHA-256",
    grain: "One row is",
    from: "From",
    to: "To",
    check: "Check",
    severity: "Kind",
    row: "Row",
    column: "Column",
    value: "Value",
    expected: "Expected",
    remedy: "Remedy",
    count: "Count",
    setting: "Setting",
    meaning: "Value",
  },
  delimiters: { ",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe" },
  blank: "-",
} as const;
