import { listed, plural } from "../site.ts";

const counts = new Intl.NumberFormat("en-GB");
const shares = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });

/** Tables, questions and files beside the editor. */
export const schema = {
  find: "Find a table or column",
  coming: "The tables come with the engine.",
  loading: "Reading the tables…",
  failed: (reason: string) => `The tables cannot be listed: ${reason}`,
  found: (tables: number) =>
    tables === 0
      ? "No table or column has that in its name or description."
      : `${counts.format(tables)} ${plural(tables, "table")}`,
  groups: {
    own: "Your own",
    mart: "Metrics",
    dataset: "Datasets",
    staging: "Between datasets and metrics",
    about: "About the data",
  },
  groupOf: (group: string, tables: number) => `${group} (${tables})`,
  rows: (rows: number | null) =>
    rows === null ? "view" : `${counts.format(rows)} ${plural(rows, "row")}`,
  insert: "Insert name",
  insertColumn: (column: string, type: string) => `${column}, ${type}: insert its name`,
  sample: "Sample rows",
  sampleOf: (table: string) => `First rows of ${table}`,
  noRows: "It has no rows.",
  summary: "Values",
  summaryOf: (column: string) => `Values of ${column}`,
  working: "Counting…",
  broken: (reason: string) => `That cannot be read: ${reason}`,
  columns: (table: string) => `Columns of ${table}`,
  nulls: "Null",
  none: "none",
  share: (part: number, all: number) =>
    part === 0 ? "none" : `${counts.format(part)} (${shares.format(part / all)})`,
  distinct: "Different values",
  about: (count: number, isEstimated: boolean) =>
    `${isEstimated ? "about " : ""}${counts.format(count)}`,
  lowest: "Lowest",
  highest: "Highest",
  ranges: "Rows by value, from",
  mostSeen: "Values seen most",
  bar: (rows: number) => counts.format(rows),
  empty: "(empty text)",

  findQuestion: "Find a question, figure or metric",
  questionsLead: "Opening one puts its SQL into the editor; nothing runs before you say so.",
  noQuestions: "The list of questions could not be fetched.",
  foundQuestions: (count: number) =>
    count === 0 ? "None has these words." : `${counts.format(count)} found`,
  lacks: (datasets: readonly string[]) =>
    `This site was not given ${listed(datasets.map((name) => `${name}.csv`))}: rows or columns stay empty.`,
} as const;
