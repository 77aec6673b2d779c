import type { FigureReport, PageFormats } from "../../figures/index.ts";
import { type Filter, type FilterDimension, filterDimensions } from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { segmentsOf } from "./form.ts";

/** The part of a filter that the company has customers for, and in words what is left out of it. */
export function known(report: FigureReport, filter: Filter): { filter: Filter; unknown: string } {
  const segments: { [Dimension in FilterDimension]?: string } = {};
  const unknown: string[] = [];
  for (const dimension of filterDimensions) {
    const segment = filter.segments[dimension];
    if (segment === undefined) continue;
    if (segmentsOf(report, dimension).includes(segment)) segments[dimension] = segment;
    else unknown.push(say.filter.unknown(dimension, segment));
  }
  return { filter: { ...filter, segments }, unknown: unknown.join(" ") };
}

/** Whose numbers a page shows and of which months; empty where of everyone, and of all. */
export function wordsOf(
  { segments, period }: Filter,
  format: PageFormats,
): { segments: string; months: string } {
  const { filter } = say;
  const chosen = filterDimensions.flatMap((dimension) => {
    const segment = segments[dimension];
    return segment === undefined ? [] : [{ dimension, segment: format.segment(segment) }];
  });
  const { from, to } = period;
  const label = (month: string | undefined) => month && format.monthLabel(month);
  return {
    segments: chosen.length > 0 ? filter.onlyThese(chosen) : "",
    months: from || to ? filter.onlyMonths(label(from), label(to)) : "",
  };
}
