import {
  deckFigure,
  definitionsInDeck,
  provenanceOf,
  untoldInDeck,
  type View,
  viewOf,
} from "../figures/index.ts";
import type { Report } from "../report.ts";
import { say } from "../text/index.ts";
import { templateOf } from "./colours.ts";
import type { DeckPlan, PlannedSlide } from "./deck.ts";

/** A deck as its file describes it. */
export interface DeckFile {
  title?: string | undefined;
  subtitle?: string | undefined;
  template: Parameters<typeof templateOf>[0];
  slides: readonly (string | DescribedFigure | DescribedText)[];
}

interface DescribedFigure {
  figure: string;
  title?: string | undefined;
  commentary?: string | undefined;
  notes?: string | undefined;
  /** One dimension and its segment. */
  filter?: { readonly [dimension: string]: string | undefined } | undefined;
}

interface DescribedText {
  title: string;
  text: string;
  notes?: string | undefined;
}

/** A deck with the figures of a report; a last slide names those that it cannot tell, as `left` does. */
export function planDeck(report: Report, deck: DeckFile): DeckPlan & { left: readonly string[] } {
  const everyone = viewOf(report);
  const { format } = everyone;
  const left: string[] = [];
  const slides = deck.slides.flatMap((slide): PlannedSlide[] => {
    if (typeof slide !== "string" && !("figure" in slide)) return [{ kind: "text", ...slide }];
    const described = typeof slide === "string" ? { figure: slide } : slide;
    if (described.figure === "definitions") {
      return [{ kind: "definitions", title: described.title }];
    }
    const chosen = Object.entries(described.filter ?? {})[0];
    const view = chosen ? viewOfSegment(report, chosen) : everyone;
    const figure = deckFigure(view, described.figure);
    if (!figure) {
      left.push(untoldInDeck(view, described.figure));
      return [];
    }
    const source = {
      company: report.company.name,
      day: format.day(report.asOf.day),
      whose: chosen ? whoseOf(view) : undefined,
    };
    const provenance = provenanceOf(figure, source, definitionsInDeck(report, figure.id));
    const { title, commentary, notes } = described;
    const sql = [...new Set((figure.queries ?? []).map((query) => query.sql))];
    const told = { ...figure, sql };
    return [{ kind: "figure", figure: told, provenance, title, commentary, notes }];
  });
  const { name, locale, currency } = report.company;
  return {
    title: deck.title ?? name,
    subtitle: deck.subtitle ?? say.deck.subtitle(format.day(report.asOf.day)),
    company: { name, locale, currency },
    day: report.asOf.day,
    inputHash: report.inputHash,
    format,
    template: templateOf(deck.template),
    slides: left.length > 0 ? [...slides, leftOut([...new Set(left)])] : slides,
    left: [...new Set(left)],
  };
}

function viewOfSegment(
  report: Report,
  [dimension, segment = ""]: [string, string | undefined],
): View {
  return viewOf(report, { dimension, segment });
}

const whoseOf = ({ scope: { dimension, segment }, format }: View): string =>
  say.filter.onlyThese([{ dimension, segment: format.segment(segment) }]);

const leftOut = (reasons: readonly string[]): PlannedSlide => ({
  kind: "text",
  title: say.deck.left.title,
  text: reasons.map((reason) => `- ${reason}`).join("\n"),
});
