import type { Unit } from "../../charts/index.ts";
import type { FigureReport } from "../view.ts";

/** A metric's short name, unit and good direction, as the catalogue has them. */
export function metricOf({ metrics }: Pick<FigureReport, "metrics">, id: string) {
  const metric = metrics.find((one) => one.id === id);
  if (!metric) throw new Error(`metric "${id}" is not in the report; add it to the catalogue`);
  const { short, unit, direction } = metric;
  const written: Unit = unit === "count" || unit === "score" ? "number" : unit;
  return { short, unit: written, direction };
}
