import { main, type Sheet, sheetXml, styleOf, xmlHead, xmlText } from "./sheet.ts";
import { zip } from "./zip.ts";

export { type Sheet, type SheetCell, sheetLimits } from "./sheet.ts";

const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * An .xlsx workbook, made sheet after sheet and row after row: a million rows need no more memory than
 * their packed bytes. No worker of a blob, which a strict content security policy refuses.
 */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Blob> {
  const formats = [
    ...new Set(
      sheets.flatMap(({ columns, formats: own = [] }) => [
        ...columns.flatMap(({ format }) => format ?? []),
        ...own,
      ]),
    ),
  ];
  const parts = [
    { name: "[Content_Types].xml", text: [contentTypes(sheets.length)] },
    { name: "_rels/.rels", text: [relations([["officeDocument", "xl/workbook.xml"]])] },
    { name: "xl/workbook.xml", text: [workbookXml(sheets)] },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: [
        relations([
          ...sheets.map((_, index) => ["worksheet", sheetPath(index)] as const),
          ["styles", "styles.xml"],
        ]),
      ],
    },
    { name: "xl/styles.xml", text: [stylesXml(formats)] },
    ...sheets.map((sheet, index) => ({
      name: `xl/${sheetPath(index)}`,
      text: sheetXml(sheet, formats),
    })),
  ];
  return (await zip(parts)).slice(0, undefined, workbookType);
}

/** Days since 1899-12-30, as spreadsheets count them; none before March 1900, where they count one too many. */
export function serialDay(milliseconds: number): number | undefined {
  const days = milliseconds / 86_400_000 + 25_569;
  return days >= 61 && days < 2_958_466 ? days : undefined;
}

const sheetPath = (index: number) => `worksheets/sheet${index + 1}.xml`;

function contentTypes(sheets: number): string {
  const kind = (part: string) =>
    `application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml`;
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${kind(type)}"/>`;
  const pages = Array.from({ length: sheets }, (_, index) => part(sheetPath(index), "worksheet"));
  return (
    `${xmlHead}<Types xmlns="${packages}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `${part("workbook.xml", "sheet.main")}${part("styles.xml", "styles")}${pages.join("")}</Types>`
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="r${index + 1}" Type="${documents}/${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${lines.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly Sheet[]): string {
  const names = sheets.map(
    ({ name }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`,
  );
  return `${xmlHead}<workbook xmlns="${main}" xmlns:r="${documents}"><sheets>${names.join("")}</sheets></workbook>`;
}

function stylesXml(formats: readonly string[]): string {
  /** Numbers of own formats begin behind those that every program knows. */
  const first = 164;
  const own = formats.map(
    (format, index) => `<numFmt numFmtId="${first + index}" formatCode="${xmlText(format)}"/>`,
  );
  const style = (format: number, font: number) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  const asText = 49;
  const styles = [
    style(0, 0),
    style(asText, 1),
    style(asText, 0),
    ...formats.map((_, index) => style(first + index, 0)),
  ];
  const font = (look: string) => `<font>${look}<sz val="11"/><name val="Calibri"/></font>`;
  const numbers = own.length > 0 ? `<numFmts count="${own.length}">${own.join("")}</numFmts>` : "";
  return (
    `${xmlHead}<styleSheet xmlns="${main}">${numbers}` +
    `<fonts count="2">${font("")}${font("<b/>")}</fonts>` +
    `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
    `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="${styleOf.firstFormat + formats.length}">${styles.join("")}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
  );
}
