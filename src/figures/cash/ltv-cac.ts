import { ltvCacBars, type NativeChart, placesWhere } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { askSegmentCount, comparedSegments } from "../segments.ts";
import { sharedCost } from "../shared-cost.ts";
import { tabulate } from "../table.ts";
import { type FigureReport, isCompany, isEveryone, type View } from "../view.ts";
import { askEconomics } from "./economics.ts";

/** What a customer is worth against its cost, by segment. */
export function ltvCac(view: View): FigureModel {
  const { report, scope, format } = view;
  const { cash } = say;
  const { columns } = cash;
  const { formula, threshold, horizon_months: horizon } = report.definitions.ltv;
  const { dimension, names, hidden } = comparedSegments(view);
  const own = askEconomics(view, scope.dimension, [scope.segment]);
  const isWhole = isCompany(view);
  const asked = [
    own,
    ...(isWhole && dimension !== "all" ? [askEconomics(view, dimension, names)] : []),
  ];
  const rows = asked
    .flatMap((answer) => answer.rows)
    .map((row) => ({ ...row, segment: format.segment(row.segment) }));
  const known = rows
    .filter((row) => isWhole && row.dimension !== "all" && row.ltv_cac !== null)
    .sort((a, b) => (b.ltv_cac ?? 0) - (a.ltv_cac ?? 0));
  const best = known[0];
  const worst = known.at(-1);
  const [all] = own.rows;

  const isLoss = rows.some((row) => (row.ltv_cac ?? 0) < 0);
  const finding = findingOf(all, best, worst, format);
  const isShared = rows.some((row) => row.dimension !== "all" && !row.is_cac_own);
  const measure = cash.ltvMeasure(formula === "survival" ? horizon : undefined);
  return {
    id: "ltv-cac",
    measure,
    finding,
    facts: cash.ltvFacts(format.number(all?.customers ?? 0), format.day(report.asOf.day)),
    caveat: [
      withRules(report, ["ltv", "lag", "margin", "preset"], cash.ltvCaveat),
      sharedCost(view),
      isEveryone(view) && isShared ? cash.ltvShared : undefined,
      !isEveryone(view) && !isShared && rows.length > 1 ? say.filter.ownCost(dimension) : undefined,
      isEveryone(view) && rows.length > 1 ? say.filter.sharedMargin : undefined,
      rows.some((row) => row.is_extrapolated) ? cash.ltvExtrapolated : undefined,
      hidden > 0 ? say.site.largest(names.length, names.length + hidden) : undefined,
    ]
      .filter(Boolean)
      .join(" "),
    native: nativeRatios(rows, report.definitions, format),
    drawing: isLoss
      ? undefined
      : draw("ltv-cac", finding, format, (options) =>
          ltvCacBars(rows, {
            ...options,
            threshold,
            greyBelow: report.definitions.survival.grey_below,
            text: {
              threshold: cash.ltvThreshold,
              customers: (count) => say.site.n(format.number(count)),
              unknown: say.overview.noValue,
            },
          }),
        ),
    table: tabulate(format, rows, { caption: measure }, [
      { label: columns.segment, value: (row) => row.segment },
      { label: columns.customers, unit: "number", value: (row) => row.customers },
      { label: columns.cac, unit: "cents", value: (row) => row.cac },
      { label: columns.arpa, unit: "cents", value: (row) => row.arpa },
      { label: columns.margin, unit: "share", value: (row) => row.margin },
      { label: columns.months, unit: "number", value: (row) => row.expected_months },
      { label: columns.ltv, unit: "cents", value: (row) => row.ltv_expected },
      { label: columns.paid, unit: "cents", value: (row) => row.ltv_paid },
      { label: columns.ratio, unit: "ratio", value: (row) => row.ltv_cac },
    ]),
    queries: [...asked, ...(hidden > 0 ? [askSegmentCount(view, dimension)] : [])],
  };
}

function nativeRatios(
  rows: readonly Row[],
  { ltv: { threshold }, survival }: FigureReport["definitions"],
  format: PageFormats,
): NativeChart {
  const ranked = rows.toSorted((a, b) => (b.ltv_cac ?? -1) - (a.ltv_cac ?? -1));
  return {
    kind: "bar",
    unit: "ratio",
    categories: ranked.map(({ segment }) => segment),
    series: [
      {
        name: say.cash.columns.ratio,
        values: ranked.map((row) => row.ltv_cac),
        faint: placesWhere(ranked, ({ customers }) => customers < survival.grey_below),
      },
    ],
    level: { name: say.cash.ltvThreshold(format.ratio(threshold)), value: threshold },
  };
}

type Row = ReturnType<typeof askEconomics>["rows"][number];

function findingOf(
  all: Row | undefined,
  best: Row | undefined,
  worst: Row | undefined,
  format: PageFormats,
): string {
  const { cash } = say;
  if (all?.margin != null && all.margin <= 0) return cash.loss(format.share(all.margin));
  if (best && worst && best !== worst) {
    const ratios = [format.ratio(best.ltv_cac ?? 0), format.ratio(worst.ltv_cac ?? 0)] as const;
    return cash.ltvSegments(best.segment, ratios[0], worst.segment, ratios[1]);
  }
  return all?.ltv_cac == null ? cash.ltvNone : cash.ltvOne(format.ratio(all.ltv_cac));
}
