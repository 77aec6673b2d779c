import type { TakenTable } from "../../../figures/index.ts";
import { escaped } from "../picture/words.ts";
import type { Sheet } from "../sheet.ts";
import { safe, type TakenCell, takenRows } from "./cells.ts";

/** A table that pastes into cells, with its title above and its source below. */
export function htmlOf({ provenance, table, company }: Sheet): string {
  const { title, measure, source } = provenance;
  const body = table ? tableHtml(table, company.locale) : "";
  return (
    `<meta charset="utf-8"><p><b>${escaped(title)}</b><br>${escaped(measure)}</p>` +
    `${body}<p>${escaped(source)}</p>`
  );
}

function tableHtml(table: TakenTable, locale: string): string {
  const head = table.columns.map(({ label }) => `<th>${escaped(label)}</th>`).join("");
  const rows = takenRows(table).map(
    (row) => `<tr>${row.map((taken) => cellHtml(taken, locale)).join("")}</tr>`,
  );
  return `<table><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

/** LibreOffice takes the number from sdval. No styles: the page's policy refuses them, on a clipboard too. */
function cellHtml(taken: TakenCell, locale: string): string {
  const { value } = taken.cell;
  const text = escaped(safe(taken, locale));
  return typeof value === "number"
    ? `<td align="right" sdval="${value}">${text}</td>`
    : `<td>${text}</td>`;
}
