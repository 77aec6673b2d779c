import { type Hanging, hangingOf, insetOf } from "../fit.ts";
import type { Paragraph, Run, TextElement } from "../slide.ts";
import { fill, type Role } from "./theme.ts";
import { emu, escaped } from "./xml.ts";

interface Look extends Pick<TextElement, "size" | "colour" | "isHeading" | "isBold" | "align"> {
  /** Id of the relation to an address. */
  linkId?: (address: string) => string;
}

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
  const hang = hangingOf(shown, look.size);
  return shown.map((paragraph) => paragraphXml(paragraph, look, hang)).join("");
}

/** Whether the first letter is of a script that runs from right to left, such as Hebrew or Arabic. */
const runsLeft = (text: string): boolean =>
  /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text);

function paragraphXml(paragraph: Paragraph, look: Look, hang: Hanging): string {
  const { runs, isBullet = false, level = 0, number, before = 0 } = paragraph;
  const hanging = emu(number === undefined ? hang.bullet : hang.number);
  const { size } = look;
  const isLeft = runsLeft(runs.map(({ text }) => text).join(""));
  const align = look.align ?? (isLeft ? "r" : "l");
  const indent = isBullet
    ? ` marL="${emu(insetOf(paragraph, hang))}"${level > 0 ? ` lvl="${level}"` : ""} indent="-${hanging}"`
    : ` marL="0" indent="0"`;
  const space = `<a:spcBef><a:spcPts val="${Math.round(before * 100)}"/></a:spcBef>`;
  return (
    `<a:p><a:pPr algn="${align}"${indent}${isLeft ? ' rtl="1"' : ""}>${space}${bulletXml(paragraph)}</a:pPr>` +
    `${runs.map((run) => runXml(run, look)).join("")}<a:endParaRPr lang="en-US" sz="${size * 100}"/></a:p>`
  );
}

function bulletXml({ isBullet, number }: Paragraph): string {
  if (!isBullet) return "<a:buNone/>";
  if (number === undefined) return `<a:buFont typeface="Arial"/><a:buChar char="•"/>`;
  return `<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="${Math.max(1, number)}"/>`;
}

/** Of the field that counts slides; any value does, and every slide may have the same. */
const numberField = "{86CB4B4D-7CA3-9044-876B-883B54F8677D}";

function runXml(
  run: Run,
  { size, colour = "ink", isHeading = false, isBold = false, linkId }: Look,
): string {
  const own: Role = run.colour ?? colour;
  const link =
    run.link === undefined || !linkId ? "" : `<a:hlinkClick r:id="${linkId(run.link)}"/>`;
  const properties =
    `<a:rPr lang="en-US" sz="${Math.round((run.size ?? size) * 100)}" b="${(run.isBold ?? isBold) ? 1 : 0}"` +
    `${run.isItalic ? ' i="1"' : ""}${run.isStruck ? ' strike="sngStrike"' : ""}>${fill(own)}` +
    `<a:latin typeface="${isHeading ? "+mj-lt" : "+mn-lt"}"/>${link}</a:rPr>`;
  const text = `<a:t>${escaped(run.text)}</a:t>`;
  return run.isNumber
    ? `<a:fld id="${numberField}" type="slidenum">${properties}${text}</a:fld>`
    : `<a:r>${properties}${text}</a:r>`;
}
