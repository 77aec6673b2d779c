import { leverBars } from "../../charts/index.ts";
import { leverGains } from "../../shared/levers.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { sharedCost } from "../shared-cost.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { type Assumptions, askInputs } from "./model.ts";

/** Every lever is moved by the same share. */
const change = 0.1;

/** How much sooner a tenth more or less of each assumption breaks even. */
export function levers(view: View, assumptions: Assumptions): FigureModel {
  const { report, format } = view;
  const { cash } = say;
  const { columns } = cash;
  const gains = leverGains(assumptions, change).map((gain) => ({
    ...gain,
    name: cash.levers[gain.lever](format.wholeShare(change)),
  }));
  const strongest = gains.find(({ sooner }) => sooner !== null && sooner > 0);
  const finding = strongest?.sooner
    ? cash.leverFinding(strongest.name, format.tenths(strongest.sooner))
    : cash.leverNone(format.wholeShare(change));
  return {
    id: "levers",
    measure: cash.leverMeasure,
    finding,
    facts: cash.leverFacts(format.day(report.asOf.day)),
    caveat: withRules(report, [], cash.leverCaveat, sharedCost(view)),
    drawing: draw("levers", finding, format, (options) =>
      leverBars(gains, {
        ...options,
        text: {
          axis: cash.leverChart.axis,
          sooner: (sooner, months) =>
            cash.leverChart.sooner(format.tenths(sooner), format.tenths(months)),
          reaches: (months) => cash.leverChart.reaches(format.tenths(months)),
          never: cash.leverChart.never,
        },
      }),
    ),
    table: tabulate(format, gains, { caption: cash.leverMeasure }, [
      { label: columns.lever, value: ({ name }) => name },
      { label: columns.sooner, unit: "tenths", value: ({ sooner }) => sooner },
      {
        label: columns.after,
        unit: "tenths",
        value: ({ months }) => months,
        unknown: columns.never,
      },
    ]),
    queries: Object.values(askInputs(view)),
    model: cash.leverModel,
  };
}
