import type { TakenTable } from "../../../figures/index.ts";
import { escaped } from "../picture/words.ts";
import type { Sheet } from "../sheet.ts";
import { safe, type TakenCell, takenRows } from "./cells.ts";

/** A picture within HTML, as large as it is to be: in pixels of 1/96 inch. */
export interface HtmlPicture {
  /** An address of its own data. */
  address: string;
  width: number;
  height: number;
}

/**
 * A table that pastes into cells, with its title above and its source below; above all of it the picture,
 * where one is to travel along. Programs that take HTML before pictures would else show the table alone,
 * and only HTML tells them how large the picture is: browsers drop that from a PNG on their clipboard.
 */
export function htmlOf({ provenance, table, company }: Sheet, picture?: HtmlPicture): string {
  const { title, measure, source } = provenance;
  const body = table ? tableHtml(table, company.locale) : "";
  const shown = picture ? `<p>${imageHtml(picture, title)}</p>` : "";
  return (
    `<meta charset="utf-8">${shown}<p><b>${escaped(title)}</b><br>${escaped(measure)}</p>` +
    `${body}<p>${escaped(source)}</p>`
  );
}

/** Sizes as attributes, which every program reads and no policy refuses. */
const imageHtml = ({ address, width, height }: HtmlPicture, title: string): string =>
  `<img src="${address}" width="${width}" height="${height}" alt="${escaped(title)}">`;

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
