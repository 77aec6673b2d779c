import * as Plot from "@observablehq/plot";
import type { Catalogue, RowOf } from "../../metrics/index.ts";
import type { Chart, ChartOptions } from "../chart.ts";
import type { Formats } from "../format.ts";
import { truncate, widest, wrap } from "../measure.ts";
import { overlay, type Pen, within } from "../overlay.ts";
import { renderChart } from "../render.ts";
import { fontSize, isNarrow, lineHeight, paint, plotHeight } from "../theme.ts";

/** What the chart reads of the mart. */
export type MrrMovements = Pick<
  RowOf<Catalogue["mrrMovements"]>,
  | "opening_mrr"
  | "new_mrr"
  | "reactivation_mrr"
  | "expansion_mrr"
  | "contraction_mrr"
  | "churn_mrr"
  | "fx_mrr"
  | "closing_mrr"
>;

type Step = "start" | "new" | "reactivation" | "expansion" | "contraction" | "churn" | "fx" | "end";

export interface MrrBridgeOptions extends ChartOptions {
  /** Names of the steps. */
  text: Record<Step, string>;
}

interface Bar {
  name: string;
  value: string;
  low: number;
  high: number;
  /** Level at which the next bar starts. */
  after: number;
  fill: string;
  isTotal: boolean;
}

/**
 * What moved recurring revenue in a month: a waterfall from its start to its end, every step labelled with its value.
 * Where the steps are small beside the totals, the two totals are cut, and show it by a gap in the bar.
 * Columns on a laptop, rows on a phone and wherever a name would not fit under its column.
 */
export function mrrBridge(row: MrrMovements, options: MrrBridgeOptions): Chart {
  const bars = waterfall(row, options.text, options.format);
  return isNarrow(options.width) || !areNamed(bars, options.width)
    ? horizontal(bars, options)
    : vertical(bars, options);
}

/** Whether each word of the names fits under its column. */
function areNamed(bars: readonly Bar[], width: number): boolean {
  const words = bars.flatMap(({ name }) => name.split(" "));
  return widest(words, fontSize(width)) <= nameWidth(bars, width);
}

const nameWidth = (bars: readonly Bar[], width: number): number => width / bars.length - 4;

function waterfall(row: MrrMovements, text: Record<Step, string>, format: Formats): Bar[] {
  const steps: { step: Step; change: number; always: boolean; fill: string }[] = [
    { step: "new", change: row.new_mrr, always: true, fill: paint("accent") },
    { step: "reactivation", change: row.reactivation_mrr, always: false, fill: paint("accent") },
    { step: "expansion", change: row.expansion_mrr, always: true, fill: paint("accent") },
    { step: "contraction", change: -row.contraction_mrr, always: true, fill: paint("lost") },
    { step: "churn", change: -row.churn_mrr, always: true, fill: paint("lost") },
    { step: "fx", change: row.fx_mrr, always: false, fill: paint("grey") },
  ];
  const total = (step: Step, level: number): Bar => ({
    name: text[step],
    value: format.money(level),
    low: Math.min(0, level),
    high: Math.max(0, level),
    after: level,
    fill: paint("total"),
    isTotal: true,
  });
  const bars = [total("start", row.opening_mrr)];
  let level = row.opening_mrr;
  for (const { step, change, always, fill } of steps) {
    if (change === 0 && !always) continue;
    const after = level + change;
    bars.push({
      name: text[step],
      value: format.moneyChange(change),
      low: Math.min(level, after),
      high: Math.max(level, after),
      after,
      fill,
      isTotal: false,
    });
    level = after;
  }
  bars.push(total("end", row.closing_mrr));
  return bars;
}

/** Values between which the bars are drawn; totals are cut when the steps would be lost beside them. */
function range(bars: readonly Bar[]): { base: number; top: number; isCut: boolean } {
  const levels = bars.map((bar) => bar.after);
  const low = Math.min(...levels);
  const top = Math.max(...levels);
  const isCut = low > top * 0.6 && low < top;
  if (isCut) return { base: low - (top - low) * 0.5, top, isCut };
  return { base: Math.min(0, low), top: top > Math.min(0, low) ? top : 1, isCut };
}

