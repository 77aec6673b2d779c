import type { NativeChart, PlainPoint } from "../../../charts/index.ts";
import {
  type Cell,
  type Drawings,
  provenanceOf,
  type TakenFigure,
  type TakenTable,
} from "../../../figures/index.ts";
import { say } from "../../../text/index.ts";
import type { Sheet } from "../../export/sheet.ts";
import { encodeQuery } from "../links/query-link.ts";
import { type Choice, scaleOf } from "./choice.ts";

/** What the page knows of the data that its queries are asked of. */
export interface QueriedSite {
  company: Sheet["company"];
  /** The newest day of the data, as it is and as the page prints it. */
  day: string;
  printedDay: string;
  inputHash: string;
}

export interface DrawnQuery {
  title: string;
  points: readonly PlainPoint[];
  choice: Choice;
  /** What is not drawn, in sentences. */
  notes: readonly string[];
  sql: string;
  drawings: Drawings;
  /** As plain data, where a slide can draw it. */
  native?: NativeChart | undefined;
}

/** A longer query is told by its beginning; the workbook has the whole. */
const mostSigns = 240;

/** The chart of a query as the site's figures leave their pages: its query is its definition. */
export function sheetOf(query: DrawnQuery, site: QueriedSite): Sheet {
  const words = say.console.result.chart;
  const { title, points, choice, notes, sql, drawings, native } = query;
  const told = sql.replaceAll(/\s+/g, " ").trim();
  const short = told.length > mostSigns ? `${told.slice(0, mostSigns).trimEnd()}…` : told;
  const table = tableOf(points, choice, title);
  const figure: TakenFigure = {
    id: words.fileName,
    measure: words.measure,
    finding: title,
    facts: [words.points(points.length), ...notes].join(" "),
    definitions: [{ name: "SQL", text: short }],
    table,
    ...(native && { native }),
    sql: [sql],
  };
  const { company, day, printedDay, inputHash } = site;
  const source = { company: company.name, day: printedDay, whose: words.whose };
  return {
    id: figure.id,
    figure,
    inputHash,
    company,
    day,
    provenance: provenanceOf(figure, source, figure.definitions),
    drawn: drawings("wide"),
    redraw: async () => drawings,
    address: async () => `sql/${await encodeQuery(sql)}`,
    table,
    sql: [sql],
  };
}

/** The points that are drawn, a row each. */
function tableOf(
  points: readonly PlainPoint[],
  { x, y, series }: Choice,
  caption: string,
): TakenTable {
  const isTime = scaleOf(x) === "time";
  const rows = points.map((point) => [
    placeCell(point.x, isTime),
    ...(series ? [{ value: point.series }] : []),
    { value: point.y, unit: "number" as const },
  ]);
  return {
    caption,
    columns: [
      { label: x.name, isNumber: scaleOf(x) === "number" },
      ...(series ? [{ label: series.name }] : []),
      { label: y.name, isNumber: true },
    ],
    rows: rows.map((row) => row.map(({ value }) => (value === null ? "" : String(value)))),
    cells: rows,
  };
}

const midnight = "T00:00:00.000Z";

/** Moments to their second, days as days. */
export function placeCell(x: number | string, isTime: boolean): Cell {
  if (typeof x === "string") return { value: x };
  if (!isTime) return { value: x, unit: "number" };
  const moment = new Date(x).toISOString();
  return moment.endsWith(midnight)
    ? { value: moment.slice(0, -midnight.length), unit: "day" }
    : { value: moment.slice(0, 19).replace("T", " ") };
}
