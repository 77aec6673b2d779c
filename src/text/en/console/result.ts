const counts = new Intl.NumberFormat("en-GB");
const number = (value: number) => counts.format(value);
const many = (count: number, unit: string) => `${number(count)} ${unit}${count === 1 ? "" : "s"}`;

/** The rows of an answer, what can be done with them, and the chart of them. */
export const result = {
  null: "NULL",
  tabs: { label: "Result", rows: "Rows", chart: "Chart" },
  none: "The statement gave no rows.",
  noColumns: "The statement gave no table.",
  noChart: "The code that draws charts did not come. Connect, and turn to the chart again.",
  cut: (rows: number) =>
    `Cut: these are the first ${many(rows, "row")}; the others were not fetched. Sums and charts of them are not of the whole.`,
  grid: {
    label: (rows: number, columns: number) =>
      `${many(rows, "row")}, ${many(columns, "column")}. Arrows move, Shift selects, Ctrl+C copies, Enter shows a cell whole; on a title Enter sorts, P pins, Alt with arrows resizes.`,
    title: (name: string, type: string) => `${name}\n${type}\nClick to sort`,
    all: "Select everything (Ctrl+A)",
    pin: (name: string) => `Pin ${name}`,
    unpin: (name: string) => `Unpin ${name}`,
  },
  cell: {
    title: (column: string, type: string) => `${column} · ${type}`,
    copy: "Copy",
    copied: "Copied",
    close: "Close",
    isNull: "NULL: there is no value.",
    isEmpty: "The empty text.",
  },
  chosen: (rows: number, columns: number) =>
    `${many(rows, "row")} × ${many(columns, "column")} selected`,
  chart: {
    form: "What the chart draws",
    fields: { x: "x", y: "y", series: "Series", mark: "Mark" },
    marks: { line: "Line", bar: "Bars", dot: "Dots", area: "Area" },
    noSeries: "none",
    null: "NULL",
    empty: "(empty)",
    title: (y: string, x: string, series: string | undefined) =>
      `${y} by ${x}${series === undefined ? "" : ` and ${series}`}`,
    points: (count: number) => `${many(count, "point")}.`,
    none: "No column of this answer holds numbers, so there is nothing to draw.",
    nothing: (x: string, y: string) =>
      `No row has both a place in ${x} and a number in ${y}, so there is nothing to draw.`,
    sampled: (drawn: number, rows: number, step: number) =>
      `${many(drawn, "point")} drawn of ${many(rows, "row")}: one row in ${number(step)}. Aggregate in SQL to draw all of them.`,
    firstNames: (most: number, rows: number) =>
      `The first ${many(most, "name")} ${most === 1 ? "is" : "are"} drawn; ${many(rows, "row")} ${rows === 1 ? "is" : "are"} not. Aggregate, sort and limit in SQL to choose them.`,
    firstSeries: (most: number, rows: number) =>
      `The first ${number(most)} series are drawn, as many as colours tell apart; ${many(rows, "row")} of others are not.`,
    unknown: (rows: number, x: string, y: string) =>
      `${many(rows, "row")} without a place in ${x} or a number in ${y} ${rows === 1 ? "is" : "are"} not drawn; a line has a gap there.`,
    twice: (rows: number, x: string) =>
      `${many(rows, "row")} ${rows === 1 ? "has" : "have"} the same ${x} and series as another: nothing is summed here. Aggregate in SQL if one value is meant.`,
    measure: "Answer to a query of one's own",
    whose: "own query",
    fileName: "query",
  },
  take: {
    copy: "Copy",
    download: "Download",
    forms: { tsv: "TSV", markdown: "Markdown", json: "JSON", csv: "CSV", xlsx: "XLSX" },
    titles: {
      tsv: "Copy with column names, for a spreadsheet: the selection, or everything where one cell or none is selected",
      markdown: "Copy as a table in Markdown: the selection, or everything",
      json: "Copy as JSON: the selection, or everything",
    },
    copied: (rows: number, columns: number) =>
      `Copied: ${many(rows, "row")}, ${many(columns, "column")}.`,
    tooMany: (cells: number, most: number) =>
      `${number(cells)} cells are too many for the clipboard, which takes ${number(most)} here: select fewer, or download them.`,
    unsafe: "browsers let pages copy over https only; select cells and press Ctrl+C, or download",
    notCopied: (reason: string) => `Not copied: ${reason}`,
    writing: (name: string) => `Writing ${name}…`,
    written: (name: string, megabytes: string) => `${name} is written (${megabytes} MB).`,
    notWritten: (name: string, reason: string) => `${name} could not be written: ${reason}`,
    name: "result",
    cutName: (rows: number) => `result-cut-to-first-${rows}-rows`,
    sheet: "Result",
    about: "About",
    sql: "SQL",
    rows: "Rows",
    isWhole: "Whole",
    whole: "Yes: every row of the answer.",
    cut: (rows: number) =>
      `No: the first ${many(rows, "row")} of the answer; the others were not fetched.`,
    texts: "Shortened",
    shortened: (texts: number, signs: number) =>
      `${many(texts, "text")} of more than ${number(signs)} signs, which is what a cell holds; CSV and JSON have them whole.`,
    nulls: "NULL",
    nullCells: "A cell that is not there; the empty text is a cell without signs.",
    numbers: "Numbers",
    exactNumbers:
      "Those of more than 15 digits are texts, since a spreadsheet would round them; so are moments finer than a millisecond.",
    column: (name: string) => `Type of ${name}`,
  },
} as const;
