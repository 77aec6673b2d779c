import { mrrBridge, nativeBridge } from "../../charts/index.ts";
import { distance, negative } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";

/** What moved MRR in the newest complete month; undefined where it has none. */
export function monthBridge(view: View): FigureModel | undefined {
  const { report, scope, format } = view;
  const { overview } = say;
  const asked = askBridge(view);
  const [row] = asked.rows;
  // Of the newest day: on an older month's end it is known by now who renewed.
  const waiting = ask(report, "awaitingRenewalBySegment", {
    columns: ["accounts", "mrr"],
    where: rowsOf(scope),
  });
  const [awaiting] = waiting.rows;
  const month = format.monthLabel(report.lastMonth);
  const asOf = format.day(report.asOf.day);
  const finding = row ? findingOf(row, month, format) : "";
  const measure = overview.bridgeMeasure(month, report.company.currency);
  if (!row) return undefined;
  const steps = stepsOf(row);
  return {
    id: "movements",
    measure,
    finding,
    facts: [
      overview.bridgeFacts(
        format.number(row.new_customers),
        format.number(row.churned_customers),
        asOf,
      ),
      ...(awaiting && awaiting.accounts > 0
        ? [
            overview.bridgeAwaiting(
              format.number(awaiting.accounts),
              awaiting.accounts,
              format.money(awaiting.mrr),
              report.definitions.churn.grace_days,
            ),
          ]
        : []),
    ].join(" "),
    caveat: withRules(report, ["grace", "dated", "sameMonth", "preset"], overview.bridgeCaveat),
    native: nativeBridge(stepsOf(row), overview.steps, measure),
    drawing: draw("movements", finding, format, (options) =>
      mrrBridge(row, { ...options, text: overview.steps }),
    ),
    table: tabulate(format, Object.keys(steps) as (keyof typeof steps)[], { caption: measure }, [
      { label: overview.columns.movement, value: (step) => overview.steps[step] },
      { label: overview.columns.mrr, unit: "cents", value: (step) => steps[step] },
    ]),
    queries: [asked, waiting],
  };
}

/** What is asked of a month. */
export const movementColumns = [
  "opening_mrr",
  "new_mrr",
  "reactivation_mrr",
  "expansion_mrr",
  "contraction_mrr",
  "churn_mrr",
  "fx_mrr",
  "closing_mrr",
  "new_customers",
  "churned_customers",
] as const;

function askBridge({ report, scope }: View) {
  return ask(report, "mrrMovements", {
    columns: movementColumns,
    computed: {
      contraction: negative("contraction_mrr"),
      churn: negative("churn_mrr"),
      net: distance("closing_mrr", "opening_mrr"),
    },
    where: { ...rowsOf(scope), month: report.lastMonth },
  });
}

type Movements = ReturnType<typeof askBridge>["rows"][number];

function stepsOf(movements: Movements) {
  return {
    start: movements.opening_mrr,
    new: movements.new_mrr,
    reactivation: movements.reactivation_mrr,
    expansion: movements.expansion_mrr,
    contraction: movements.contraction ?? 0,
    churn: movements.churn ?? 0,
    fx: movements.fx_mrr,
    end: movements.closing_mrr,
  };
}

function findingOf(movements: Movements, month: string, format: PageFormats): string {
  const { overview } = say;
  const { start, end, ...between } = stepsOf(movements);
  const net = end - start;
  if (net === 0) return overview.bridgeFlat(month);
  const names = Object.keys(between) as (keyof typeof between)[];
  const driver = names.reduce((most, name) =>
    between[name] * Math.sign(net) > between[most] * Math.sign(net) ? name : most,
  );
  const sentence = net > 0 ? overview.bridgeGrew : overview.bridgeShrank;
  return sentence(format.money(movements.net ?? 0), month, overview.drivers[driver]);
}
