import type { FleetSeries, NativeChart } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";

/** The curves of companies that start from nothing, each with its trough named where it has an end. */
export function nativeFleets(fleets: readonly FleetSeries[], format: PageFormats): NativeChart {
  const { fleetChart } = say.cash;
  const months = (fleets[0]?.points ?? []).map(({ month }) => month);
  return {
    kind: "line",
    unit: "money",
    axis: fleetChart.month,
    categories: months.map(String),
    series: fleets.map(({ name, isNow, customersPerMonth, points }) => ({
      ...(isNow && { tone: "accent" as const }),
      name: name ?? fleetChart.pace(customersPerMonth),
      values: points.map(({ cash }) => cash),
    })),
    marks: fleets.flatMap(({ trough, breakEven }, series) =>
      breakEven === null || trough.depth === 0
        ? []
        : [
            {
              name: fleetChart.trough(format.money(trough.depth)),
              place: months.indexOf(trough.month),
              series,
            },
          ],
    ),
  };
}
