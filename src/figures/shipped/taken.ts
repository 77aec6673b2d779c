import type { Report } from "../../report.ts";
import type { FigureModel } from "../figure.ts";
import type { Definition, Telling } from "../provenance.ts";
import type { Table } from "../table.ts";
import type { PageName } from "../tell.ts";

/** A figure as it is taken from its page: words and numbers, its drawing left where it is. */
export interface TakenFigure extends Telling {
  definitions: readonly Definition[];
  table?: TakenTable;
  native?: FigureModel["native"];
  tiles?: FigureModel["tiles"];
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
}

/** Paths of the pages whose figures can be taken, as the navigation has them. */
export const takenPaths: Readonly<Record<PageName, string>> = {
  overview: "",
  retention: "retention/",
  cash: "cash-flow/",
  nps: "nps/",
};

export function takeFigure(figure: FigureModel, definitions: readonly Definition[]): TakenFigure {
  const { id, measure, finding, facts, caveat, restated, model } = figure;
  const { table, native, tiles, queries = [] } = figure;
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
    sql: [...new Set(queries.map(({ sql }) => sql))],
    model,
  };
}

const takeTable = ({ faint, starts, ...table }: Table): TakenTable => ({
  ...table,
  ...(faint && { faint: [...faint] }),
  ...(starts && { starts: [...starts] }),
});
