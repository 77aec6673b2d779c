import { cohortTriangle, type RetentionMeasure } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import type { View } from "../view.ts";
import { askTriangle } from "./triangle.ts";

/** Ages at which cohorts are compared, the oldest that is known first. */
const horizons = [24, 12, 6, 3];

type Measure = Extract<RetentionMeasure, "logo_retention" | "revenue_retention">;

/** The triangle of quarterly cohorts, in customers or in revenue. */
export function cohorts(view: View, measure: Measure): FigureModel {
  const { report, format } = view;
  const { retention } = say;
  const { columns } = retention;
  const isLogo = measure === "logo_retention";
  const asked = askTriangle(view);
  const { rows } = asked.cells;
  const pooled = asked.pooled.rows.map((row) => ({
    unit: row.unit,
    cohort: "",
    age: row.age,
    size: row.customers ?? 0,
    reached: row.reached_age ?? 0,
    live: row.live_customers ?? 0,
    start_mrr: row.mrr_at_start ?? 0,
    mrr: row.mrr_then ?? 0,
    logo_retention: row.logo_retained,
    revenue_retention: row.revenue_retained,
    is_complete: row.is_complete,
  }));
  const [count] = asked.cohorts.rows;
  const hasLosses = report.marts.survivalSummary.some(
    ({ dimension, events }) => dimension === "all" && events > 0,
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
  return {
    id,
    measure: title,
    finding,
    facts: retention.triangleFacts(
      count?.cohorts ?? 0,
      format.number(count?.customers ?? 0),
      format.day(report.asOf.day),
    ),
    caveat: isHatched
      ? withRules(report, rules, retention.triangleCaveat, retention.triangleHatched)
      : withRules(report, rules, retention.triangleCaveat),
    drawing: draw(id, finding, format, (options) =>
      cohortTriangle(rows, { ...options, measure, pooled, text: retention.triangle }),
    ),
    table: {
      caption: title,
      columns: [
        { label: columns.cohort },
        { label: columns.age, isNumber: true },
        { label: columns.size, isNumber: true },
        { label: isLogo ? columns.live : columns.mrr, isNumber: true },
        { label: columns.share, isNumber: true },
        { label: columns.complete },
      ],
      rows: [...rows, ...pooled].map((row) => [
        row.cohort === "" ? retention.triangle.pooled : format.quarterLabel(row.cohort),
        format.number(row.age),
        format.number(row.size),
        isLogo ? format.number(row.live) : format.cents(row.mrr),
        row[measure] === null ? "" : format.share(row[measure]),
        row.is_complete ? retention.yes : retention.no,
      ]),
    },
    queries: Object.values(asked),
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
