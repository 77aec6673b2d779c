import { palette } from "../../../charts/index.ts";
import type { TakenTable } from "../../../figures/index.ts";
import type { Drawn } from "../sheet.ts";
import { type Look, linesOf, type Measure, rounded, textAt } from "./words.ts";

const size = 12;
const lineHeight = 16;
const gap = 18;
const rowPadding = 5;
/** A column of sentences is broken over lines from that width on, or from the whole where it stands alone. */
const widest = { among: 260, alone: 620 };
const head: Look = { size, weight: 600 };
const plain: Look = { size };
const quiet: Look = { size, isItalic: true };

/** A table drawn, for figures that are one: every cell whole. */
export function drawTable(table: TakenTable, measure: Measure): Drawn {
  const { ink, muted, grid, rule } = palette.light;
  const { columns, rows } = table;
  const faint = new Set(table.faint);
  const starts = new Set(table.starts);
  const widths = columns.map(({ label }, place) => {
    const look = place === 0 ? head : plain;
    const cells = rows.map((row) => measure(row[place] ?? "", look));
    const words = label.split(" ").map((word) => measure(word, head));
    const most = columns.length > 1 ? widest.among : widest.alone;
    return Math.min(most, Math.ceil(Math.max(...cells, ...words, 24)));
  });
  const lefts = widths.map((_, place) =>
    widths.slice(0, place).reduce((sum, width) => sum + width + gap, 0),
  );
  const width = widths.reduce((sum, own) => sum + own + gap, -gap);
  const parts: string[] = [];
  let y = 0;
  const drawRow = (texts: readonly string[], look: Look, colour: string, isHead = false) => {
    const lookOf = (place: number) => (place === 0 && !look.isItalic ? head : look);
    const lines = texts.map((text, place) =>
      linesOf(text, widths[place] ?? 0, lookOf(place), measure),
    );
    const most = Math.max(1, ...lines.map(({ length }) => length));
    for (const [place, own] of lines.entries()) {
      const isNumber = columns[place]?.isNumber === true;
      const left = lefts[place] ?? 0;
      // Titles stand on the line beneath them.
      const first = isHead ? most - own.length : 0;
      for (const [index, text] of own.entries()) {
        parts.push(
          textAt(text, {
            x: isNumber ? left + (widths[place] ?? 0) : left,
            y: y + rowPadding + (first + index) * lineHeight + size,
            colour,
            look: lookOf(place),
            ...(isNumber && { anchor: "end" as const }),
          }),
        );
      }
    }
    y += most * lineHeight + 2 * rowPadding;
  };
  const line = (colour: string, thickness: number) =>
    parts.push(
      `<line x1="0" x2="${rounded(width)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="${thickness}"/>`,
    );
  drawRow(
    columns.map(({ label }) => label),
    head,
    muted,
    true,
  );
  line(rule, 1);
  for (const [place, row] of rows.entries()) {
    if (place > 0) line(starts.has(place) ? rule : grid, starts.has(place) ? 1.5 : 1);
    drawRow(row, faint.has(place) ? quiet : plain, faint.has(place) ? muted : ink);
  }
  const svg = `<svg width="${rounded(width)}" height="${y}">${parts.join("")}</svg>`;
  return { svg, width, height: y };
}
