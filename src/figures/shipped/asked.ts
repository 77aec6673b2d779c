import { filterDimensions } from "../../shared/filter.ts";
import type { Value } from "../../shared/query/index.ts";
import { paybackColumns } from "../cash/payback.ts";
import { groupColumns } from "../nps/breakdown.ts";
import { waveColumns } from "../nps/by-wave.ts";
import { scoreColumns } from "../nps/distribution.ts";
import { driverColumns } from "../nps/drivers.ts";
import { renewalColumns } from "../nps/renewals.ts";
import { responseColumns } from "../nps/response.ts";
import { satisfactionColumns } from "../nps/satisfaction.ts";
import { commentColumns, themeColumns } from "../nps/themes.ts";
import { eligibilityColumns } from "../nps/waves.ts";
import { movementColumns } from "../overview/month-bridge.ts";
import { cellColumns } from "../retention/triangle.ts";
import type { PageName } from "../tell.ts";
import type { FigureReport } from "../view.ts";

export type Marts = FigureReport["marts"];
export type Columns = { readonly [Name in keyof Marts]?: readonly (keyof Marts[Name][number])[] };

/** Dimensions whose rows travel with a page. */
export const filtered: ReadonlySet<Value> = new Set(["all", ...filterDimensions]);

const own = ["dimension", "segment"] as const;
const sizes = [...own, "customers", "events", "median_months"] as const;

/** What the choices of a filter bar are made of. */
export const ofForm: Columns = { survivalSummary: [...own, "customers"] };

/** What the figures of a page ask for when they are told anew. */
export const asked: Readonly<Record<PageName, Columns>> = {
  overview: {
    survivalSummary: sizes,
    mrrMovements: [...own, "month", ...movementColumns],
    awaitingRenewalBySegment: [...own, "accounts", "mrr"],
    recurringRevenue: [...own, "month", "is_complete", "mrr", "arr", "carr", "customers"],
    netRevenueRetention: [...own, "month", "nrr", "grr", "annual_logo_churn", "opening_accounts"],
    contractValue: [...own, "month", "tcv_12_months"],
    revenueConcentration: [
      ...own,
      "month",
      "customers",
      "share_of_1",
      "share_of_5",
      "share_of_20",
      "customers_of_80",
      "customers_of_80_share",
    ],
    unitEconomics: [...own, "cac", "is_cac_own", "ltv_expected", "ltv_cac", "is_extrapolated"],
    npsByWave: [
      ...own,
      "wave",
      "wave_label",
      "is_latest",
      "nps",
      "previous_nps",
      "change",
      "is_change",
    ],
  },
  retention: {
    survivalSummary: sizes,
    survivalCurve: [
      ...own,
      "age",
      "at_risk",
      "events",
      "censored",
      "hazard",
      "survival",
      "lower",
      "upper",
    ],
    leftBeforePayback: [
      ...own,
      "customers",
      "left_before",
      "left_before_share",
      "unrecovered_cac",
      "break_even_month",
      "lost_by_break_even",
    ],
    unitEconomics: [...own, "is_cac_own"],
    cohortRetention: [...new Set([...cellColumns[3], ...cellColumns[1]])],
    cohortRetentionBySegment: [...own, ...cellColumns[3]],
  },
  cash: {
    survivalSummary: sizes,
    unitEconomics: [
      ...own,
      "customers",
      "new_customers",
      "cac",
      "is_cac_own",
      "arpa",
      "arpa_new",
      "margin",
      "monthly_churn",
      "expected_months",
      "is_extrapolated",
      "ltv_expected",
      "ltv_paid",
      "ltv_cac",
    ],
    survivalCurve: [...own, "age", "survival"],
    customerCash: [...own, "age", "customers", "cumulative_cash"],
    cohortPayback: ["cohort", ...paybackColumns],
    cohortPaybackBySegment: [...own, "cohort", ...paybackColumns],
  },
  nps: {
    survivalSummary: sizes,
    npsByWave: ["dimension", ...waveColumns],
    npsDistribution: [...own, "is_latest", ...scoreColumns],
    npsEligibility: [...own, "wave", ...responseColumns, ...eligibilityColumns],
    npsDrivers: [...own, "is_small", "p_value", ...new Set([...driverColumns, ...groupColumns])],
    npsRenewals: [...own, ...renewalColumns],
    npsThemes: [...own, "is_latest", ...themeColumns],
    npsComments: [...own, "place", ...commentColumns],
    satisfaction: satisfactionColumns,
    satisfactionBySegment: [...own, ...satisfactionColumns],
  },
};

/** Marts whose rows a page needs where they are made anew for a combination of segments. */
const combined: Readonly<Record<PageName, readonly (keyof Marts)[]>> = {
  overview: [
    "survivalSummary",
    "headlineMetrics",
    "goalAttainment",
    "mrrMovements",
    "recurringRevenue",
    "netRevenueRetention",
    "revenueConcentration",
    "unitEconomics",
    "npsByWave",
  ],
  retention: [
    "survivalSummary",
    "survivalCurve",
    "survivalComparison",
    "leftBeforePayback",
    "unitEconomics",
    "cohortRetention",
  ],
  cash: ["survivalSummary", "unitEconomics", "survivalCurve", "customerCash", "cohortPayback"],
  nps: [
    "survivalSummary",
    "npsByWave",
    "npsDistribution",
    "npsEligibility",
    "npsDrivers",
    "npsRenewals",
    "npsThemes",
    "npsComments",
    "satisfaction",
  ],
};

/**
 * Pages that reckon what several segments together cost with the cost of one of them, and say so. The
 * overview has no room for that.
 */
export const reckonsCosts: ReadonlySet<PageName> = new Set(["retention", "cash"]);

export const martsOf = (page: PageName): readonly (keyof Marts)[] => combined[page];
