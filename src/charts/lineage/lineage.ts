import { type Chart, type ChartOptions, requireRows } from "../chart.ts";
import { textWidth, truncate, widest } from "../measure.ts";
import { overlay, type Pen } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, paint } from "../theme.ts";
import { type LineageNode, layoutWires, type Wire } from "./lanes.ts";

export interface LineageRow extends LineageNode {
  name: string;
  /** What one row is, in muted words beside the name where there is room. */
  note: string;
  /** Nodes of one layer stand together, under its name. */
  layer: string;
  /** The tables that the reader came for. */
  isMain: boolean;
}

export interface LineageOptions extends ChartOptions {
  text: {
    /** Over the notes, such as "one row is". */
    note: string;
  };
}

const rowHeight = 26;
const headHeight = 26;
const boxHeight = 20;
const padding = 7;
const widestLane = 12;
const leastNote = 120;
const corner = 5;
/** Where wires enter and leave a box, from its middle. */
const entry = -4;
const exit = 4;

/**
 * What a table stands on: one row per table, the layers from the top, a wire from each table to
 * those that read it. A wire that a longer way tells as well is not drawn.
 *
 * @param tables in the order of the rows, each below all that it reads
 */
export function lineage(tables: readonly LineageRow[], options: LineageOptions): Chart {
  requireRows(tables, "lineage", "the catalogue");
  const { width, text } = options;
  const size = fontSize(width);
  const wires = layoutWires(tables);
  const lanes = Math.max(0, ...wires.map(({ lane }) => lane + 1));
  const names = tables.map(({ name }) => name);
  const wished = widest(names, size, true) + 2 * padding;
  const room = Math.max(width - wished - 10, width / 4);
  const laneWidth = Math.min(widestLane, Math.floor((room / (lanes + 1)) * 10) / 10);
  const left = Math.round((lanes + 1) * laneWidth) + 4;
  const beside = left + wished + 12;
  const notes = isNarrow(width) || width - beside < leastNote ? undefined : beside;
  const places = placeRows(tables);
  const height = (places.at(-1)?.y ?? 0) + rowHeight / 2 + 2;
  const grid: Grid = {
    y: (row) => places[row]?.y ?? 0,
    x: (lane) => left - 6 - (lane + 1) * laneWidth + laneWidth / 2,
    left,
  };

  return renderChart(
    {
      width,
      height,
      margin: 0,
      axis: null,
      marks: [
        overlay((pen) => {
          const isMain = (row: number) => tables[row]?.isMain ?? false;
          const drawn = wires.toSorted((a, b) => Number(reachesMain(a)) - Number(reachesMain(b)));
          function reachesMain(wire: Wire) {
            return wire.to.some(isMain);
          }
          if (notes !== undefined) {
            const y = grid.y(0) - headHeight;
            pen.text(notes, y, text.note, { anchor: "start", fill: paint("muted") });
          }
          for (const wire of drawn) drawWire(pen, grid, wire, isMain);
          for (const [row, table] of tables.entries()) {
            const { y = 0, heading } = places[row] ?? {};
            if (heading !== undefined) {
              pen.text(left, y - headHeight, heading, {
                anchor: "start",
                bold: true,
                fill: paint("muted"),
                rim: paint("paper"),
              });
            }
            drawBox(pen, table, { left, y, width, size, notes });
          }
        }),
      ],
    },
    options,
  );
}

/** The middle of each row, and the name of the layer over its first. */
function placeRows(tables: readonly LineageRow[]): { y: number; heading?: string }[] {
  let y = -rowHeight / 2;
  return tables.map(({ layer }, row) => {
    const isFirst = layer !== tables[row - 1]?.layer;
    y += rowHeight + (isFirst ? headHeight : 0);
    return isFirst ? { y, heading: layer } : { y };
  });
}

interface Grid {
  y: (row: number) => number;
  x: (lane: number) => number;
  /** Left edge of the boxes. */
  left: number;
}

function drawWire(pen: Pen, grid: Grid, wire: Wire, isMain: (row: number) => boolean): void {
  const x = grid.x(wire.lane);
  const start = grid.y(wire.from) + exit;
  for (const row of wire.to.toReversed()) {
    const end = grid.y(row) + entry;
    const stroke = paint(isMain(row) ? "accent" : "rule");
    const path = `M${grid.left},${start}H${x + corner}Q${x},${start} ${x},${start + corner}V${end - corner}Q${x},${end} ${x + corner},${end}H${grid.left - 4}`;
    pen.shape("path", { d: path, fill: "none", stroke, "stroke-width": isMain(row) ? 1.5 : 1 });
    const head = `M${grid.left},${end}l-6,-3v6z`;
    pen.shape("path", { d: head, fill: stroke });
  }
}

interface Room {
  left: number;
  y: number;
  width: number;
  size: number;
  /** Left edge of the notes; undefined where there is no room for them. */
  notes: number | undefined;
}

function drawBox(pen: Pen, table: LineageRow, { left, y, width, size, notes }: Room): void {
  const name = truncate(table.name, width - left - 2 * padding - 1, size, true);
  const boxWidth = Math.ceil(textWidth(name, size, true)) + 2 * padding;
  pen.shape("rect", {
    x: left,
    y: y - boxHeight / 2,
    width: boxWidth,
    height: boxHeight,
    rx: 3,
    fill: table.isMain ? paint("accent") : paint("paper"),
    stroke: paint(table.isMain ? "accent" : "rule"),
  });
  pen.text(left + padding, y, name, {
    anchor: "start",
    bold: table.isMain,
    fill: paint(table.isMain ? "paper" : "ink"),
  });
  if (notes === undefined || table.note === "") return;
  const note = truncate(table.note, width - notes - 2, size);
  pen.text(notes, y, note, { anchor: "start", fill: paint("muted") });
}
