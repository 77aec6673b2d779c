import { type Deck, suggestion } from "../../src/contracts/index.ts";
import type { Report } from "../../src/report.ts";

/** @throws where a slide is of a segment that no customer is of */
export function checkSegments(
  { slides }: Deck,
  { marts: { survivalSummary } }: { marts: Pick<Report["marts"], "survivalSummary"> },
): void {
  for (const [place, slide] of slides.entries()) {
    if (typeof slide === "string" || !("figure" in slide)) continue;
    for (const [dimension, segment = ""] of Object.entries(slide.filter ?? {})) {
      const known = survivalSummary
        .filter((row) => row.dimension === dimension)
        .map((row) => row.segment);
      if (known.includes(segment)) continue;
      throw new Error(
        `the deck's slides.${place}.filter: no customer is of ${dimension} ${JSON.stringify(segment)}; ` +
          `${suggestion(segment, known)}known: ${known.join(", ") || `none, accounts give no ${dimension}`}`,
      );
    }
  }
}
