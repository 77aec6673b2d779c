import { type NativeChart, textWidth } from "../charts/index.ts";
import { say } from "../text/index.ts";
import { inkOn, mixed } from "./colours.ts";
import type { Template } from "./powerpoint/theme.ts";
import type { Box } from "./powerpoint/xml.ts";
import { type Cell, centredPadding, type TableElement } from "./slide.ts";

const textSize = 11;
const headHeight = 22;
const rowHeights = { least: 18, most: 26 } as const;
/** How dark the classes of a scheme are, from the fewest kept to the most. */
const shades = {
  low: [0.06, 0.14, 0.25, 0.38, 0.55, 0.8, 1],
  around: [1, 0.55, 0.22, 0, 0.2, 0.5, 0.85],
} as const;

/** How a heat map writes its numbers. */
export interface Writes {
  share: (value: number) => string;
  number: (value: number) => string;
}

/** A heat map as a table whose cells are coloured: the newest rows where not all have room. */
export function heatTable(
  chart: NativeChart,
  box: Box,
  { share, number }: Writes,
  template: Template,
): { table: Omit<TableElement, "name" | "description">; shown: number } {
  const most = Math.floor((box.height - headHeight) / rowHeights.least);
  const pooled = chart.series.slice(-1);
  const rows = [...chart.series.slice(0, -1).slice(-(most - 1)), ...pooled];
  const ages = chart.categories;
  const nameWidth = Math.max(...rows.map(({ name }) => textWidth(name, textSize, true))) + 16;
  const { size: won } = say.retention.triangle;
  const sizes = rows.map((row) => number(row.size ?? 0));
  const sizeWidth =
    Math.max(...[won, ...sizes].map((text) => textWidth(text, textSize, true))) + 16;
  const cellWidth = Math.min(64, (box.width - nameWidth - sizeWidth) / ages.length);
  const rowHeight = Math.min(rowHeights.most, (box.height - headHeight) / rows.length);
  const head: Cell[] = [
    { text: "" },
    { text: won, align: "r" },
    ...ages.map((age): Cell => ({ text: age, align: "ctr" })),
  ];
  const lines = rows.map((row, line): Cell[] => [
    { text: row.name, isBold: line === rows.length - 1 },
    { text: number(row.size ?? 0), align: "r", colour: "muted" },
    ...row.values.map((value, place): Cell => {
      if (value === null) return { text: "" };
      const isOpen = row.faint?.includes(place) ?? false;
      const ground = shadeOf(chart, value, isOpen ? 0.35 : 1, template);
      return {
        text: share(value),
        align: "ctr",
        fill: ground,
        colour: isOpen ? "muted" : inkOn(ground, template),
        isItalic: isOpen,
      };
    }),
  ]);
  const widths = [nameWidth, sizeWidth, ...ages.map(() => cellWidth)];
  return {
    table: {
      kind: "table",
      box: { ...box, width: widths.reduce((sum, width) => sum + width, 0) },
      widths,
      heights: [headHeight, ...lines.map(() => rowHeight)],
      rows: [head, ...lines],
      size: sizeOf(lines, cellWidth),
      beside: 6,
      hasHead: true,
    },
    shown: rows.length - pooled.length,
  };
}

/** The largest at which every number has room in its cell. */
function sizeOf(lines: readonly (readonly Cell[])[], width: number): number {
  const widest = lines.flatMap((cells) => cells.slice(2).map(({ text }) => textWidth(text, 1)));
  const largest = Math.floor((width - 2 * centredPadding - 2) / Math.max(0.1, ...widest));
  return Math.max(6, Math.min(textSize, largest));
}

/** @param strength under 1 the colour pales */
function shadeOf(
  { heat = { scheme: "low", ends: [] } }: NativeChart,
  value: number,
  strength: number,
  { colours }: Template,
): `#${string}` {
  const level = heat.ends.filter((end) => value >= end).length;
  const shade = (shades[heat.scheme][level] ?? 1) * strength;
  const isBelow = heat.scheme === "around" && level < 3;
  return mixed(colours.paper, isBelow ? colours.lost : colours.accent, shade);
}
