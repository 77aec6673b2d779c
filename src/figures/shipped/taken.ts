import type { Report } from "../../report.ts";
import type { FigureModel } from "../figure.ts";
import type { Definition, Telling } from "../provenance.ts";
import type { Table } from "../table.ts";
import type { PageName } from "../tell.ts";
import type { MetricPast } from "../timeline/metric-past.ts";

/** A figure as it is taken from its page: words and numbers, its drawing left where it is. */
export interface TakenFigure extends Telling {
  definitions: readonly Definition[];
  table?: TakenTable;
  native?: FigureModel["native"];
  tiles?: FigureModel["tiles"];
  sentences?: FigureModel["sentences"];
  /** The figure's own queries. */
  sql: readonly string[];
  model?: string | undefined;
}

/** A table as it travels: sets of places are lists. */
export interface TakenTable extends Omit<Table, "faint" | "starts"> {
  faint?: readonly number[];
  starts?: readonly number[];
}

/** The figures of a page for whoever takes them; plain data, fetched when somebody does. */
export interface TakenPage {
  company: Report["company"];
  /** The newest day of the data, as it is and as the page prints it. */
  asOf: { day: string; printed: string };
  /** Of the files read. */
  inputHash: string;
  figures: readonly TakenFigure[];
  /** On the page of a metric: what the chart of its past is drawn from. */
  past?: MetricPast | undefined;
}

/** Paths of the pages whose figures can be taken, as the navigation has them. */
export const takenPaths: Readonly<Record<PageName, string>> = {
  overview: "",
  retention: "retention/",
  cash: "cash-flow/",
  nps: "nps/",
};

/** The page of the definitions, whose headline numbers can be taken too. */
const definitionsPath = "metrics/definitions/";

/** Figures of the pages under Metrics that can be taken. */
const ofMetric: ReadonlySet<string> = new Set(["history", "segments", "tests"]);

/** Whether a figure of a page can be taken. @param page as the navigation has it, or under one of those */
export function canBeTaken(page: string, figure: string): boolean {
  if (page === definitionsPath) return figure === "by-rule";
  if (metricIn(page) !== undefined) return ofMetric.has(figure);
  return Object.values(takenPaths).includes(page);
}

/** Name of the file of a page's figures, such as overview or metrics/nrr. */
export function takenName(page: string): string {
  const names = Object.keys(takenPaths) as PageName[];
  const own = names.find((name) => takenPaths[name] === page);
  const isUnderMetrics = page === definitionsPath || metricIn(page) !== undefined;
  return own ?? (isUnderMetrics ? page.slice(0, -1) : "overview");
}

/** The metric whose page it is; undefined of all other pages. */
export const metricIn = (page: string): string | undefined =>
  /^metrics\/(?!definitions\/)([^/]+)\/$/.exec(page)?.[1];

export function takeFigure(figure: FigureModel, definitions: readonly Definition[]): TakenFigure {
  const { id, measure, finding, facts, caveat, restated, model } = figure;
  const { table, native, tiles, sentences, queries = [] } = figure;
  return {
    id,
    measure,
    finding,
    facts,
    caveat,
    ...(restated && { restated }),
    definitions,
    ...(table && { table: takeTable(table) }),
    ...(native && { native }),
    ...(tiles && { tiles }),
    ...(sentences && { sentences }),
    sql: [...new Set(queries.map(({ sql }) => sql))],
    model,
  };
}

const takeTable = ({ faint, starts, ...table }: Table): TakenTable => ({
  ...table,
  ...(faint && { faint: [...faint] }),
  ...(starts && { starts: [...starts] }),
});
