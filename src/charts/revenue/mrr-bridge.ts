import type { Catalogue, RowOf } from "../../metrics/index.ts";
import type { Chart, ChartOptions } from "../chart.ts";
import type { Formats } from "../format.ts";
import { isNarrow, paint } from "../theme.ts";
import type { Bar } from "./bridge/bars.ts";
import { areNamed, bridgeColumns } from "./bridge/columns.ts";
import { bridgeRows } from "./bridge/rows.ts";

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

/**
 * What moved recurring revenue in a month: a waterfall from its start to its end, every step labelled with its value.
 * Where the steps are small beside the totals, the two totals are cut, and show it by a gap in the bar.
 * Columns on a laptop, rows on a phone and wherever a name would not fit under its column.
 */
export function mrrBridge(row: MrrMovements, options: MrrBridgeOptions): Chart {
  const bars = waterfall(row, options.text, options.format);
  return isNarrow(options.width) || !areNamed(bars, options.width)
    ? bridgeRows(bars, options)
    : bridgeColumns(bars, options);
}

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
