import type { MeasuredReport } from "../report.ts";
import { say } from "../text/index.ts";
import { comparison } from "./board/index.ts";
import { assumptionsOf } from "./cash/index.ts";
import { brokenDown, companyWaves } from "./nps/index.ts";
import { hasConcentration } from "./overview/index.ts";
import type { Definition } from "./provenance.ts";
import { hasCustomers, listSegments } from "./segments.ts";
import { type View, viewOf } from "./view.ts";

/** A figure of a page, and the metrics that it shows. */
export interface Place {
  /** As the navigation has it. */
  page: string;
  /** Id of the figure in its page. */
  figure: string;
  /** What the figure shows, in words. */
  label: string;
  metrics: readonly string[];
}

/** Every figure that this report's pages draw, in their order. */
export function placesOf(report: MeasuredReport): Place[] {
  const { metric: star } = report.definitions.north_star;
  const view = viewOf(report);
  const pages = [
    { page: "", isDrawn: hasCustomers(report), figures: overview(star, report) },
    { page: "", isDrawn: hasCustomers(report), figures: board(view) },
    { page: "", isDrawn: hasConcentration(view), figures: concentration },
    { page: "retention/", isDrawn: hasCustomers(report), figures: retention(report) },
    { page: "cash-flow/", isDrawn: assumptionsOf(view) !== undefined, figures: cash },
    { page: "nps/", isDrawn: companyWaves(view).length > 0, figures: nps },
    { page: "nps/", isDrawn: true, figures: breakdowns(view) },
    { page: "nps/", isDrawn: companyWaves(view).length > 0, figures: voices(report) },
    { page: "nps/", isDrawn: report.marts.satisfaction.length > 0, figures: satisfaction },
  ];
  return pages.flatMap(({ page, isDrawn, figures }) =>
    isDrawn ? figures.map((figure) => placeOf(page, figure)) : [],
  );
}

/** The definitions of the metrics that a figure of a page shows, each once. @param page as the navigation has it */
export function definitionsOf(report: MeasuredReport, page: string, figure: string): Definition[] {
  const place = placesOf(report).find((one) => one.page === page && one.figure === figure);
  return [...new Set(place?.metrics)].flatMap((id) => {
    const metric = report.metrics.find((one) => one.id === id);
    return metric ? [{ name: metric.title, text: metric.definition }] : [];
  });
}

interface Figure {
  figure: keyof typeof say.metrics.figures | `by-${string}`;
  metrics: readonly string[];
}

function placeOf(page: string, { figure, metrics }: Figure): Place {
  const label = say.site.pages.find(({ path }) => path === page)?.label ?? page;
  const figures: Readonly<Record<string, string>> = say.metrics.figures;
  const dimension = figure.replace(/^by-/, "");
  const what = figures[figure] ?? say.metrics.figureBy(say.site.dimensions[dimension] ?? dimension);
  return { page, figure, label: say.metrics.place(label, what), metrics };
}

const overview = (star: string, { marts }: MeasuredReport): Figure[] => [
  { figure: "north-star", metrics: [star] },
  {
    figure: "scorecard",
    metrics: ["tcv", "arr", "ltv", "cac", "churn", "grr", "ltv_cac", "nps"],
  },
  { figure: "arr", metrics: ["arr", "mrr", "carr", "customers"] },
  {
    figure: "movements",
    metrics: [
      "mrr",
      "new_mrr",
      "reactivation_mrr",
      "expansion_mrr",
      "contraction_mrr",
      "churn_mrr",
      "fx_mrr",
      "new_customers",
      "churned_customers",
      ...(marts.awaitingRenewalBySegment.some(({ accounts }) => accounts > 0)
        ? ["awaiting_arr", "awaiting_accounts"]
        : []),
    ],
  },
  {
    figure: "quarters",
    metrics: [
      "arr",
      "new_mrr",
      "reactivation_mrr",
      "expansion_mrr",
      "contraction_mrr",
      "churn_mrr",
      "fx_mrr",
      "customers",
      "nrr",
      "grr",
      "churn",
    ],
  },
];

