import { renewalBars } from "../../charts/index.ts";
import { total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { draw } from "../draw.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";

const fewestTerms = 10;
/** What is asked of each class of accounts. */
export const renewalColumns = [
  "class",
  "terms",
  "renewed",
  "renewal_rate",
  "lower",
  "upper",
  "difference",
  "difference_lower",
  "difference_upper",
] as const;

const classes = ["promoter", "passive", "detractor"];

/** How many promoters, passives and detractors renewed; undefined where no term has ended after an answer. */
export function renewals(view: View): FigureModel | undefined {
  const { report, scope, format } = view;
  const { nps } = say;
  const { columns } = nps;
  const where = rowsOf(scope);
  const asked = ask(report, "npsRenewals", {
    columns: renewalColumns,
    where,
    order: [{ by: "class", as: classes }],
  });
  const { rows } = asked;
  if (rows.length === 0) return undefined;
  const totals = ask(report, "npsRenewals", { computed: { all_terms: total("terms") }, where });
  const terms = totals.rows[0]?.all_terms ?? 0;
  const finding = findingOf(rows, format);
  return {
    id: "renewals",
    measure: nps.renewalsMeasure,
    finding,
    facts: nps.renewalsFacts(format.number(terms), terms, format.day(report.asOf.day)),
    caveat: withRules(report, ["grace", "scale"], nps.renewalsCaveat),
    drawing: draw("renewals", finding, format, (options) =>
      renewalBars(rows, {
        ...options,
        greyBelow: fewestTerms,
        text: { classes: nps.classes, renewed: nps.renewedOf },
      }),
    ),
    table: tabulate(
      format,
      rows,
      { caption: nps.renewalsMeasure, isFaint: (row) => row.terms < fewestTerms },
      [
        { label: columns.class, value: (row) => nps.classes[row.class] ?? row.class },
        { label: columns.terms, unit: "number", value: (row) => row.terms },
        { label: columns.renewed, unit: "number", value: (row) => row.renewed },
        { label: columns.rate, unit: "share", value: (row) => row.renewal_rate },
        { label: columns.lower, unit: "share", value: (row) => row.lower },
        { label: columns.upper, unit: "share", value: (row) => row.upper },
        { label: columns.fromPromoters, unit: "share", value: (row) => row.difference },
        { label: columns.lower, unit: "share", value: (row) => row.difference_lower },
        { label: columns.upper, unit: "share", value: (row) => row.difference_upper },
      ],
    ),
    queries: [asked, totals],
  };
}

interface Renewed {
  class: string;
  terms: number;
  renewal_rate: number;
  difference_lower: number | null;
  difference_upper: number | null;
}

function findingOf(rows: readonly Renewed[], format: PageFormats): string {
  const { nps } = say;
  const [promoters, detractors] = ["promoter", "detractor"].map((name) =>
    rows.find((row) => row.class === name && row.terms >= fewestTerms),
  );
  if (!promoters || !detractors) return nps.renewalsSmall;
  const { difference_lower: lower, difference_upper: upper } = detractors;
  const isApart = (lower ?? 0) > 0 || (upper ?? 0) < 0;
  const tell = isApart ? nps.renewalsApart : nps.renewalsClose;
  return tell(format.share(detractors.renewal_rate), format.share(promoters.renewal_rate));
}
