import type { Catalogue, RowOf } from "../../metrics/index.ts";
import { type SeriesLook, seriesLook } from "../theme.ts";

type Row = RowOf<Catalogue["survivalCurve"]>;

/** What the chart reads of the mart; ticks need the customers followed no further. */
export type SurvivalCurve = Pick<
  Row,
  "segment" | "age" | "at_risk" | "survival" | "lower" | "upper"
> &
  Partial<Pick<Row, "censored">>;

export interface CurvePoint {
  age: number;
  churn: number;
  low: number;
  high: number;
  /** Where nobody has left yet there is none, and low and high are the share itself. */
  hasBand: boolean;
  /** Enough customers are at risk to trust it. */
  isSolid: boolean;
  /** Some customers are followed up to this age and no further. */
  isCensored: boolean;
}

export interface Curve {
  segment: string;
  look: SeriesLook;
  rows: SurvivalCurve[];
  /** Up to where the customers at risk run out. */
  drawn: CurvePoint[];
  /** The trusted part, null where it is interrupted. */
  solid: { age: number; churn: number | null }[];
}

/** One curve a segment, in the order of the rows. */
export function toCurves(
  rows: readonly SurvivalCurve[],
  greyBelow: number,
  stopBelow: number,
): Curve[] {
  const segments = Map.groupBy(rows, (row) => row.segment);
  return Array.from(segments, ([segment, unsorted], index) => {
    const sorted = unsorted.toSorted((a, b) => a.age - b.age);
    const end = sorted.findLastIndex((row) => row.at_risk >= stopBelow) + 1;
    const drawn = sorted.slice(0, end).map((row) => ({
      age: row.age,
      churn: 1 - row.survival,
      low: 1 - (row.upper ?? row.survival),
      high: 1 - (row.lower ?? row.survival),
      hasBand: row.lower !== null && row.upper !== null,
      isSolid: row.at_risk >= greyBelow,
      isCensored: (row.censored ?? 0) > 0,
    }));
    return { segment, look: seriesLook(index), rows: sorted, drawn, solid: trusted(drawn) };
  });
}

function trusted(points: readonly CurvePoint[]): Curve["solid"] {
  return points.flatMap((point, index) => {
    if (point.isSolid) return [{ age: point.age, churn: point.churn }];
    const before = points[index - 1];
    return before?.isSolid
      ? [
          { age: point.age, churn: before.churn },
          { age: point.age, churn: null },
        ]
      : [];
  });
}

/** Share gone before the payment of a month, which comes at the age of month - 1; undefined outside what is drawn. */
export function churnBefore(curve: Curve, month: number): number | undefined {
  if (month > (curve.drawn.at(-1)?.age ?? -1)) return undefined;
  return curve.drawn.findLast((point) => point.age < month)?.churn;
}

/** Customers at risk at an age; ages without a row of their own have those of the next. */
export const atRisk = (curve: Curve, age: number): number =>
  curve.rows.find((row) => row.age >= age)?.at_risk ?? 0;