const moved = [
  "new_mrr",
  "reactivation_mrr",
  "expansion_mrr",
  "contraction_mrr",
  "churn_mrr",
  "fx_mrr",
] as const;

/** Of the board's figures those that stand on rows that are there. */
const board = (view: View): Figure[] => {
  const { goalForecasts, metricAlerts } = view.report.marts;
  return [
    ...(goalForecasts.length > 0
      ? [{ figure: "targets", metrics: goalForecasts.map(({ metric }) => metric) } as const]
      : []),
    ...(metricAlerts.some(({ change }) => change !== null)
      ? [{ figure: "alerts", metrics: metricAlerts.map(({ metric }) => metric) } as const]
      : []),
    { figure: "arr-bridge", metrics: ["arr", ...moved, "new_customers", "churned_customers"] },
    ...(comparison(view)
      ? [
          {
            figure: "benchmarks",
            metrics: ["grr", "nrr", "ltv_cac", "cac_payback", "nps"],
          } as const,
        ]
      : []),
  ];
};

const concentration: readonly Figure[] = [
  {
    figure: "concentration",
    metrics: ["concentration_1", "concentration_5", "concentration_20", "customers_of_80"],
  },
];

function retention(report: MeasuredReport): Figure[] {
  const { dimension, names } = listSegments(report);
  const figures: Figure[] = [
    { figure: "churn", metrics: ["survival_12", "median_lifetime", "break_even_month"] },
  ];
  if (dimension !== "all" && names.length > 1) {
    figures.push({
      figure: "churn-by-segment",
      metrics: ["survival_12", "break_even_month", "differing_pairs"],
    });
  }
  figures.push({ figure: "horizons", metrics: ["survival_12"] });
  figures.push({ figure: "hazard", metrics: ["hazard_12"] });
  if (report.marts.leftBeforePayback.length > 0) {
    figures.push({
      figure: "left-before-payback",
      metrics: ["left_before_payback", "unrecovered_cac", "break_even_month"],
    });
  }
  return [
    ...figures,
    { figure: "cohorts-customers", metrics: ["logo_retention_12"] },
    { figure: "cohorts-revenue", metrics: ["revenue_retention_12"] },
  ];
}

const cash: readonly Figure[] = [
  {
    figure: "one-customer",
    metrics: ["customer_cash_24", "break_even_month", "cac", "gross_margin"],
  },
  { figure: "fleet", metrics: ["break_even_month"] },
  { figure: "payback-map", metrics: ["cac", "gross_margin"] },
  { figure: "levers", metrics: ["cac", "gross_margin"] },
  { figure: "what-if", metrics: ["cac", "gross_margin", "break_even_month"] },
  { figure: "payback", metrics: ["cohort_payback"] },
  { figure: "ltv-cac", metrics: ["ltv", "ltv_cac", "ltv_paid", "cac", "gross_margin"] },
];

const nps: readonly Figure[] = [
  { figure: "waves", metrics: ["nps", "nps_answers"] },
  { figure: "distribution", metrics: ["nps"] },
  { figure: "shares", metrics: ["nps", "nps_answers"] },
];

const breakdowns = (view: View): Figure[] =>
  brokenDown(view).map((dimension) => ({ figure: `by-${dimension}`, metrics: ["nps"] }));

const ofCompany = ({ dimension }: { dimension: string }) => dimension === "all";

const voices = ({ marts }: MeasuredReport): Figure[] => [
  ...(marts.npsDrivers.some(ofCompany) ? [{ figure: "drivers", metrics: ["nps"] } as const] : []),
  ...(marts.npsRenewals.length > 0
    ? [
        {
          figure: "renewals",
          metrics: ["renewal_rate_promoters", "renewal_rate_detractors"],
        } as const,
      ]
    : []),
  { figure: "response", metrics: ["response_rate"] },
  ...(marts.npsThemes.length > 0 ? [{ figure: "themes", metrics: ["nps"] } as const] : []),
];

const satisfaction: readonly Figure[] = [
  {
    figure: "satisfaction",
    metrics: ["csat", "csat_ticket", "ces", "ces_ticket", "ces_mean_ticket"],
  },
];
