import type { PageFormats } from "../../../figures/index.ts";
import type { DefinedMetric } from "../../../metrics/index.ts";
import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";

const units = {
  mrr: "moneyFull",
  arr: "moneyFull",
  customers: "number",
  logo_churn: "share",
  gross_mrr_churn: "share",
  nrr: "share",
  grr: "share",
  quick_ratio: "ratio",
  ltv: "moneyFull",
  ltv_cac: "ratio",
} as const satisfies Record<DefinedMetric, keyof PageFormats>;

/** In the order of the table. */
export const definedMetrics = Object.keys(units) as DefinedMetric[];

/** Whether the numbers by each set of rules are known. */
export const isReadingKnown = ({ readings }: Report): boolean =>
  typeof readings.readings[0]?.mrr === "number";

/** The metrics that the title speaks of, the one that boards argue about first. */
const told = ["nrr", "logo_churn", "gross_mrr_churn", "mrr", "quick_ratio", "ltv"] as const;

export interface HeadlineRow {
  metric: DefinedMetric;
  name: string;
  unit: (typeof units)[DefinedMetric];
  /** By the place of the set. */
  numbers: (number | null)[];
  /** As written, where they do not all read the same. */
  extremes: { lowest: string; highest: string } | undefined;
}

/** The headline numbers as the page writes them, one row a metric. */
export function headlineRows(report: Report, format: PageFormats): HeadlineRow[] {
  const { readings } = report.readings;
  return definedMetrics.map((metric) => {
    const write = format[units[metric]];
    const numbers = readings.map(({ [metric]: value }) => value);
    const known = numbers.filter((value) => value !== null);
    const lowest = write(Math.min(...known));
    const highest = write(Math.max(...known));
    return {
      metric,
      name: say.definitions.metrics[metric],
      unit: units[metric],
      numbers,
      extremes: known.length > 1 && lowest !== highest ? { lowest, highest } : undefined,
    };
  });
}

/** The title of the page: the first metric whose number depends on the rule, from end to end. */
export function definitionsFinding(rows: readonly HeadlineRow[]): string {
  const differing = told.flatMap((metric) => rows.filter((row) => row.metric === metric));
  const first = differing.find(({ extremes }) => extremes);
  return first?.extremes
    ? say.definitions.finding(first.name, first.extremes.lowest, first.extremes.highest)
    : say.definitions.findingSame;
}
