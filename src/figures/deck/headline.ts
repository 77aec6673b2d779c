import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { overviewFinding } from "../overview/finding.ts";
import { type Headline, headlineOf } from "../overview/headline/headline.ts";
import { askHeadlines } from "../overview/headline/questions.ts";
import { unknownReason } from "../overview/headline/unknown.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { isEveryone, type View } from "../view.ts";

/** In the order in which a board reads them. */
const metrics = ["arr", "nrr", "grr", "churn", "cac", "ltv_cac", "tcv", "nps"] as const;

/** The headline numbers with what they were a year before, what was planned, and how far they are from it. */
export function headlineStrip(view: View): FigureModel {
  const { report, format } = view;
  const { overview, deck } = say;
  const { strip } = deck;
  const asked = askHeadlines(view, metrics);
  const headlines = metrics.map((metric) => headlineOf(view, metric, asked));
  const hasPlan = isEveryone(view) && headlines.some(({ target }) => target !== undefined);
  return {
    id: "headline",
    measure: strip.measure(format.monthLabel(report.lastMonth), hasPlan),
    finding: overviewFinding(view),
    facts: say.site.asOf(format.day(report.asOf.day)),
    caveat: withRules(report, ["retention", "dated", "sameMonth", "preset"]),
    tiles: headlines.map((headline) => ({
      name: headline.short,
      value: headline.formatted,
      lines: linesOf(view, headline),
    })),
    table: tabulate(format, headlines, { caption: overview.scorecardTable }, [
      { label: overview.scoreColumns.metric, value: ({ short }) => short },
      {
        label: overview.scoreColumns.value,
        unit: ({ unit }) => unit,
        value: ({ value }) => value,
      },
      {
        label: overview.scoreColumns.before,
        unit: ({ unit }) => unit,
        value: ({ before }) => before,
      },
      ...(hasPlan
        ? [
            {
              label: strip.plan,
              unit: ({ unit }: Headline) => unit,
              value: ({ target }: Headline) => target?.value,
            },
          ]
        : []),
    ]),
    queries: asked.queries,
  };
}

function linesOf(view: View, { metric, value, change, target, note }: Headline) {
  const { strip } = say.deck;
  if (value === undefined) return [{ text: unknownReason(view, metric) }];
  const tone = (isGood: boolean | undefined) =>
    isGood === undefined ? undefined : isGood ? ("good" as const) : ("bad" as const);
  return [
    ...(change ? [{ text: change.text, tone: tone(change.isGood) }] : []),
    ...(target
      ? [
          { text: strip.planned(target.formatted, target.period) },
          { text: strip.variance(target.gap, target.isMet), tone: tone(target.isMet) },
        ]
      : []),
    ...(note ? [{ text: note }] : []),
  ];
}
