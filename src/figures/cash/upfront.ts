import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { sharedCost } from "../shared-cost.ts";
import type { View } from "../view.ts";
import type { CustomerModel, FleetModel } from "./model.ts";

type Told = Pick<FigureModel, "finding" | "facts" | "caveat">;

/** What is said of one customer who pays a year upfront. @param inputs as the figure's facts have them */
export function customerUpfront(
  { stays, leaves }: CustomerModel,
  view: View,
  inputs: string,
): Told {
  const { paidUpfront } = say.cash;
  return {
    finding:
      leaves.breakEven !== null
        ? paidUpfront.customerFinding(leaves.breakEven, leaves.forGood)
        : stays.breakEven === null
          ? paidUpfront.customerNever
          : paidUpfront.customerStays(stays.breakEven),
    facts: `${inputs} ${paidUpfront.measuredNone}`,
    caveat: withRules(view.report, ["lag", "margin"], paidUpfront.customerCaveat, sharedCost(view)),
  };
}

/** What is said of growth where customers pay a year upfront. @param hidden of lines that are not drawn */
export function fleetUpfront(
  fleets: readonly FleetModel[],
  view: View,
  hidden: readonly string[],
): Told {
  const { report, format } = view;
  const { cash } = say;
  const { paidUpfront } = cash;
  const asOf = format.day(report.asOf.day);
  const now = fleets.find(({ isNow }) => isNow);
  const turns = fleets.every(({ breakEven }) => breakEven !== null);
  const isAtOnce = turns && fleets.every(({ trough }) => trough.depth === 0);
  const [finding, facts] =
    !turns || !now
      ? [paidUpfront.fleetNever, cash.fleetNeverFacts(asOf)]
      : isAtOnce
        ? [paidUpfront.fleetAtOnce(paceIn(now, format)), paidUpfront.fleetAtOnceFacts(asOf)]
        : [
            findingOf(fleets, format, paidUpfront.fleetFinding),
            cash.fleetFacts(now.trough.month, now.breakEven, asOf),
          ];
  return {
    finding,
    facts: [facts, ...hidden].join(" "),
    caveat: withRules(
      report,
      ["lag", "margin"],
      paidUpfront.fleetCaveat,
      turns && !isAtOnce ? paidUpfront.fleetDepth : undefined,
      sharedCost(view),
    ),
  };
}

const paceIn = ({ customersPerMonth: count }: FleetModel, format: PageFormats) => ({
  count,
  pace: format.pace(count),
});

/** What growth as now takes, against the pace that is farthest from it. */
export function findingOf(
  fleets: readonly FleetModel[],
  format: PageFormats,
  write: typeof say.cash.fleetFinding,
): string {
  const now = fleets.find(({ isNow }) => isNow);
  const other = now === fleets[0] ? fleets.at(-1) : fleets[0];
  if (!now || !other) return "";
  return write(
    paceIn(now, format),
    format.money(now.trough.depth),
    format.pace(other.customersPerMonth),
    format.money(other.trough.depth),
  );
}
