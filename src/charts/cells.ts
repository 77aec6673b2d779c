import * as Plot from "@observablehq/plot";
import type { Chart, ChartOptions } from "./chart.ts";
import { wrap } from "./measure.ts";
import { hatched, hatching, overlay, type Pen } from "./overlay.ts";
import { renderChart } from "./render.ts";
import { type CellLevel, fontSize, lineHeight, paint } from "./theme.ts";

/** A coloured cell with its value in it; places in pixels. */
export interface Cell {
  x1: number;
  x2: number;
  y1: number;
  y2: number;
  level: CellLevel;
  text: string;
  /** What it says when pointed at. */
  lines: string[];
  /** What opens from it. */
  opens?: string | undefined;
  /** Not final. */
  isHatched?: boolean;
  /** The one to find at once. */
  isFramed?: boolean;
}

export interface CellsPlan {
  /** Names of columns, and of rows where those are not apart. */
  heads: (pen: Pen) => void;
  /** Names of rows, which stand still at the left where the picture is scrolled aside. */
  names?: { width: number; draw: (pen: Pen) => void };
  /** Pixels that the cells end at; a picture that cannot hold them is wider than asked for. */
  right?: number;
  /** Pixels from the top, under the cells. */
  bottom: number;
  /** What hatching or a frame means; "" where there is nothing to say. */
  note: string;
}

/** A seam of one pixel stays free on each side. */
export function cellBox(left: number, top: number, width: number, height: number) {
  const [x1, y1] = [left + 1, top + 1];
  return { x1, x2: x1 + width - 2, y1, y2: y1 + height - 2 };
}

/** Coloured cells under their heads, and a note below, with a hatched key where a cell is; a reading for each cell. */
export function renderCells(
  cells: readonly Cell[],
  { heads, names, right = 0, bottom, note }: CellsPlan,
  options: ChartOptions,
): Chart {
  const { width } = options;
  const whole = Math.max(width, right);
  const frame = {
    margin: 0,
    axis: null,
    x: { type: "identity" },
    y: { type: "identity" },
  } as const;
  const open = cells.filter((cell) => cell.isHatched);
  const isHatched = open.length > 0;
  const noteLeft = isHatched ? 24 : 0;
  const lines = note === "" ? [] : wrap(note, width - noteLeft, fontSize(width), 3);
  const places = { x1: "x1", x2: "x2", y1: "y1", y2: "y2", rx: 2 };

  const chart = renderChart(
    {
      ...frame,
      width: whole,
      height: bottom + lines.length * lineHeight,
      marks: [
        isHatched ? hatching("hatch", paint("paper")) : null,
        isHatched ? hatching("key", paint("muted")) : null,
        overlay((pen) => fillCells(pen, cells)),
        Plot.rect(open, { ...places, fill: hatched("hatch"), fillOpacity: 0.55 }),
        overlay((pen) => {
          heads(pen);
          names?.draw(pen);
          for (const cell of cells) drawText(pen, cell);
          if (isHatched) {
            const key = { x: 0.5, y: bottom + 1, width: 15, height: 11, rx: 2 };
            pen.shape("rect", { ...key, fill: hatched("key"), stroke: paint("muted") });
          }
          for (const [line, part] of lines.entries()) {
            const y = bottom + (line + 0.5) * lineHeight - (isHatched ? 1 : 0);
            pen.text(noteLeft, y, part, { anchor: "start", fill: paint("muted") });
          }
        }),
      ],
    },
    options,
    {
      guide: "cell",
      at: () =>
        cells.map(({ x1, x2, y1, y2, lines, opens }) => ({
          x: (x1 + x2) / 2,
          y: (y1 + y2) / 2,
          lines,
          ...(opens === undefined ? {} : { opens }),
        })),
    },
  );
  if (!names || whole === width) return chart;
  const still = { ...frame, width: names.width, height: bottom, marks: [overlay(names.draw)] };
  return { ...chart, names: renderChart(still, options).svg };
}

/** All cells of a level are one path: a triangle of hundreds weighs half. A stroke rounds the corners. */
function fillCells(pen: Pen, cells: readonly Cell[]): void {
  for (const [level, own] of Map.groupBy(cells, (cell) => cell.level)) {
    const d = own.map(({ x1, x2, y1, y2 }) => {
      const [width, height] = [x2 - x1 - 2, y2 - y1 - 2];
      return `M${x1 + 1},${y1 + 1}h${width}v${height}h${-width}z`;
    });
    const stroke = { stroke: paint(level), "stroke-width": 2, "stroke-linejoin": "round" };
    pen.shape("path", { d: d.join(""), fill: paint(level), ...stroke });
  }
}

function drawText(pen: Pen, { x1, x2, y1, y2, level, text, isHatched, isFramed }: Cell): void {
  pen.text((x1 + x2) / 2, (y1 + y2) / 2, text, {
    fill: paint(`${level}-ink`),
    ...(isFramed && { bold: true }),
    ...(isHatched && { rim: paint(level) }),
  });
  if (!isFramed) return;
  const frame = { x: x1 - 1, y: y1 - 1, width: x2 - x1 + 2, height: y2 - y1 + 2, rx: 3 };
  pen.shape("rect", { ...frame, fill: "none", stroke: paint("ink"), "stroke-width": 2.5 });
}
