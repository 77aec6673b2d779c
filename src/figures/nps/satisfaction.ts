import { distinctCount, total } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";

/** CSAT and CES, as a table; undefined where nobody answered. */
export function satisfaction(view: View): FigureModel | undefined {
  const { report, format } = view;
  const { nps } = say;
  const { columns } = nps;
  const asked = ask(report, "satisfaction", {
    columns: ["kind", "touchpoint", "wave_label", "answers", "good_share", "mean_score"],
    order: [{ descending: "wave" }, "kind", "touchpoint"],
  });
  const { rows } = asked;
  const newest = rows.find((row) => row.kind === "csat") ?? rows[0];
  const sentence = newest?.kind === "csat" ? nps.satisfactionFinding : nps.satisfactionEase;
  const finding = newest
    ? sentence(newest.good_share === null ? "" : format.share(newest.good_share), newest.wave_label)
    : "";
  const totals = ask(report, "satisfaction", {
    computed: { all_answers: total("answers"), waves: distinctCount("wave") },
  });
  const { all_answers: answers, waves } = totals.rows[0] ?? {};
  if (rows.length === 0) return undefined;
  return {
    id: "satisfaction",
    measure: nps.satisfactionMeasure,
    finding,
    facts: nps.allFacts(
      format.number(answers ?? 0),
      answers ?? 0,
      waves ?? 0,
      format.day(report.asOf.day),
    ),
    caveat: nps.satisfactionCaveat,
    table: {
      caption: nps.satisfactionMeasure,
      columns: [
        { label: columns.question },
        { label: columns.occasion },
        { label: columns.wave },
        { label: columns.answers, isNumber: true },
        { label: columns.good, isNumber: true },
        { label: columns.mean, isNumber: true },
      ],
      rows: rows.map((row) => [
        row.kind.toUpperCase(),
        row.touchpoint,
        row.wave_label,
        format.number(row.answers),
        row.good_share === null ? "" : format.share(row.good_share),
        row.mean_score === null ? "" : format.number(row.mean_score),
      ]),
    },
    queries: [asked, totals],
  };
}
