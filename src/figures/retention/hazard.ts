import { hazardBars, type NativeChart, placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { askSummary } from "./finding.ts";
import {
  askHazard,
  askOrdinary,
  canTell,
  type HazardPoint,
  hazardFinding,
  mostNamed,
  spikesOf,
} from "./spikes.ts";

/** Who leaves in which month of age, and the months in which clearly more do. */
export function hazard(view: View): FigureModel {
  const { report, format } = view;
  const { retention } = say;
  const { columns } = retention;
  const { grey_below: greyBelow, stop_below: stopBelow } = report.definitions.survival;
  const asked = askHazard(view);
  const points = asked.rows;
  const spikes = spikesOf(points, greyBelow);
  const ordinaries = askOrdinary(view, spikes);
  const ordinary = ordinaries.rows[0]?.ordinary_hazard ?? 0;
  const summaries = askSummary(view);
  const [summary] = summaries.rows;
  const customers = summary?.customers ?? 0;
  const left = summary?.events ?? 0;
  const finding =
    left === 0
      ? retention.curveNone
      : canTell(points, greyBelow)
        ? hazardFinding(spikes, ordinary, format)
        : retention.hazardFew(format.number(left), format.number(customers));
  const canDraw = points.some((point) => point.at_risk >= stopBelow);
  const facts = [
    retention.hazardFacts(
      format.number(customers),
      customers,
      format.number(left),
      format.day(report.asOf.day),
    ),
    ...(spikes.length > mostNamed
      ? [retention.hazardAll(spikes.map(({ age }) => format.number(age)))]
      : []),
    ...(spikes.length > 0 ? [retention.hazardOrdinary(format.share(ordinary))] : []),
  ].join(" ");
  return {
    id: "hazard",
    measure: retention.hazardMeasure,
    finding,
    facts,
    caveat: withRules(
      report,
      ["grace", "dated", "preset"],
      canDraw ? retention.hazardCaveat(greyBelow, stopBelow) : retention.curveTable,
    ),
    native: canDraw
      ? nativeHazard(
          points.filter((point) => point.at_risk >= stopBelow),
          greyBelow,
        )
      : undefined,
    drawing: canDraw
      ? draw("hazard", finding, format, (options) =>
          hazardBars(points, {
            ...options,
            greyBelow,
            stopBelow,
            spikes: spikes.map(({ age }) => age),
            text: retention.hazard,
          }),
        )
      : undefined,
    table: tabulate(format, points, { caption: retention.hazardMeasure }, [
      { label: columns.age, unit: "number", value: (row) => row.age },
      { label: columns.atRisk, unit: "number", value: (row) => row.at_risk },
      { label: columns.left, unit: "number", value: (row) => row.events },
      { label: columns.hazard, unit: "share", value: (row) => row.hazard },
      { label: columns.lower, unit: "share", value: (row) => row.hazard_from ?? 0 },
      { label: columns.upper, unit: "share", value: (row) => row.hazard_to ?? 0 },
    ]),
    queries: [asked, ordinaries, summaries],
    model: spikes.length > 0 && ordinary > 0 ? retention.hazardModel : undefined,
  };
}

function nativeHazard(points: readonly HazardPoint[], greyBelow: number): NativeChart {
  const { retention } = say;
  return {
    kind: "column",
    unit: "share",
    axis: retention.hazard.age,
    categories: points.map(({ age }) => String(age)),
    series: [
      {
        name: retention.columns.hazard,
        values: points.map((point) => point.hazard),
        faint: placesWhere(points, (point) => point.at_risk < greyBelow),
      },
    ],
  };
}
