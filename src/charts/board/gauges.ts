import type { Chart, ChartOptions } from "../chart.ts";
import { textWidth, truncate, widest, wrap } from "../measure.ts";
import { overlay, type Pen } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { type Colour, fontSize, isNarrow, lineHeight, paint } from "../theme.ts";

/** What is written of a row, around its gauge. */
export interface GaugeRow {
  name: string;
  /** Quieter, beside the name or under it. */
  note: string;
  /** What the gauge comes to, in a word or two. */
  verdict: string;
  tone: Colour;
  /** The value with what it is held against, and what else there is to say; a line each. */
  lines: readonly string[];
}

/** Where a gauge is drawn, in pixels. */
export interface GaugePlace {
  left: number;
  right: number;
  middle: number;
}

interface GaugesPlan<Row> {
  /** Over the gauges, what they show. */
  head: string;
  draw: (pen: Pen, row: Row, place: GaugePlace) => void;
  /** Pixel of the row's value, for a reading. */
  at: (row: Row, place: GaugePlace) => number;
}

const gap = 16;
/** Beside a gauge, for half a point at its end. */
const edge = 7;

/**
 * Rows of a gauge each, with everything written that it shows. On a phone the gauge takes the width between the name
 * above it and the lines beneath; elsewhere it stands between them.
 */
export function gauges<Row extends GaugeRow>(
  rows: readonly Row[],
  { head, draw, at }: GaugesPlan<Row>,
  options: ChartOptions,
): Chart {
  const { width } = options;
  const size = fontSize(width);
  const isStacked = isNarrow(width);
  const names = widest(
    [...rows.map((row) => row.name), ...rows.map((row) => row.note)],
    size,
    true,
  );
  const left = isStacked ? 0 : Math.ceil(Math.min(names, width * 0.22) + gap);
  const beside = widest(
    rows.flatMap(({ verdict, lines: [first = "", ...others] }) => [
      `${verdict}  ${first}`,
      ...others,
    ]),
    size,
    true,
  );
  const right = isStacked ? width : Math.floor(width - Math.min(beside, width * 0.46) - gap);
  const edges = { left: left + edge, right: right - edge };
  const headLines = wrap(head, isStacked ? width : edges.right - edges.left, size, 2);
  let bottom = headLines.length * lineHeight + 8;
  const places = rows.map(({ lines }): GaugePlace => {
    const above = (isStacked ? 2.05 : 1.25) * lineHeight;
    const middle = bottom + above;
    bottom = middle + (isStacked ? 1.35 + lines.length : 1.55) * lineHeight;
    return { ...edges, middle };
  });
  const write = (pen: Pen, row: Row, { middle }: GaugePlace) => {
    const quiet = { anchor: "start", fill: paint("muted") } as const;
    const strong = { anchor: "start", bold: true, fill: paint("ink") } as const;
    // As words the grey of bars is too faint on a dark page.
    const words = row.tone === "total" ? "muted" : row.tone;
    const verdict = { bold: true, fill: paint(words) } as const;
    const [first = "", ...others] = row.lines;
    if (isStacked) {
      const y = middle - 1.35 * lineHeight;
      const end = width - textWidth(row.verdict, size, true) - gap;
      const name = truncate(row.name, end, size, true);
      pen.text(0, y, name, strong);
      const beyond = textWidth(name, size, true) + 8;
      pen.text(beyond, y, truncate(row.note, end - beyond, size), quiet);
      pen.text(width, y, row.verdict, { ...verdict, anchor: "end" });
      for (const [line, text] of row.lines.entries()) {
        const look = line === 0 ? { ...quiet, fill: paint("ink") } : quiet;
        pen.text(0, middle + (1.2 + line) * lineHeight, truncate(text, width, size), look);
      }
      return;
    }
    const [upper, lower] = [middle - 0.55 * lineHeight, middle + 0.6 * lineHeight];
    const nameY = row.note === "" ? middle : upper;
    pen.text(0, nameY, truncate(row.name, left - gap, size, true), strong);
    pen.text(0, lower, truncate(row.note, left - gap, size), quiet);
    const x = right + gap;
    const room = width - x - textWidth(`  ${row.verdict}`, size, true);
    pen.text(x, upper, truncate(first, room, size, true), strong);
    pen.text(width, upper, row.verdict, { ...verdict, anchor: "end" });
    for (const text of others) pen.text(x, lower, truncate(text, width - x, size), quiet);
  };
  return renderChart(
    {
      width,
      height: Math.ceil(bottom),
      margin: 0,
      axis: null,
      x: { domain: [0, 1] },
      y: { type: "identity" },
      marks: [
        overlay((pen) => {
          const look = { anchor: "start", fill: paint("muted") } as const;
          for (const [line, text] of headLines.entries()) {
            pen.text(isStacked ? 0 : edges.left, (0.5 + line) * lineHeight, text, look);
          }
          for (const [index, row] of rows.entries()) {
            const place = places[index];
            if (!place) continue;
            draw(pen, row, place);
            write(pen, row, place);
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: () =>
        rows.flatMap((row, index) => {
          const place = places[index];
          if (!place) return [];
          const said = [row.name, row.note, ...row.lines, row.verdict];
          return [
            { x: at(row, place), y: place.middle, lines: said.filter((line) => line !== "") },
          ];
        }),
    },
  );
}
