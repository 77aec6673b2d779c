import { type ChartEvent, metricTrend, type NativeChart } from "../../charts/index.ts";
import { say } from "../../text/index.ts";
import { ask, type Shown } from "../ask.ts";
import { benchmarkLine } from "../board/benchmarks.ts";
import { type Drawings, draw } from "../draw.ts";
import { withRules } from "../rules.ts";
import { type Table, tabulate } from "../table.ts";
import { eventColumns, eventSentences, eventsWithin } from "../timeline/events.ts";
import { nativeMonths } from "../timeline/native-months.ts";
import { isEveryone, rowsOf, type View } from "../view.ts";
import { overviewFinding } from "./finding.ts";
import { type Headline, headlineOf } from "./headline/headline.ts";
import { askHeadlines } from "./headline/questions.ts";

/** The one number that matters, with its past. */
export interface NorthStarModel {
  star: Headline;
  facts: string;
  caveat: string;
  drawing: Drawings | undefined;
  events: readonly ChartEvent[];
  native: NativeChart | undefined;
  table: Table;
  queries: readonly Shown[];
}

/** The north star against its target, with its past. */
export function northStar(view: View): NorthStarModel {
  const { report, scope, format } = view;
  const { overview } = say;
  const { metric } = report.definitions.north_star;
  const asked = askHeadlines(view, [metric]);
  const star = headlineOf(view, metric, asked);
  const trend = star.history;
  const months = trend.map(({ month }) => month);
  const events = eventsWithin(report, months, format);
  const { target } = star;
  const isOfCohort = ["nrr", "grr", "churn"].includes(star.metric);
  const rules = isOfCohort
    ? (["retention", "dated", "preset"] as const)
    : star.metric === "ltv_cac"
      ? (["ltv", "preset"] as const)
      : [];
  const retention = ask(report, "netRevenueRetention", {
    columns: ["opening_accounts"],
    where: { ...rowsOf(scope), month: report.lastMonth },
  });
  const opening = retention.rows[0]?.opening_accounts;
  const asOf = format.day(report.asOf.day);
  const elsewhere = isEveryone(view) ? benchmarkLine(report, metric, format) : undefined;
  return {
    star,
    facts:
      isOfCohort && opening
        ? overview.starFactsOf(format.number(opening), opening, asOf)
        : overview.starFacts(asOf),
    caveat: withRules(
      report,
      rules,
      elsewhere && say.benchmarks.elsewhere([elsewhere]),
      ...eventSentences(events),
    ),
    drawing:
      trend.length > 0
        ? draw("north-star", overviewFinding(view), format, (options) =>
            metricTrend(trend, {
              ...options,
              unit: star.unit,
              events,
              text: { target: overview.targetLabel },
              ...(target ? { target: target.value } : {}),
            }),
          )
        : undefined,
    events,
    native:
      trend.length > 0
        ? nativeMonths(
            [{ name: star.short, values: trend.map(({ value }) => value) }],
            {
              unit: star.unit,
              months,
              events,
              level: target && {
                name: overview.targetLabel(target.formatted),
                value: target.value,
              },
            },
            format,
          )
        : undefined,
    table: tabulate(format, trend, { caption: overview.byMonth(star.name) }, [
      { label: overview.columns.month, unit: "monthLabel", value: ({ month }) => month },
      { label: star.short, unit: star.unit, value: ({ value }) => value },
      ...eventColumns<(typeof trend)[number]>(events),
    ]),
    queries: [...asked.queries, ...(isOfCohort && opening ? [retention] : [])],
  };
}
