import type { WordTable } from "../../figures/index.ts";
import { element } from "./elements.ts";

/** Characters from which a cell is a sentence, as in the page's own tables. */
const sentence = 28;

/** A table as the page has it. @param scope whose rows they are, told in the caption where they are not everyone's */
export function tableElement(table: WordTable, scope?: string): HTMLElement {
  const { columns, rows, faint, starts, isPinned } = table;
  const caption = scope === undefined ? table.caption : `${table.caption}. ${scope}`;
  const classes = columns.map(({ isNumber, isWhole }, index) => {
    if (isNumber) return "number";
    if (isWhole) return "whole";
    return rows.some((row) => (row[index]?.length ?? 0) > sentence) ? "prose" : undefined;
  });
  const head = columns.map(({ label }, index) =>
    element("th", { scope: "col", class: classes[index] }, label),
  );
  const body = rows.map((row, place) => {
    const state = [faint?.has(place) && "faint", starts?.has(place) && "starts"].filter(Boolean);
    const cells = row.map((cell, index) =>
      index === 0
        ? element("th", { scope: "row", class: classes[index] }, cell)
        : element("td", { class: classes[index] }, cell),
    );
    return element("tr", { class: state.join(" ") || undefined }, ...cells);
  });
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      { class: isPinned ? "pinned" : undefined },
      element("caption", {}, caption),
      element("thead", {}, element("tr", {}, ...head)),
      element("tbody", {}, ...body),
    ),
  );
}
