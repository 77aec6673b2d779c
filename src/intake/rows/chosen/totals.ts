import type { RowFault } from "../row-reader.ts";

/** The words that begin a line of totals, in the languages of the exports; the longer ones first. */
const words = [
  String.raw`(?:grand[\s-]?|sub[\s-]?)?totals?`,
  "gesamtsumme|gesamtbetrag|zwischensumme|insgesamt|gesamt|summe",
  String.raw`sous[\s-]total|totaux|somme|suma`,
  "合计|总计|共计|小计|总和|合計|總計|共計|小計|總和",
].join("|");
const atStart = new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, "iu");
const alone = new RegExp(`^(?:${words})\\P{L}*$`, "iu");
/** `Total: 3 customers`, `Total (EUR)`, `Total EUR`; `Total Energies` is a customer. */
const explained = new RegExp(`^(?:${words})\\s*(?:[:：(（]|\\s[A-Z]{3}\\P{L}*$)`, "iu");

/** The words for totals that a text begins with, as it has them; undefined where it begins otherwise. */
export function totalWords(text: string): string | undefined {
  return atStart.exec(text.trim())?.[0];
}

/**
 * What to say in the place of all that is wrong with a row, where it sums up the others: its first
 * filled cell says so.
 * @returns undefined where it does not
 */
export function lineOfTotals(
  record: readonly string[],
  header: readonly string[],
  faults: readonly RowFault[],
): RowFault[] | undefined {
  const cell = record.findIndex((text) => text.trim() !== "");
  const value = (record[cell] ?? "").trim();
  const found = totalWords(value);
  if (found === undefined) return undefined;
  const lacksCells = faults.some(({ check }) => check === "missing_value");
  if (!alone.test(value) && !(lacksCells && explained.test(value))) return undefined;
  const rows = `{ ${JSON.stringify((header[cell] ?? "").trim())}: [${JSON.stringify(value)}] }`;
  return [
    {
      check: "line_of_totals",
      value,
      expected: "a row of data",
      remedy: `declare footer: ${JSON.stringify(found)} where the file ends with it, else leave_out: ${rows}`,
    },
  ];
}
