import type { Sheet } from "../../../src/client/export/sheet.ts";
import { provenanceOf, type Table, type Telling, takeFigure } from "../../../src/figures/index.ts";

const told: Telling = {
  id: "paper",
  measure: "Reams, by month",
  finding: "Paper is thin",
  facts: "n 40.",
};

/** A figure of Paper Ltd as it is taken, with the table and the words that a test is about. */
export function sheetWith(table: Table | undefined, words: Partial<Telling> = {}): Sheet {
  const definitions = [{ name: "Ream", text: "500 sheets." }];
  const figure = { ...told, ...words, ...(table && { table }) };
  const taken = takeFigure(figure, definitions);
  return {
    id: figure.id,
    figure: taken,
    inputHash: "abc123",
    company: { name: "Paper Ltd", currency: "EUR", locale: "de-DE" },
    day: "2025-09-30",
    provenance: provenanceOf(figure, { company: "Paper Ltd", day: "Sep 30, 2025" }, definitions),
    table: taken.table,
    sql: ["select 1"],
  };
}
