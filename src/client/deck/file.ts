import { templateOf, writeDeck } from "../../deck/index.ts";
import { formatsOf } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import type { KeptDeck } from "./kept.ts";

/** What the page knows of its site. */
export interface DeckSite {
  company: { name: string; currency: string; locale: string };
  /** The newest day of the data, as it is and as the page prints it. */
  day: string;
  printedDay: string;
  inputHash: string;
  template: Parameters<typeof templateOf>[0];
}

/** The reader's deck as a PowerPoint file, by the code that writes the build's. */
export function fileOf({ title, slides }: KeptDeck, site: DeckSite): Promise<Blob> {
  return writeDeck({
    title: title ?? site.company.name,
    subtitle: say.deck.subtitle(site.printedDay),
    company: site.company,
    day: site.day,
    inputHash: site.inputHash,
    format: formatsOf(site),
    template: templateOf(site.template),
    slides: [
      ...slides.map(({ figure, ...slide }) => ({
        kind: "figure" as const,
        ...slide,
        figure: { ...figure, table: figure.table && { ...figure.table, ...setsOf(figure.table) } },
      })),
      { kind: "definitions" },
    ],
  });
}

/** Places travel as lists. */
const setsOf = ({ faint, starts }: { faint?: readonly number[]; starts?: readonly number[] }) => ({
  faint: new Set(faint),
  starts: new Set(starts),
});
