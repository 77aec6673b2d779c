import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import { moveOf } from "../overview/headline/headline.ts";
import { withRules } from "../rules.ts";
import { tabulate } from "../table.ts";
import { eventSentences, eventsWithin } from "../timeline/events.ts";
import { nativeMonths } from "../timeline/native-months.ts";
import { inPeriod, rowsOf, type View } from "../view.ts";

/** NRR and GRR of the 12 months to each month's end; undefined where no customer is a year old. */
export function rates(view: View): FigureModel | undefined {
  const { report, scope, period, format } = view;
  const words = say.deck.rates;
  const asked = ask(report, "netRevenueRetention", {
    columns: ["month", "nrr", "grr", "opening_accounts"],
    where: { ...rowsOf(scope), nrr: { isNull: false }, ...inPeriod(period, "month", "month") },
    order: ["month"],
  });
  const rows = asked.rows.filter(({ month }) => month <= report.lastMonth);
  const newest = rows.at(-1);
  const before = rows.at(-13);
  if (newest?.nrr == null || newest.grr === null) return undefined;
  const { headline } = say;
  const months = rows.map(({ month }) => month);
  const events = eventsWithin(report, months, format);
  return {
    id: "nrr-grr",
    measure: words.measure,
    finding: words.finding(
      format.share(newest.nrr),
      before?.nrr == null ? undefined : moveOf("nrr", before.nrr, newest.nrr, format),
      format.share(newest.grr),
      format.monthLabel(newest.month),
    ),
    facts: say.overview.starFactsOf(
      format.number(newest.opening_accounts),
      newest.opening_accounts,
      format.day(report.asOf.day),
    ),
    caveat: withRules(report, ["retention", "dated", "preset"], ...eventSentences(events)),
    events,
    native: nativeMonths(
      [
        { name: headline.nrr.short, values: rows.map(({ nrr }) => nrr) },
        { name: headline.grr.short, values: rows.map(({ grr }) => grr) },
      ],
      { unit: "share", months, events },
      format,
    ),
    table: tabulate(format, rows, { caption: words.measure }, [
      { label: say.overview.columns.month, unit: "monthLabel", value: ({ month }) => month },
      { label: headline.nrr.short, unit: "share", value: ({ nrr }) => nrr },
      { label: headline.grr.short, unit: "share", value: ({ grr }) => grr },
      {
        label: words.customers,
        unit: "number",
        value: ({ opening_accounts }) => opening_accounts,
      },
    ]),
    queries: [asked],
  };
}
