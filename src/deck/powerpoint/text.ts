import type { Paragraph, Run, TextElement } from "../slide.ts";
import { fill, type Role } from "./theme.ts";
import { escaped } from "./xml.ts";

type Look = Pick<TextElement, "size" | "colour" | "isHeading" | "isBold" | "align">;

/** The body of a shape: paragraphs with the looks of their runs written out, so that no theme is needed to read them. */
export function textBody(
  tag: "p" | "a",
  { paragraphs, anchor = "t", ...look }: Look & Pick<TextElement, "paragraphs" | "anchor">,
): string {
  const body = `<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`;
  return `<${tag}:txBody>${body}<a:lstStyle/>${paragraphsXml(paragraphs, look)}</${tag}:txBody>`;
}

export function paragraphsXml(paragraphs: readonly Paragraph[], look: Look): string {
  const shown = paragraphs.length > 0 ? paragraphs : [{ runs: [] }];
  return shown.map((paragraph) => paragraphXml(paragraph, look)).join("");
}

function paragraphXml({ runs, isBullet = false, before = 0 }: Paragraph, look: Look): string {
  const { align = "l", size } = look;
  const indent = isBullet ? ` marL="171450" indent="-171450"` : ` marL="0" indent="0"`;
  const space = `<a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef>`;
  const bullet = isBullet ? `<a:buFont typeface="Arial"/><a:buChar char="•"/>` : "<a:buNone/>";
  return (
    `<a:p><a:pPr algn="${align}"${indent}>${space}${bullet}</a:pPr>` +
    `${runs.map((run) => runXml(run, look)).join("")}<a:endParaRPr lang="en-US" sz="${size * 100}"/></a:p>`
  );
}

/** Of the field that counts slides; any value does, and every slide may have the same. */
const numberField = "{86CB4B4D-7CA3-9044-876B-883B54F8677D}";

function runXml(
  run: Run,
  { size, colour = "ink", isHeading = false, isBold = false }: Look,
): string {
  const own: Role = run.colour ?? colour;
  const properties =
    `<a:rPr lang="en-US" sz="${Math.round((run.size ?? size) * 100)}" b="${(run.isBold ?? isBold) ? 1 : 0}"` +
    `${run.isItalic ? ' i="1"' : ""}>${fill(own)}<a:latin typeface="${isHeading ? "+mj-lt" : "+mn-lt"}"/></a:rPr>`;
  const text = `<a:t>${escaped(run.text)}</a:t>`;
  return run.isNumber
    ? `<a:fld id="${numberField}" type="slidenum">${properties}${text}</a:fld>`
    : `<a:r>${properties}${text}</a:r>`;
}
