import { placesOf, type SummarySentence, summaryOf, type View } from "../../figures/index.ts";
import type { Report } from "../../report.ts";

/** The sentences of the summary whose figures this report's pages draw. */
export function sentencesOf(report: Report, view: View): SummarySentence[] {
  const places = placesOf(report);
  return summaryOf(view).filter((sentence) =>
    places.some(({ page, figure }) => page === sentence.page && figure === sentence.figure),
  );
}
