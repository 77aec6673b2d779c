import type { Reading } from "../../shared/readings.ts";
import type { Formats } from "../format.ts";
import type { Pen } from "../overlay.ts";
import { atRisk, type Curve } from "./curves.ts";

/** At every drawn age, for each curve that reaches it: share gone, its band where there is one, customers at risk. */
export function readCurves(
  pen: Pen,
  curves: readonly Curve[],
  {
    format,
    age: title,
    opens,
  }: { format: Formats; age: string; opens: ((age: number) => string) | undefined },
): Reading[] {
  const ages = [...new Set(curves.flatMap(({ drawn }) => drawn.map(({ age }) => age)))];
  return ages
    .sort((a, b) => a - b)
    .map((age) => {
      const points = curves.flatMap((curve) => {
        const point = curve.drawn.find((other) => other.age === age);
        return point ? [{ curve, point }] : [];
      });
      const lines = points.map(({ curve, point }) => {
        const band = `${format.share(point.low)}–${format.share(point.high)}`;
        const share = format.share(point.churn) + (point.hasBand ? ` (${band})` : "");
        return `${curve.segment} ${share}, n ${format.number(atRisk(curve, age))}`;
      });
      return {
        x: pen.x(age),
        y: pen.y(points[0]?.point.churn ?? 0),
        lines: [`${format.number(age)} ${title}`, ...lines],
        ...(opens && { opens: opens(age) }),
      };
    });
}
