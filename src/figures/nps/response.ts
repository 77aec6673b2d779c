import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import { tabulate } from "../table.ts";
import { rowsOf, type View } from "../view.ts";

/** What is asked of each wave. */
export const responseColumns = ["wave_label", "asked", "answered", "answered_share"] as const;

/** Who was asked and who answered, wave by wave, as a table; undefined where no wave is. */
export function response({ report, scope, format }: View): FigureModel | undefined {
  const { nps } = say;
  const { columns } = nps;
  const unknown = say.metrics.notKnown;
  const asked = ask(report, "npsEligibility", {
    columns: responseColumns,
    where: rowsOf(scope),
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
    table: tabulate(format, rows, { caption: nps.responseMeasure }, [
      { label: columns.wave, value: (row) => row.wave_label },
      { label: columns.asked, unit: "number", value: (row) => row.asked, unknown },
      { label: columns.answered, unit: "number", value: (row) => row.answered },
      { label: columns.response, unit: "share", value: (row) => row.answered_share, unknown },
    ]),
    queries: [asked],
  };
}
