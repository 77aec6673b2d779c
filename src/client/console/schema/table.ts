import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { columnElement } from "./column.ts";
import { nameInSql } from "./names.ts";
import type { Host, Rows, Table } from "./read.ts";

const words = say.console.schema;
const sampleRows = 5;
const longestCell = 60;

/** A table to be opened: its columns, and on demand its first rows. */
export function tableElement(table: Table, host: Host): HTMLElement {
  const body = element("div", { class: "body" });
  const details = element(
    "details",
    { class: "table" },
    element(
      "summary",
      {},
      element("span", { class: "name" }, ...breakable(table.name)),
      element("span", { class: "count" }, words.rows(table.rows)),
    ),
    body,
  );
  // A thousand columns are not drawn before somebody looks at them.
  details.addEventListener("toggle", () => {
    if (details.open && !body.hasChildNodes()) fill(body, table, host);
  });
  return details;
}

/** A name too long for its place goes on in another line after an underscore. */
function breakable(name: string): (string | HTMLElement)[] {
  return name.split(/(?<=_)/).flatMap((part) => [part, element("wbr", {})]);
}

function fill(body: HTMLElement, table: Table, host: Host): void {
  const insert = element("button", { type: "button" }, words.insert);
  insert.addEventListener("click", () => host.insert(table.inSql));
  const sample = element("button", { type: "button", "aria-expanded": "false" }, words.sample);
  const place = element("div", { class: "sample", "aria-live": "polite" });
  sample.addEventListener("click", () => void toggleSample(sample, place, table, host.rows));
  body.append(
    ...(table.comment ? [element("p", { class: "note" }, table.comment)] : []),
    element("div", { class: "buttons" }, insert, sample),
    place,
    element(
      "ul",
      { class: "columns", "aria-label": words.columns(table.name) },
      ...table.columns.map((column) => columnElement(table, column, host)),
    ),
  );
}

async function toggleSample(
  button: HTMLElement,
  place: HTMLElement,
  table: Table,
  rows: Rows,
): Promise<void> {
  const isOpen = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!isOpen));
  place.replaceChildren();
  if (isOpen) return;
  place.append(words.working);
  try {
    const list = table.columns.map(({ name }) => {
      const column = nameInSql(name);
      return `left(cast(${column} as varchar), ${longestCell + 1}) as ${column}`;
    });
    const found = await rows(
      `select ${list.join(", ")} from (from ${table.inSql} limit ${sampleRows})`,
    );
    place.replaceChildren(found.length > 0 ? sampleTable(table, found) : words.noRows);
  } catch (error) {
    place.replaceChildren(words.broken(String(error)));
  }
}

function sampleTable({ name, columns }: Table, rows: Awaited<ReturnType<Rows>>): HTMLElement {
  const caption = words.sampleOf(name);
  const cell = (value: unknown) =>
    value === null || value === undefined
      ? element("td", { class: "null" }, "NULL")
      : element("td", {}, shortened(String(value)));
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, caption),
      element(
        "thead",
        {},
        element("tr", {}, ...columns.map((column) => element("th", { scope: "col" }, column.name))),
      ),
      element(
        "tbody",
        {},
        ...rows.map((row) => element("tr", {}, ...columns.map((column) => cell(row[column.name])))),
      ),
    ),
  );
}

const shortened = (text: string) =>
  text.length > longestCell ? `${text.slice(0, longestCell)}…` : text;
