import { textWidth, truncate, widest } from "./measure.ts";
import type { Pen } from "./overlay.ts";
import { fontSize, lineHeight, paint } from "./theme.ts";

export interface RowName {
  name: string;
  /** Beside the name, quieter: the number of customers or answers. */
  note?: string;
  /** Starts a group. */
  heading?: string;
  /** What happened before and after it: lines of their own over and under it; an empty one is a rule alone. */
  before?: readonly string[];
  after?: readonly string[];
}

/** The bar of a row, in pixels from the top. */
export interface RowPlace {
  y1: number;
  y2: number;
  middle: number;
}

export interface RowLayout<Row> {
  /** Where the bars start. */
  left: number;
  rows: (Row & RowPlace)[];
  bottom: number;
  /** Over rules and grid lines, which it hides behind names that stand above their bars. */
  drawNames: (pen: Pen) => void;
}

const gap = 10;

/** One row under another: the names at the left of the bars, or above them where that takes too much of the width. */
export function layoutRows<Row extends RowName>(
  rows: readonly Row[],
  width: number,
  top: number,
): RowLayout<Row> {
  const size = fontSize(width);
  const names = widest(
    rows.map((row) => row.name),
    size,
  );
  const notes = widest(
    rows.map((row) => row.note ?? ""),
    size,
  );
  const sideBySide = names + (notes > 0 ? notes + gap : 0) + gap;
  const isStacked = sideBySide > width * 0.34;
  const left = isStacked ? 0 : Math.ceil(sideBySide);
  const barHeight = isStacked ? 14 : 16;
  const placed: (Row & RowPlace)[] = [];
  const headings: { y: number; text: string }[] = [];
  const happened: { y: number; text: string }[] = [];
  let bottom = top;
  const tell = (texts: readonly string[] = []) => {
    for (const text of texts) {
      const height = text === "" ? 6 : lineHeight + 2;
      happened.push({ y: bottom + height / 2, text: truncate(text, width * 0.8, size) });
      bottom += height;
    }
  };
  for (const row of rows) {
    if (row.heading !== undefined) {
      headings.push({ y: bottom + (bottom > top ? 20 : 10), text: row.heading });
      bottom += bottom > top ? 34 : 24;
    }
    tell(row.before);
    const y1 = bottom + (isStacked ? lineHeight + 3 : 5);
    placed.push({ ...row, y1, y2: y1 + barHeight, middle: y1 + barHeight / 2 });
    bottom = y1 + barHeight + (isStacked ? 9 : 5);
    tell(row.after);
  }
  const drawNames = (pen: Pen) => {
    for (const { y, text } of headings) {
      pen.text(0, y, truncate(text, width, size, true), {
        anchor: "start",
        bold: true,
        fill: paint("ink"),
      });
    }
    for (const { y, text } of happened) {
      const x1 = text === "" ? 0 : textWidth(text, size) + gap;
      const rule = { x1, y1: y, x2: width, y2: y };
      pen.shape("line", { ...rule, stroke: paint("rule"), "stroke-dasharray": "2 3" });
      if (text) pen.text(0, y, text, { anchor: "start", fill: paint("muted") });
    }
    for (const row of placed) {
      const note = row.note ?? "";
      const noteWidth = note ? textWidth(note, size) + gap : 0;
      const y = isStacked ? row.y1 - 9 : row.middle;
      const name = truncate(row.name, (isStacked ? width : left - gap) - noteWidth, size);
      const nameWidth = textWidth(name, size);
      if (isStacked) {
        const line = { x: 0, y: y - 8, width: nameWidth + noteWidth + 4, height: lineHeight };
        pen.shape("rect", { ...line, fill: paint("paper") });
      }
      pen.text(0, y, name, { anchor: "start", fill: paint("ink") });
      const x = isStacked ? nameWidth + gap : left - gap;
      const look = { anchor: isStacked ? "start" : "end", fill: paint("muted") } as const;
      if (note) pen.text(x, y, note, look);
    }
  };
  return { left, rows: placed, bottom, drawNames };
}

/** Longest bar in pixels at which every bar still has its text behind it within the width. */
export function barReach(
  bars: readonly { value: number | null; text: string }[],
  highest: number,
  room: number,
  size: number,
): number {
  let reach = room;
  for (const { value, text } of bars) {
    const left = room - textWidth(text, size, true) - 12;
    if (value !== null && value > 0) reach = Math.min(reach, (left / value) * highest);
  }
  return Math.max(reach, room * 0.2);
}
