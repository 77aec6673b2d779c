import { growth, median, onDay, times } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import { listSegments } from "../segments.ts";
import { rowsOf, type Scope, type View } from "../view.ts";
import { moveOf } from "./headline/headline.ts";
import { yearBefore } from "./year.ts";

const fewestToCompare = 10;

/** What the sentences are told from. */
export function askChanges({ report, scope }: View) {
  const { lastMonth } = report;
  const year = yearBefore(lastMonth);
  return {
    month: ask(report, "mrrMovements", {
      columns: [
        "opening_mrr",
        "new_mrr",
        "expansion_mrr",
        "contraction_mrr",
        "churn_mrr",
        "closing_mrr",
        "new_customers",
        "churned_customers",
      ],
      computed: { arr: times(12, "closing_mrr"), growth: growth("closing_mrr", "opening_mrr") },
      where: { ...rowsOf(scope), month: lastMonth },
    }),
    usual: ask(report, "mrrMovements", {
      computed: { usual_new_mrr: median("new_mrr"), usual_churn_mrr: median("churn_mrr") },
      where: { ...rowsOf(scope), month: { above: year, atMost: lastMonth } },
    }),
    year: ask(report, "mrrMovements", {
      computed: {
        mrr_now: onDay("closing_mrr", "month", lastMonth),
        mrr_year_ago: onDay("closing_mrr", "month", year),
        growth: growth("mrr_now", "mrr_year_ago"),
      },
      where: rowsOf(scope),
    }),
    segments: ask(report, "netRevenueRetention", {
      columns: ["dimension", "segment", "opening_accounts", "annual_logo_churn"],
      where: { ...ofSegments(scope, listSegments(report).dimension), month: lastMonth },
      order: ["dimension", "segment"],
    }),
    // Of the newest day: on an older month's end it is known by now who renewed.
    awaiting: ask(report, "awaitingRenewalBySegment", {
      columns: ["accounts", "mrr"],
      where: rowsOf(scope),
    }),
    wave: ask(report, "npsByWave", {
      columns: ["wave_label", "nps", "previous_nps", "change", "is_change"],
      where: { ...rowsOf(scope), is_latest: true },
    }),
  };
}

/** A segment of a filter is compared with no other. */
const ofSegments = (scope: Scope, dimension: string) =>
  scope.dimension === "all" ? { dimension: ["all", dimension] } : rowsOf(scope);

type Asked = ReturnType<typeof askChanges>;

/** What the newest complete month changed, in sentences; only what the data can tell. */
export function changesOf(view: View): string[] {
  const { report, format } = view;
  const { overview } = say;
  const asked = askChanges(view);
  const [now] = asked.month.rows;
  const [usual] = asked.usual.rows;
  const yearAgo = asked.year.rows[0]?.mrr_year_ago;
  if (!now) return [];
  const arrMove = (before: number) => moveOf("arr", before, now.closing_mrr, format);
  const sentences = [
    overview.changeArr(
      format.monthLabel(report.lastMonth),
      format.money(now.arr ?? 0),
      arrMove(now.opening_mrr),
      yearAgo ? arrMove(yearAgo) : undefined,
    ),
    now.new_customers === 0
      ? overview.changeNoneNew
      : overview.changeNew(
          format.number(now.new_customers),
          now.new_customers,
          format.money(now.new_mrr),
          format.money(usual?.usual_new_mrr ?? 0),
        ),
    now.churned_customers === 0
      ? overview.changeNoneLost
      : overview.changeLost(
          format.number(now.churned_customers),
          now.churned_customers,
          format.money(now.churn_mrr),
          format.money(usual?.usual_churn_mrr ?? 0),
        ),
  ];
  if (now.expansion_mrr + now.contraction_mrr > 0) {
    sentences.push(
      overview.changeExpansion(format.money(now.expansion_mrr), format.money(now.contraction_mrr)),
    );
  }
  const [awaiting] = asked.awaiting.rows;
  if (awaiting && awaiting.accounts > 0) {
    sentences.push(
      overview.changeAwaiting(
        format.number(awaiting.accounts),
        awaiting.accounts,
        format.money(awaiting.mrr),
        report.definitions.churn.grace_days,
      ),
    );
  }
  return [...sentences, ...segmentChange(asked, view), ...npsChange(asked, view)];
}

/** The segment that lost most of its customers, where it lost clearly more than the company. */
function segmentChange({ segments: { rows } }: Asked, { format }: View): string[] {
  const company = rows.find(({ dimension }) => dimension === "all")?.annual_logo_churn;
  const worst = rows
    .filter((row) => row.dimension !== "all" && row.opening_accounts >= fewestToCompare)
    .sort((a, b) => (b.annual_logo_churn ?? 0) - (a.annual_logo_churn ?? 0))[0];
  if (!worst || worst.annual_logo_churn === null || company === null || company === undefined)
    return [];
  if (worst.annual_logo_churn <= company) return [];
  return [
    say.overview.changeSegment(
      format.segment(worst.segment),
      format.share(worst.annual_logo_churn),
      format.share(company),
    ),
  ];
}

function npsChange({ wave }: Asked, { format }: View): string[] {
  const [row] = wave.rows;
  if (!row || row.nps === null || row.previous_nps === null) return [];
  const move = moveOf("nps", row.previous_nps, row.nps, format);
  return [say.overview.changeNps(row.wave_label, format.points(row.nps), move, row.is_change)];
}
