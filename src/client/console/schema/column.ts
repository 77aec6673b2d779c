import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { nameInSql } from "./names.ts";
import type { Column, Host, Table } from "./read.ts";
import { type Summary, summarize } from "./summary.ts";

const words = say.console.schema;

/** A column: its name to be inserted, its type and meaning, and on demand what stands in it. */
export function columnElement(table: Table, column: Column, { rows, insert }: Host): HTMLElement {
  const name = element(
    "button",
    {
      type: "button",
      class: "name",
      "aria-label": words.insertColumn(column.name, column.type),
      title: words.insert,
    },
    column.name,
  );
  name.addEventListener("click", () => insert(nameInSql(column.name)));
  const values = element(
    "button",
    {
      type: "button",
      class: "values",
      "aria-expanded": "false",
      "aria-label": words.summaryOf(column.name),
    },
    words.summary,
  );
  const place = element("div", { class: "about", "aria-live": "polite" });
  values.addEventListener("click", async () => {
    const isOpen = values.getAttribute("aria-expanded") === "true";
    values.setAttribute("aria-expanded", String(!isOpen));
    place.replaceChildren();
    if (isOpen) return;
    place.append(words.working);
    try {
      const summary = await summarize(rows, table, column);
      if (values.getAttribute("aria-expanded") === "true")
        place.replaceChildren(...summaryElements(summary));
    } catch (error) {
      place.replaceChildren(words.broken(String(error)));
    }
  });
  return element(
    "li",
    {},
    element(
      "div",
      { class: "column" },
      name,
      element("span", { class: "type" }, column.type),
      values,
    ),
    column.comment !== "" && element("p", { class: "note" }, column.comment),
    place,
  );
}

function summaryElements(summary: Summary): HTMLElement[] {
  const { rows, nulls, distinct, isEstimated, lowest, highest, bars, areRanges } = summary;
  const facts: [string, string][] = [
    [words.distinct, words.about(distinct, isEstimated)],
    [words.nulls, words.share(nulls, rows)],
    ...(lowest === null ? [] : ([[words.lowest, lowest]] satisfies [string, string][])),
    ...(highest === null ? [] : ([[words.highest, highest]] satisfies [string, string][])),
  ];
  const terms = element(
    "dl",
    {},
    ...facts.flatMap(([term, value]) => [
      element("dt", {}, term),
      element("dd", {}, value || words.empty),
    ]),
  );
  if (bars.length === 0) return [terms];
  const most = Math.max(1, ...bars.map((bar) => bar.rows));
  const list = element(
    "ul",
    { class: "bars", "aria-label": areRanges ? words.ranges : words.mostSeen },
    ...bars.map((bar) => {
      const length = element("span", { class: "bar", "aria-hidden": "true" });
      // By the object model: the policy of the page takes no style attribute.
      length.style.inlineSize = `${(100 * bar.rows) / most}%`;
      return element(
        "li",
        {},
        element("span", { class: "label" }, bar.label || words.empty),
        element("span", { class: "track" }, length),
        element("span", { class: "count" }, words.bar(bar.rows)),
      );
    }),
  );
  return [terms, element("p", { class: "note" }, areRanges ? words.ranges : words.mostSeen), list];
}
