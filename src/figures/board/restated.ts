import type { RestatedNumber, Restatement } from "../../report.ts";
import { say } from "../../text/index.ts";
import type { FigureModel } from "../figure.ts";
import { isEveryone, type View } from "../view.ts";

/** What a figure must know of a presented deck. */
export interface RestatedDeck extends Pick<Restatement, "name" | "slug" | "asOf"> {
  changed: readonly Pick<RestatedNumber, "figure">[];
}

/** Said with a figure of which numbers were presented otherwise. */
export interface RestatedMark {
  text: string;
  /** Place of its line on the page of changes. */
  anchor: string;
}

/** Where the changes of a figure stand on the page of changes. */
export const restatedAnchor = (slug: string, figure: string): string =>
  `${slug}-${figure.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replace(/-$/, "")}`;

/** The marks of a figure, one a deck; none under a filter, since decks show the whole company. */
export function restatedMarks(view: View, figure: string): readonly RestatedMark[] | undefined {
  const { restatements = [] } = view.report;
  if (restatements.length === 0 || !isEveryone(view)) return undefined;
  const marks = restatements.flatMap(({ name, slug, asOf, changed }) => {
    const count = changed.filter((number) => number.figure === figure).length;
    const text = say.ledger.mark(count, name, view.format.day(asOf));
    return count > 0 ? [{ text, anchor: restatedAnchor(slug, figure) }] : [];
  });
  return marks.length > 0 ? marks : undefined;
}

/** Figures with their marks. */
export function withMarks<Other extends object>(
  view: View,
  figures: readonly (FigureModel | Other)[],
): (FigureModel | Other)[] {
  return figures.map((figure) => {
    const restated = "id" in figure ? restatedMarks(view, figure.id) : undefined;
    return restated ? { ...figure, restated } : figure;
  });
}
