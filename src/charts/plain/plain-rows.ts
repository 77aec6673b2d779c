import { valueScale } from "../axes.ts";
import type { Chart } from "../chart.ts";
import { truncate, widest } from "../measure.ts";
import { overlay } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { layoutRows } from "../rows.ts";
import { fontSize, paint, seriesLook } from "../theme.ts";
import { type KnownPoint, type PlainOptions, plainNumber, seriesOf } from "./plain.ts";

/** Names one under another with a bar or dot each; of several series each name is a group. */
export function plainRows(points: readonly KnownPoint[], options: PlainOptions): Chart {
  const { width, mark, names } = options;
  const series = seriesOf(points);
  const isGrouped = series.length > 1;
  const inGroups = isGrouped
    ? [...Map.groupBy(points, ({ x }) => x).values()].flatMap((group) =>
        group.map((point, place) => ({ point, isFirst: place === 0 })),
      )
    : points.map((point) => ({ point, isFirst: false }));
  const layout = layoutRows(
    inGroups.map(({ point, isFirst }) => ({
      name: isGrouped ? point.series : String(point.x),
      point,
      ...(isFirst ? { heading: String(point.x) } : {}),
    })),
    width,
    22,
  );
  const size = fontSize(width);
  const room = widest(
    points.map(({ y }) => plainNumber(y)),
    size,
  );
  const values = points.map(({ y }) => y);
  const { domain } = valueScale(mark === "bar" ? [0, ...values] : values, 4);
  const hasNegative = values.some((value) => value < 0);
  const left = layout.left + (hasNegative ? room + 8 : 0);
  const right = width - room - 10;
  const pixelOf = (value: number) =>
    left + ((value - domain[0]) / (domain[1] - domain[0])) * (right - left);
  const height = layout.bottom + 8;
  const zero = pixelOf(Math.max(domain[0], Math.min(domain[1], 0)));
  const draw = overlay((pen) => {
    pen.text(0, 8, truncate(names.y, width, size), { anchor: "start", fill: paint("muted") });
    if (mark === "bar") {
      pen.shape("line", { x1: zero, x2: zero, y1: 18, y2: height - 6, stroke: paint("rule") });
    }
    for (const { point, y1, y2, middle } of layout.rows) {
      const end = pixelOf(point.y);
      const fill = seriesLook(Math.max(0, series.indexOf(point.series))).colour;
      if (mark === "bar") {
        const x = Math.min(zero, end);
        pen.shape("rect", { x, y: y1, width: Math.abs(end - zero), height: y2 - y1, fill });
      } else pen.shape("circle", { cx: end, cy: middle, r: 4, fill });
      const isLeft = mark === "bar" && point.y < 0;
      pen.text(end + (isLeft ? -6 : mark === "bar" ? 6 : 9), middle, plainNumber(point.y), {
        anchor: isLeft ? "end" : "start",
        fill: paint("ink"),
      });
    }
    layout.drawNames(pen);
  });
  return renderChart({ width, height, axis: null, margin: 0, marks: [draw] }, options, {
    guide: "row",
    at: () =>
      layout.rows.map(({ point, middle }) => ({
        x: pixelOf(point.y),
        y: middle,
        lines: [
          String(point.x),
          `${isGrouped ? `${point.series}: ` : ""}${point.y.toLocaleString("en-GB", { maximumFractionDigits: 20 })}`,
        ],
      })),
  });
}
