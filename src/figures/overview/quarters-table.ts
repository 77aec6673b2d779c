import { placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { withRules } from "../rules.ts";
import { type Column, tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { askQuarters, type Quarter, quartersFinding, quartersOf } from "./quarters.ts";

/** Movements of ARR in the newest nine quarters, as a table. */
export function quartersTable(view: View): FigureModel {
  const { report, format } = view;
  const { overview } = say;
  const { quarterColumns: columns } = overview;
  const asked = askQuarters(view);
  const quarters = quartersOf(asked);
  const newest = quarters.at(-1);
  const isRunning = newest?.isComplete === false;
  const state: Column<Quarter> = {
    label: columns.state,
    isWhole: true,
    value: ({ isComplete }) => (isComplete ? columns.complete : columns.running),
  };
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
    table: tabulate(
      format,
      quarters,
      {
        caption: overview.quartersMeasure(report.company.currency),
        isPinned: true,
        isFaint: (row) => !row.isComplete,
      },
      [
        {
          label: columns.quarter,
          isWhole: true,
          unit: "quarterLabel",
          value: (row) => row.quarter,
        },
        ...(isRunning ? [state] : []),
        { label: columns.arr, unit: "moneyFull", value: (row) => row.end.arr ?? 0 },
        { label: columns.net, unit: "moneyFull", value: (row) => row.net_arr ?? 0 },
        { label: columns.new, unit: "moneyFull", value: (row) => row.new_arr ?? 0 },
        {
          label: columns.reactivation,
          unit: "moneyFull",
          value: (row) => row.reactivation_arr ?? 0,
        },
        { label: columns.expansion, unit: "moneyFull", value: (row) => row.expansion_arr ?? 0 },
        {
          label: columns.contraction,
          unit: "moneyFull",
          value: (row) => row.contraction_arr ?? 0,
        },
        { label: columns.churn, unit: "moneyFull", value: (row) => row.churn_arr ?? 0 },
        { label: columns.fx, unit: "moneyFull", value: (row) => row.fx_arr ?? 0 },
        { label: columns.customers, unit: "number", value: (row) => row.end.customers },
        { label: columns.nrr, unit: "share", value: (row) => row.year?.nrr },
        { label: columns.grr, unit: "share", value: (row) => row.year?.grr },
        {
          label: columns.logoChurn,
          unit: "share",
          value: (row) => row.year?.annual_logo_churn,
        },
      ],
    ),
    queries: Object.values(asked),
  };
}
