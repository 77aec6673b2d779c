import { sparkline } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask, type Shown } from "../ask.ts";
import { benchmarkLine } from "../board/benchmarks.ts";
import { type RestatedMark, restatedMarks } from "../board/restated.ts";
import { withRules } from "../rules.ts";
import { type Table, tabulate } from "../table.ts";
import { isEveryone, rowsOf, type View } from "../view.ts";
import { type Headline, headlineOf, type Target } from "./headline/headline.ts";
import { askGrowth, askHeadlines, askWaves } from "./headline/questions.ts";
import { unknownReason } from "./headline/unknown.ts";

const metrics = ["tcv", "arr", "ltv", "cac", "churn", "grr", "ltv_cac", "nps"] as const;

/** A headline number with what there is to say of it. */
export interface Tile {
  metric: string;
  short: string;
  formatted: string;
  isKnown: boolean;
  lines: { text: string; tone?: "good" | "bad" | undefined }[];
  /** Its past, as a picture. */
  spark: string | undefined;
}

export interface ScorecardModel {
  tiles: Tile[];
  facts: string;
  restated?: readonly RestatedMark[] | undefined;
  table: Table;
  queries: readonly Shown[];
}

/** The headline numbers, each with its change, target and past. */
export function scorecard(view: View): ScorecardModel {
  const { report, scope, format } = view;
  const { overview } = say;
  const { scoreColumns: columns } = overview;
  const asked = askHeadlines(view, metrics);
  const headlines = metrics.map((metric) => headlineOf(view, metric, asked));
  const economics = ask(report, "unitEconomics", {
    columns: ["is_extrapolated"],
    where: rowsOf(scope),
  });
  const growth = askGrowth(view);
  const customers = growth.rows[0]?.customers_now ?? 0;
  const facts = overview.scoreFacts(
    format.number(customers),
    customers,
    format.monthLabel(report.lastMonth),
    format.day(report.asOf.day),
  );
  const { threshold, formula } = report.definitions.ltv;
  const hasTargets = isEveryone(view);
  const isExtrapolated = economics.rows[0]?.is_extrapolated ?? false;
  const notesOf = (metric: string): string[] => [
    ...(metric === "ltv_cac" ? [overview.healthy(format.ratio(threshold))] : []),
    ...(metric === "ltv" && formula !== "survival" ? [say.definitions.rules.ltv[formula]] : []),
    ...(["ltv", "ltv_cac"].includes(metric) && isExtrapolated ? [overview.extrapolated] : []),
  ];
  // The threshold stands there already, as the company has set it.
  const elsewhere = (metric: string) =>
    metric === "ltv_cac" || !isEveryone(view) ? undefined : benchmarkLine(report, metric, format);
  const tiles = headlines.map((headline): Tile => {
    const { metric, name, short, formatted, value, change, target, note, history } = headline;
    const told = [
      ...(change ? [{ text: change.text, tone: toneOf(change.isGood) }] : []),
      ...(target ? [{ text: targetText(target), tone: toneOf(target.isMet) }] : []),
      ...[note, ...notesOf(metric), elsewhere(metric)].flatMap((text) => (text ? [{ text }] : [])),
    ];
    const isKnown = value !== undefined;
    return {
      metric,
      short,
      formatted,
      isKnown,
      lines: isKnown ? told : [{ text: unknownReason(view, metric) }],
      spark:
        history.length > 1
          ? sparkline(history, {
              width: 120,
              label: `${name}: ${formatted}`,
              format,
              id: `spark-${metric}`,
            }).svg
          : undefined,
    };
  });
  return {
    tiles,
    facts: `${facts} ${withRules(report, ["dated", "sameMonth", "preset"])}`,
    table: tabulate(format, headlines, { caption: overview.scorecardTable }, [
      { label: columns.metric, value: ({ short, what }) => `${short}: ${what}` },
      { label: columns.value, unit, value: ({ value }) => value, unknown: overview.noValue },
      { label: columns.before, unit, value: ({ before }) => before },
      ...(hasTargets
        ? [{ label: columns.target, unit, value: ({ target }: Headline) => target?.value }]
        : []),
    ]),
    restated: restatedMarks(view, "headline"),
    queries: [...asked.queries, growth, economics, askWaves(view)],
  };
}

const unit = (headline: Headline) => headline.unit;

const targetText = ({ isMet, isOver, formatted, period }: Target) =>
  say.overview.target(isMet, isOver, formatted, period);

function toneOf(isGood: boolean | undefined): "good" | "bad" | undefined {
  if (isGood === undefined) return undefined;
  return isGood ? "good" : "bad";
}
