import type { Report } from "../report.ts";
import { formatsOf, type PageFormats } from "./formats.ts";

/** What figures know of the report. Plain data, so that a part of it can travel to the browser. */
export interface FigureReport
  extends Pick<Report, "company" | "asOf" | "lastMonth" | "marts" | "sql"> {
  definitions: Pick<
    Report["definitions"],
    | "cac"
    | "cash"
    | "churn"
    | "definitions"
    | "ltv"
    | "margin"
    | "north_star"
    | "nps"
    | "publish"
    | "retention"
    | "segments"
    | "survival"
  >;
  datasets: readonly Pick<Report["datasets"][number], "dataset" | "isPresent">[];
}

/** Whose numbers a figure shows: those of a segment, or of the whole company. */
export interface Scope {
  /** tier, industry and so on; "all" is the whole company. */
  dimension: string;
  segment: string;
}

export const company: Scope = { dimension: "all", segment: "all" };

/** All that a figure is made from. */
export interface View {
  report: FigureReport;
  scope: Scope;
  format: PageFormats;
}

export function viewOf(report: FigureReport, scope: Scope = company): View {
  return { report, scope, format: formatsOf(report) };
}

/** The rows of a mart that are the scope's own, as a question asks for them. */
export function rowsOf({ dimension, segment }: Scope): { dimension: string; segment?: string } {
  return dimension === "all" ? { dimension } : { dimension, segment };
}
