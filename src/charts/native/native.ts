import type { Unit } from "../format.ts";
import type { Scheme } from "../theme.ts";

/**
 * A chart as plain data, for programs that draw it themselves, such as PowerPoint or a spreadsheet.
 * Its numbers are those of the figure's queries, never read back from a picture.
 *
 * - `line`: a line a series; an interval is drawn as bars about its points
 * - `band`: a line with its interval as a band around it
 * - `column`, `bar`: one beside the other, upright or lying
 * - `stacked`: columns on top of each other
 * - `bridge`: one series; the first and the last value are stocks, those between move one to the other
 * - `heat`: a row a series, a column a category
 */
export interface NativeChart {
  kind: "line" | "band" | "column" | "bar" | "stacked" | "bridge" | "heat";
  unit: Unit;
  /** What the categories are, such as "months since start"; absent where they say so themselves. */
  axis?: string;
  categories: readonly string[];
  /** First days of the categories where those are months, such as 2025-09-01. */
  days?: readonly string[];
  series: readonly NativeSeries[];
  /** What all values are held against, such as a target. */
  level?: { name: string; value: number };
  /** A category that is named, such as the month of break-even; of a series, that point of it. */
  marks?: readonly NativeMark[];
  /** Colours of a heat map: the upper ends of its classes, lowest first. */
  heat?: { scheme: Scheme; ends: readonly number[] };
}

export interface NativeSeries {
  name: string;
  /** One a category; null is a gap. */
  values: readonly (number | null)[];
  /** Ends of the 95% intervals. */
  low?: readonly (number | null)[];
  high?: readonly (number | null)[];
  /** What it stands for, where a colour can say so. */
  tone?: "accent" | "grey" | "lost";
  /** How many customers a row of a heat map is of. */
  size?: number;
  /** Places that rest on too little, or are not complete yet. */
  faint?: readonly number[];
}

export interface NativeMark {
  name: string;
  /** Its category. */
  place: number;
  /** Place of its series. */
  series?: number;
}

/** Movements from one stock to another; steps at which nothing moved are left out. */
export function nativeBridge<Step extends string>(
  steps: Readonly<Record<Step, number>>,
  names: Readonly<Record<Step, string>>,
  series: string,
): NativeChart {
  const all = Object.keys(steps) as Step[];
  const shown = all.filter(
    (step, place) => place === 0 || place === all.length - 1 || steps[step] !== 0,
  );
  return {
    kind: "bridge",
    unit: "money",
    categories: shown.map((step) => names[step]),
    series: [{ name: series, values: shown.map((step) => steps[step]) }],
  };
}

/** Places of the rows for which it holds. */
export function placesWhere<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number[] {
  return rows.flatMap((row, place) => (holds(row) ? [place] : []));
}
