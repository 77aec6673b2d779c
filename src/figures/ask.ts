import type { Report } from "../report.ts";
import { type AnswerRow, type Question, selectRows, sqlOf } from "../shared/query/index.ts";

type Marts = Report["marts"];

/** SQL that a figure shows, and that of the mart it reads. */
export interface Shown {
  sql: string;
  mart: string;
  madeBy: string;
}

/** Rows of a mart with the SQL that gives them from the published database. */
export interface Answer<R> extends Shown {
  rows: R[];
}

/** A figure's question to one mart, by its name in the report. */
export function ask<
  Name extends keyof Marts,
  C extends keyof Marts[Name][number] & string = never,
  N extends string = never,
  Q extends string = never,
>(
  report: Pick<Report, "marts" | "sql">,
  name: Name,
  question: Question<Marts[Name][number], C, N, Q>,
): Answer<AnswerRow<Marts[Name][number], C, N, Q>> {
  const mart = tableOf(name);
  const rows: readonly Marts[Name][number][] = report.marts[name];
  return {
    rows: selectRows(rows, question),
    sql: sqlOf(mart, question),
    mart,
    madeBy: report.sql[mart] ?? "",
  };
}

/** mrrMovements -> mrr_movements, the table's name in the published database. */
export function tableOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