function vertical(bars: readonly Bar[], options: MrrBridgeOptions): Chart {
  const { width } = options;
  const size = fontSize(width);
  const height = plotHeight(options);
  const { base, top, isCut } = range(bars);
  const band = width / bars.length;
  const places = bars.map((bar, index) => ({
    ...bar,
    x1: band * (index + 0.14),
    x2: band * (index + 0.86),
    low: bar.isTotal ? Math.max(bar.low, base) : bar.low,
  }));
  const names = bars.map((bar) => wrap(bar.name, nameWidth(bars, width), size, 2));
  const bottom = 11 + lineHeight * Math.max(...names.map((lines) => lines.length));
  return renderChart(
    {
      width,
      height,
      marginLeft: 0,
      marginRight: 0,
      marginTop: 24,
      marginBottom: bottom,
      axis: null,
      x: { type: "identity" },
      y: { domain: [base, top] },
      marks: [
        Plot.rect(places, { x1: "x1", x2: "x2", y1: "low", y2: "high", fill: "fill" }),
        isCut ? null : Plot.ruleY([0], { stroke: paint("rule") }),
        overlay((pen) => {
          for (const [index, place] of places.entries()) {
            const { x1, x2 } = place;
            const middle = (x1 + x2) / 2;
            const next = places[index + 1];
            if (next) connect(pen, x1, pen.y(place.after), next.x2, pen.y(place.after));
            if (isCut && place.isTotal) {
              const y = height - bottom - 16;
              cut(pen, `M${x1 - 2},${y + 4}L${x2 + 2},${y - 4}`);
            }
            pen.text(
              within(middle, place.value, size, 0, width),
              pen.y(place.high) - 11,
              place.value,
              { bold: true, fill: textColour(place) },
            );
            for (const [line, part] of (names[index] ?? []).entries()) {
              const y = height - bottom + 14 + line * lineHeight;
              pen.text(middle, y, part, { fill: paint("ink") });
            }
          }
        }),
      ],
    },
    options,
    {
      guide: "column",
      at: (pen) =>
        places.map(({ x1, x2, high, name, value }) => ({
          x: (x1 + x2) / 2,
          y: pen.y(high),
          lines: [name, value],
        })),
    },
  );
}

function horizontal(bars: readonly Bar[], options: MrrBridgeOptions): Chart {
  const { width } = options;
  const size = fontSize(width);
  const { base, top, isCut } = range(bars);
  const step = 30;
  const left =
    Math.ceil(
      Math.min(
        widest(
          bars.map((bar) => bar.name),
          size,
        ),
        width * 0.32,
      ),
    ) + 10;
  const right =
    Math.ceil(
      widest(
        bars.map((bar) => bar.value),
        size,
        true,
      ),
    ) + 8;
  const places = bars.map((bar, index) => ({
    ...bar,
    y1: step * index + 6,
    y2: step * (index + 1) - 6,
    low: bar.isTotal ? Math.max(bar.low, base) : bar.low,
  }));
  return renderChart(
    {
      width,
      height: step * bars.length,
      marginLeft: left,
      marginRight: right,
      marginTop: 0,
      marginBottom: 0,
      axis: null,
      x: { domain: [base, top] },
      y: { type: "identity" },
      marks: [
        Plot.rect(places, { x1: "low", x2: "high", y1: "y1", y2: "y2", fill: "fill" }),
        isCut ? null : Plot.ruleX([0], { stroke: paint("rule") }),
        overlay((pen) => {
          for (const [index, place] of places.entries()) {
            const middle = (place.y1 + place.y2) / 2;
            const next = places[index + 1];
            if (next) connect(pen, pen.x(place.after), place.y1, pen.x(place.after), next.y2);
            if (isCut && place.isTotal) {
              cut(pen, `M${left + 12},${place.y2 + 2}L${left + 18},${place.y1 - 2}`);
            }
            pen.text(pen.x(place.high) + 6, middle, place.value, {
              anchor: "start",
              bold: true,
              rim: paint("paper"),
              fill: textColour(place),
            });
            const name = truncate(place.name, left - 10, size);
            pen.text(0, middle, name, { anchor: "start", fill: paint("ink") });
          }
        }),
      ],
    },
    options,
    {
      guide: "row",
      at: (pen) =>
        places.map(({ y1, y2, high, name, value }) => ({
          x: pen.x(high),
          y: (y1 + y2) / 2,
          lines: [name, value],
        })),
    },
  );
}

const textColour = (bar: Bar): string =>
  bar.isTotal || bar.fill === paint("grey") ? paint("ink") : bar.fill;

const connect = (pen: Pen, x1: number, y1: number, x2: number, y2: number) =>
  pen.shape("line", { x1, y1, x2, y2, stroke: paint("rule"), "stroke-width": 0.75 });

const cut = (pen: Pen, d: string) =>
  pen.shape("path", { d, stroke: paint("paper"), "stroke-width": 4 });
