import { paybackMap } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { sharedCost } from "../shared-cost.ts";
import { type Column, tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { type Assumptions, askInputs, mapPayback } from "./model.ts";

/** Break-even over acquisition cost and churn, with the company on the map. */
export function paybackMapFigure(view: View, assumptions: Assumptions): FigureModel {
  const { report, format } = view;
  const { cash } = say;
  const { cac, monthlyChurn } = assumptions;
  const grid = mapPayback(assumptions);
  const cells = grid.flat();
  const today = cells.find((cell) => cell.cac === cac && cell.monthlyChurn === monthlyChurn);
  const lost = cells.filter(({ month }) => month === null).length;
  const finding = today?.month
    ? cash.mapFinding(format.money(cac), format.share(monthlyChurn), today.month)
    : cash.mapNever(format.money(cac), format.share(monthlyChurn));
  return {
    id: "payback-map",
    measure: cash.mapMeasure,
    finding,
    facts: cash.mapFacts(lost, cells.length, format.day(report.asOf.day)),
    caveat: withRules(report, [], cash.mapCaveat, sharedCost(view)),
    drawing: draw("payback-map", finding, format, (options) =>
      paybackMap(grid, assumptions, { ...options, text: cash.mapChart }),
    ),
    table: tabulate(format, grid, { caption: cash.mapMeasure }, [
      { label: cash.mapChart.churn, unit: "share", value: (row) => row[0]?.monthlyChurn },
      ...(grid[0] ?? []).map(
        (cell, place): Column<(typeof grid)[number]> => ({
          label: format.money(cell.cac),
          unit: "number",
          value: (row) => row[place]?.month,
          unknown: cash.columns.never,
        }),
      ),
    ]),
    queries: Object.values(askInputs(view)),
    model: cash.mapModel,
  };
}
