import type { NativeChart } from "../../src/charts/index.ts";
import { templateOf, writeDeck } from "../../src/deck/index.ts";
import { type FigureModel, formatsOf, type Table } from "../../src/figures/index.ts";
import { openPackage, type Package } from "./open.ts";

const company = { name: "Paper Ltd", currency: "USD", locale: "en-US" };
export const format = formatsOf({ company });

/** A figure as a slide holds it; words that a test is not about are short. */
export const figureWith = (words: Partial<FigureModel>): FigureModel => ({
  id: "figure",
  measure: "measure",
  finding: "finding",
  facts: "facts",
  ...words,
});

/** A table whose cells are words. */
export const tableOf = (labels: readonly string[], rows: readonly string[][]): Table => ({
  caption: "caption",
  columns: labels.map((label) => ({ label })),
  rows,
  cells: rows.map((row) => row.map((value) => ({ value }))),
});

/** What a slide says beside its figure. */
interface Beside {
  title?: string;
  commentary?: string;
  notes?: string;
}

export function fileOf(
  figures: readonly (FigureModel & { beside?: Beside })[],
  title = "Deck",
  template: Parameters<typeof templateOf>[0] = {},
): Promise<Blob> {
  return writeDeck({
    title,
    subtitle: "subtitle",
    company,
    day: "2025-09-30",
    inputHash: "abc123",
    format,
    template: templateOf(template),
    slides: figures.map(({ beside, ...figure }) => ({
      kind: "figure",
      figure: { ...figure, sql: [] },
      provenance: {
        title: figure.finding,
        measure: figure.measure,
        facts: figure.facts,
        caveat: undefined,
        source: "source",
        definitions: [],
        caption: figure.finding,
      },
      ...beside,
    })),
  });
}

export const deckOf = async (...figures: Parameters<typeof fileOf>[0]): Promise<Package> =>
  openPackage(await fileOf(figures));

export const chartFigure = (native: NativeChart): FigureModel =>
  figureWith({ native, measure: native.kind });
