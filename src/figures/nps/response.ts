import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { View } from "../view.ts";

/** Who was asked and who answered, wave by wave, as a table; undefined where no wave is. */
export function response({ report, format }: View): FigureModel | undefined {
  const { nps } = say;
  const { columns } = nps;
  const asked = ask(report, "npsEligibility", {
    columns: ["wave_label", "asked", "answered", "answered_share"],
    order: [{ descending: "wave" }],
  });
  const { rows } = asked;
  const [newest] = rows;
  if (!newest) return undefined;
  const { answered, wave_label: wave, answered_share: share } = newest;
  return {
    id: "response",
    measure: nps.responseMeasure,
    finding:
      share === null ? nps.responseUnknown(wave) : nps.responseFinding(format.share(share), wave),
    facts: nps.responseFacts(format.number(answered), answered, wave, format.day(report.asOf.day)),
    caveat: nps.responseCaveat,
    table: {
      caption: nps.responseMeasure,
      columns: [
        { label: columns.wave },
        { label: columns.asked, isNumber: true },
        { label: columns.answered, isNumber: true },
        { label: columns.response, isNumber: true },
      ],
      rows: rows.map((row) => [
        row.wave_label,
        row.asked === null ? say.metrics.notKnown : format.number(row.asked),
        format.number(row.answered),
        row.answered_share === null ? say.metrics.notKnown : format.share(row.answered_share),
      ]),
    },
    queries: [asked],
  };
}
