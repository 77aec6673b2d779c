import { placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import type { View } from "../view.ts";
import { askQuarters, quartersFinding, quartersOf } from "./quarters.ts";

/** Movements of ARR in the newest nine quarters, as a table. */
export function quartersTable(view: View): FigureModel {
  const { report, format } = view;
  const { overview } = say;
  const { quarterColumns: columns } = overview;
  const asked = askQuarters(view);
  const quarters = quartersOf(asked);
  const newest = quarters.at(-1);
  const isRunning = newest?.isComplete === false;
  const money = (amount: number | null) => format.moneyFull(amount ?? 0);
  const share = (value: number | null | undefined) => (value == null ? "" : format.share(value));
  const facts = [
    overview.quartersFacts(format.day(report.asOf.day)),
    ...(isRunning ? [overview.quartersRunning(format.monthLabel(newest.end.month))] : []),
  ].join(" ");
  return {
    id: "quarters",
    isWide: true,
    measure: overview.quartersMeasure(report.company.currency),
    finding: quartersFinding(quarters, format),
    facts,
    caveat: withRules(
      report,
      ["grace", "dated", "sameMonth", "retention", "preset"],
      overview.quartersCaveat,
    ),
    native: {
      kind: "column",
      unit: "money",
      categories: quarters.map(({ quarter }) => format.quarterLabel(quarter)),
      series: [
        {
          name: columns.arr,
          values: quarters.map(({ end }) => end.arr),
          faint: placesWhere(quarters, ({ isComplete }) => !isComplete),
        },
      ],
    },
    table: {
      caption: overview.quartersMeasure(report.company.currency),
      isPinned: true,
      columns: [
        { label: columns.quarter, isWhole: true },
        ...(isRunning ? [{ label: columns.state, isWhole: true }] : []),
        { label: columns.arr, isNumber: true },
        { label: columns.net, isNumber: true },
        { label: columns.new, isNumber: true },
        { label: columns.reactivation, isNumber: true },
        { label: columns.expansion, isNumber: true },
        { label: columns.contraction, isNumber: true },
        { label: columns.churn, isNumber: true },
        { label: columns.fx, isNumber: true },
        { label: columns.customers, isNumber: true },
        { label: columns.nrr, isNumber: true },
        { label: columns.grr, isNumber: true },
        { label: columns.logoChurn, isNumber: true },
      ],
      rows: quarters.map((row) => [
        format.quarterLabel(row.quarter),
        ...(isRunning ? [row.isComplete ? columns.complete : columns.running] : []),
        money(row.end.arr),
        money(row.net_arr),
        money(row.new_arr),
        money(row.reactivation_arr),
        money(row.expansion_arr),
        money(row.contraction_arr),
        money(row.churn_arr),
        money(row.fx_arr),
        format.number(row.end.customers),
        share(row.year?.nrr),
        share(row.year?.grr),
        share(row.year?.annual_logo_churn),
      ]),
      faint: new Set(quarters.flatMap(({ isComplete }, place) => (isComplete ? [] : [place]))),
    },
    queries: Object.values(asked),
  };
}
