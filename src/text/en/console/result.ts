const counts = new Intl.NumberFormat("en-GB");
const number = (value: number) => counts.format(value);
const many = (count: number, unit: string) => `${number(count)} ${unit}${count === 1 ? "" : "s"}`;

/** The rows of an answer, what can be done with them, and the chart of them. */
export const result = {
  null: "NULL",
  tabs: { label: "Result", rows: "Rows", chart: "Chart" },
  none: "The statement gave no rows.",
  noColumns: "The statement gave no table.",
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
