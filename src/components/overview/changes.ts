import type { Report } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { PageFormats } from "../formats.ts";
import { listSegments } from "../segments.ts";
import { moveOf, yearBefore } from "./headline.ts";

type Movements = Report["marts"]["mrrMovements"][number];

const monthsOfAYear = 12;
const fewestToCompare = 10;

/** What the newest complete month changed, in sentences; only what the data can tell. */
export function changesOf(report: Report, format: PageFormats): string[] {
  const { overview } = say;
  const { lastMonth } = report;
  const movements = report.marts.mrrMovements.filter(
    ({ dimension, month }) => dimension === "all" && month <= lastMonth,
  );
  const now = movements.at(-1);
  if (!now) return [];
  const year = movements.slice(-monthsOfAYear);
  const yearAgo = movements.find(({ month }) => month === yearBefore(lastMonth));
  const usual = (amount: (row: Movements) => number) => format.money(medianOf(year.map(amount)));
  const arrMove = (before: number) => moveOf("arr", before, now.closing_mrr, format);
  const sentences = [
    overview.changeArr(
      format.monthLabel(lastMonth),
      format.money(12 * now.closing_mrr),
      arrMove(now.opening_mrr),
      yearAgo && yearAgo.closing_mrr > 0 ? arrMove(yearAgo.closing_mrr) : undefined,
    ),
    now.new_customers === 0
      ? overview.changeNoneNew
      : overview.changeNew(
          format.number(now.new_customers),
          now.new_customers,
          format.money(now.new_mrr),
          usual((row) => row.new_mrr),
        ),
    now.churned_customers === 0
      ? overview.changeNoneLost
      : overview.changeLost(
          format.number(now.churned_customers),
          now.churned_customers,
          format.money(now.churn_mrr),
          usual((row) => row.churn_mrr),
        ),
  ];
  if (now.expansion_mrr + now.contraction_mrr > 0) {
    sentences.push(
      overview.changeExpansion(format.money(now.expansion_mrr), format.money(now.contraction_mrr)),
    );
  }
  if (now.awaiting_renewal_customers > 0) {
    sentences.push(
      overview.changeAwaiting(
        format.number(now.awaiting_renewal_customers),
        now.awaiting_renewal_customers,
        format.money(now.awaiting_renewal_mrr),
        report.definitions.churn.grace_days,
      ),
    );
  }
  return [...sentences, ...segmentChange(report, format), ...npsChange(report, format)];
}

/** The segment that lost most of its customers, where it lost clearly more than the company. */
function segmentChange(report: Report, format: PageFormats): string[] {
  const rows = report.marts.netRevenueRetention.filter(({ month }) => month === report.lastMonth);
  const company = rows.find(({ dimension }) => dimension === "all")?.annual_logo_churn;
  const main = listSegments(report);
  const worst = rows
    .filter((row) => row.dimension === main.dimension && row.opening_accounts >= fewestToCompare)
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

function npsChange(report: Report, format: PageFormats): string[] {
  const row = report.marts.npsByWave.find(
    ({ dimension, is_latest }) => dimension === "all" && is_latest,
  );
  if (!row || row.nps === null || row.previous_nps === null) return [];
  const move = moveOf("nps", row.previous_nps, row.nps, format);
  return [say.overview.changeNps(row.wave_label, format.points(row.nps), move, row.is_change)];
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
