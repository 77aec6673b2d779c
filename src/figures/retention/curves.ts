import type { NativeChart } from "../../charts/index.ts";
import { oneMinus } from "../../shared/query/index.ts";
import { chiSquarePValue, holmCorrection } from "../../shared/statistics.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { PageFormats } from "../formats.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";

/** Chance of a false alarm that the page accepts, over all the pairs it compares. */
const level = 0.05;

export const yearOfAge = 12;

/** The curves of some segments, in the order of the names given. */
export function askCurves({ report }: View, dimension: string, segments: readonly string[]) {
  return ask(report, "survivalCurve", {
    columns: ["segment", "age", "at_risk", "events", "censored", "survival", "lower", "upper"],
    computed: {
      left_by: oneMinus("survival"),
      left_from: oneMinus("upper"),
      left_to: oneMinus("lower"),
    },
    where: { dimension, segment: segments },
    order: [{ by: "segment", as: segments }, "age"],
  });
}

export type CurvePoint = ReturnType<typeof askCurves>["rows"][number];

/** Points named as the reader sees them. */
export function namedPoints(
  { rows }: ReturnType<typeof askCurves>,
  format: PageFormats,
): CurvePoint[] {
  return rows.map((row) => ({ ...row, segment: format.segment(row.segment) }));
}

/** Share that has left by an age, where enough customers were still observed at it. */
export function churnedBy(
  points: readonly CurvePoint[],
  segment: string,
  age: number,
  fewest: number,
): number | undefined {
  const point = points.find((row) => row.segment === segment && row.age === age);
  return point && point.at_risk >= fewest ? (point.left_by ?? undefined) : undefined;
}

/** Every two of the segments that can be compared. */
export function askPairs({ report }: View, dimension: string, segments: readonly string[]) {
  return ask(report, "survivalComparison", {
    columns: ["segment", "other_segment", "chi_square"],
    where: {
      dimension,
      segment: segments,
      other_segment: segments,
      chi_square: { isNull: false },
    },
    order: ["segment", "other_segment"],
  });
}

/** Pairs of segments of a dimension that differ beyond chance. */
export function differingPairs(
  view: View,
  dimension: string,
  segments: readonly string[],
): ReturnType<typeof askPairs>["rows"] {
  const pairs = askPairs(view, dimension, segments).rows;
  const corrected = holmCorrection(pairs.map((row) => chiSquarePValue(row.chi_square ?? 0)));
  return pairs.filter((_, index) => (corrected[index] ?? 1) < level);
}

/** The same in a sentence. */
export function differencesOf(view: View, dimension: string, segments: readonly string[]): string {
  const { format } = view;
  const differing = differingPairs(view, dimension, segments);
  return say.retention.differ(
    differing.map((row) =>
      say.retention.pair(format.segment(row.segment), format.segment(row.other_segment)),
    ),
  );
}

/**
 * The curves as data, each up to the age at which hardly any customers are left to observe.
 *
 * @param breakEven months, of a segment or of all
 */
export function nativeCurves(
  points: readonly CurvePoint[],
  stopBelow: number,
  breakEven: readonly { segment?: string; month: number }[],
): NativeChart {
  const drawn = points.filter((point) => point.at_risk >= stopBelow);
  const names = [...new Set(drawn.map(({ segment }) => segment))];
  const last = Math.max(0, ...drawn.map(({ age }) => age));
  const ages = Array.from({ length: last + 1 }, (_, age) => age);
  const { chart } = say.retention;
  return {
    kind: names.length === 1 ? "band" : "line",
    unit: "share",
    axis: chart.age,
    categories: ages.map(String),
    series: names.map((name) => {
      const own = new Map(
        drawn.filter(({ segment }) => segment === name).map((row) => [row.age, row]),
      );
      const column = (key: "left_by" | "left_from" | "left_to") =>
        ages.map((age) => own.get(age)?.[key] ?? null);
      const interval =
        names.length === 1 ? { low: column("left_from"), high: column("left_to") } : {};
      return { name, values: column("left_by"), ...interval };
    }),
    marks: breakEven
      .filter(({ month }) => month <= last)
      .map(({ segment, month }) => ({
        name: segment === undefined ? chart.breakEven({ month }) : chart.breakEvenPoint(month),
        place: month,
        ...(segment === undefined ? {} : { series: names.indexOf(segment) }),
      }))
      .filter(({ series }) => series !== -1),
  };
}

/** The table under a churn curve. */
export function tableOf(points: readonly CurvePoint[], caption: string, format: PageFormats) {
  const { columns } = say.retention;
  return tabulate(format, points, { caption }, [
    { label: columns.segment, value: (row) => row.segment },
    { label: columns.age, unit: "number", value: (row) => row.age },
    { label: columns.atRisk, unit: "number", value: (row) => row.at_risk },
    { label: columns.left, unit: "number", value: (row) => row.events },
    { label: columns.censored, unit: "number", value: (row) => row.censored },
    { label: columns.churn, unit: "share", value: (row) => row.left_by },
    { label: columns.lower, unit: "share", value: (row) => row.left_from },
    { label: columns.upper, unit: "share", value: (row) => row.left_to },
  ]);
}
