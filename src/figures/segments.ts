import { rowCount } from "../shared/query/index.ts";
import { ask } from "./ask.ts";
import type { FigureReport, View } from "./view.ts";

/** Order in which a reader expects the segments; others follow by size. */
const knownOrder = ["strategic", "enterprise", "small", "target", "exploratory"];

const dimensions = ["tier", "fit", "plan", "industry", "region", "channel"] as const;
const mostLines = 6;

export interface Segments {
  dimension: string;
  /** Segments in the order in which they are drawn, the largest where there are too many. */
  names: string[];
  /** How many are left out. */
  hidden: number;
}

/** Whether anybody has ever paid a recurring amount; without that nothing can be drawn. */
export function hasCustomers(report: FigureReport): boolean {
  return report.marts.survivalSummary.some((row) => row.dimension === "all");
}

/**
 * The segments that the pages compare first: those of segments.main, else of the first dimension filled;
 * of several segments together, whose own dimensions have one each, of the first with two.
 */
export function listSegments(report: FigureReport): Segments {
  const { main } = report.definitions.segments;
  const summaries = report.marts.survivalSummary;
  const fewest = report.isCombination ? 2 : 1;
  const filled = (dimension: string) => {
    const own = summaries.filter((row) => row.dimension === dimension);
    return own.length >= fewest && own.some(({ segment }) => segment !== "unknown");
  };
  const dimension = [main, ...dimensions].find(filled) ?? "all";
  const names = namesOf(report, dimension);
  const all = summaries.filter((row) => row.dimension === dimension).length;
  return { dimension, names, hidden: all - names.length };
}

/** The segments that a figure compares: the chosen one alone, or those of the whole company. */
export function comparedSegments({ report, scope }: View): Segments {
  if (scope.dimension !== "all") {
    return { dimension: scope.dimension, names: [scope.segment], hidden: 0 };
  }
  return listSegments(report);
}

/** Segments of one dimension by size, known tiers and fits in their usual order, at most six. */
export function namesOf(report: FigureReport, dimension: string): string[] {
  return report.marts.survivalSummary
    .filter((row) => row.dimension === dimension)
    .sort((a, b) => b.customers - a.customers)
    .slice(0, mostLines)
    .map(({ segment }) => segment)
    .sort(compareSegments);
}

/** Known tiers and fits in their usual order, the others as they were given. */
export function compareSegments(a: string, b: string): number {
  return rankOf(a) - rankOf(b);
}

/** How many segments there are, the hidden ones included. */
export function askSegmentCount({ report }: View, dimension: string) {
  return ask(report, "survivalSummary", {
    computed: { segments: rowCount() },
    where: { dimension },
  });
}

function rankOf(segment: string): number {
  const rank = knownOrder.indexOf(segment);
  return rank === -1 ? knownOrder.length : rank;
}
