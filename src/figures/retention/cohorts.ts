import {
  type CellValue,
  cohortClasses,
  cohortTriangle,
  placesWhere,
  type RetentionMeasure,
  shareOf,
} from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel, Finer } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import type { View } from "../view.ts";
import { canListAccounts, opensCohort } from "./accounts.ts";
import { askTriangle, cellsOf, monthsNeeded, type Step } from "./triangle.ts";

/** Ages at which cohorts are compared, the oldest that is known first. */
const horizons = [24, 12, 6, 3];

type Measure = Extract<RetentionMeasure, "logo_retention" | "revenue_retention">;

/** The triangle of quarterly cohorts, in customers or in revenue, by every third month of age or by every one. */
export function cohorts(view: View, measure: Measure, step: Step = 3): FigureModel {
  const { report, scope, format } = view;
  const { retention } = say;
  const { columns } = retention;
  const isLogo = measure === "logo_retention";
  const asked = askTriangle(view, step);
  const rows = cellsOf(asked, step);
  const pooled = asked.pooled.rows.map((row) => ({
    unit: row.unit,
    cohort: "",
    age: row.age,
    size: row.customers ?? 0,
    reached: row.reached_age ?? 0,
    live: row.live_customers ?? 0,
    live_before: row.live_earlier,
    start_mrr: row.mrr_at_start ?? 0,
    mrr: row.mrr_then ?? 0,
    mrr_before: row.mrr_earlier,
    logo_retention: row.logo_retained,
    revenue_retention: row.revenue_retained,
    is_complete: row.is_complete,
    live_of_before: row.live_of_earlier,
    mrr_of_before: row.mrr_of_earlier,
  }));
  const [count] = asked.cohorts.rows;
  const hasLosses = report.marts.survivalSummary.some(
    ({ dimension, segment, events }) =>
      dimension === scope.dimension && segment === scope.segment && events > 0,
  );
  const age = horizons.find((months) => pooled.some((row) => row.age === months));

  const young = isLogo ? retention.logoYoung : retention.revenueYoung;
  const kept = pooled.find((row) => row.age === age)?.[measure] ?? 0;
  const finding =
    age === undefined ? young : findingAt(age, kept, measure, kept === 1 && hasLosses, format);
  const isHatched = rows.some((row) => !row.is_complete);
  const id = isLogo ? "cohorts-customers" : "cohorts-revenue";
  const title = isLogo ? retention.logoMeasure : retention.revenueMeasure;
  const rules = ["grace", "dated", "preset"] as const;
  const opens = canListAccounts(view) ? opensCohort : undefined;
  const show = (value: CellValue, place = id) =>
    draw(place, finding, format, (options) =>
      cohortTriangle(rows, {
        ...options,
        measure,
        value,
        ...(step === 1 && { step }),
        pooled,
        opens,
        text: retention.triangle,
      }),
    );
  const cells = isLogo ? retention.logoCells : retention.revenueCells(report.company.currency);
  // A slide has room for every third month.
  const ages = [...new Set(rows.map((row) => row.age))]
    .filter((months) => months % 3 === 0)
    .sort((a, b) => a - b);
  const hasBefore = rows.some((row) => shareOf(row, measure, "before") !== null);
  return {
    id,
    measure: title,
    finding,
    facts: retention.triangleFacts(
      count?.cohorts ?? 0,
      format.number(count?.customers ?? 0),
      format.day(report.asOf.day),
    ),
    caveat: withRules(
      report,
      rules,
      retention.triangleCaveat,
      ...(isHatched ? [retention.triangleHatched] : []),
      ...(isHatched && hasBefore ? [retention.triangleBefore] : []),
    ),
    hint: [opens && retention.opensCell, retention.slideOf].filter(Boolean).join(" "),
    native: {
      kind: "heat",
      unit: "share",
      axis: retention.triangle.age,
      categories: ages.map(format.number),
      series: [...Map.groupBy([...rows, ...pooled], ({ cohort }) => cohort)].map(
        ([cohort, cells]) => {
          const known = ages.map((months) => cells.find((cell) => cell.age === months));
          return {
            name: cohort === "" ? retention.triangle.pooled : format.quarterLabel(cohort),
            size: cells[0]?.size ?? 0,
            values: known.map((cell) => cell?.[measure] ?? null),
            faint: placesWhere(known, (cell) => cell?.is_complete === false),
          };
        },
      ),
      heat: isLogo
        ? { scheme: "low", ends: cohortClasses.start.low }
        : { scheme: "around", ends: cohortClasses.start.around },
    },
    drawing: show("start"),
    choice: {
      name: retention.cellsShow,
      shown: cells.start,
      others: [
        ...(hasBefore
          ? [{ label: retention.ofBefore[step], drawing: show("before", `${id}-before`) }]
          : []),
        { label: cells.amount, drawing: show("amount", `${id}-amount`) },
      ],
    },
    finer: step === 3 ? everyMonth(view, measure) : undefined,
    table: tabulate(format, [...rows, ...pooled], { caption: title }, [
      {
        label: columns.cohort,
        unit: "quarterLabel",
        value: (row) => row.cohort || null,
        unknown: retention.triangle.pooled,
      },
      { label: columns.age, unit: "number", value: (row) => row.age },
      { label: columns.size, unit: "number", value: (row) => row.size },
      isLogo
        ? { label: columns.live, unit: "number", value: (row) => row.live }
        : { label: columns.mrr, unit: "cents", value: (row) => row.mrr },
      { label: columns.share, unit: "share", value: (row) => row[measure] },
      {
        label: columns.ofBefore[step],
        unit: "share",
        value: (row) => (isLogo ? row.live_of_before : row.mrr_of_before),
      },
      {
        label: columns.complete,
        value: (row) => (row.is_complete ? retention.yes : retention.no),
      },
    ]),
    queries: Object.values(asked),
  };
}

/** The same triangle with a column for every month. */
function everyMonth(view: View, measure: Measure): Finer {
  const { columnsShow, asFit, everyMonth: label } = say.retention;
  const needs = monthsNeeded(view);
  return {
    name: columnsShow,
    shown: asFit,
    label,
    ...(needs && { needs }),
    figure: (rows) => {
      const { marts } = view.report;
      const cohortRetentionBySegment = rows as typeof marts.cohortRetentionBySegment;
      const held = needs ? { ...marts, cohortRetentionBySegment } : marts;
      return cohorts({ ...view, report: { ...view.report, marts: held } }, measure, 1);
    },
  };
}

/** @param isHidden whether nobody is seen to leave at the ages drawn, although some did */
function findingAt(
  months: number,
  kept: number,
  measure: Measure,
  isHidden: boolean,
  format: PageFormats,
): string {
  const { retention } = say;
  const isLogo = measure === "logo_retention";
  if (isHidden) return isLogo ? retention.logoHidden : retention.revenueHidden;
  const share = format.share(kept);
  return isLogo ? retention.logoFinding(share, months) : retention.revenueFinding(share, months);
}
