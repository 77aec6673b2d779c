import type { PageSize } from "../slide.ts";
import { declared, escaped, xmlHead } from "./xml.ts";

/** What a colour is for; each is a slot of the theme, so that a deck pasted into another takes its colours. */
export const slots = {
  ink: "tx1",
  paper: "bg1",
  muted: "tx2",
  soft: "bg2",
  accent: "accent1",
  second: "accent2",
  third: "accent3",
  fourth: "accent4",
  lost: "accent5",
  grey: "accent6",
} as const;

export type Role = keyof typeof slots;

export interface Template {
  /** Such as #0b6170. */
  colours: Readonly<Record<Role, string>>;
  /** Names of fonts that the readers' machines have. */
  fonts: { heading: string; body: string };
  page: PageSize;
}

/** A colour of the theme, or one made of several, such as #c3e0e3. */
export function fill(colour: Role | `#${string}`, opacity = 1): string {
  const alpha = opacity === 1 ? "" : `<a:alpha val="${Math.round(opacity * 100_000)}"/>`;
  const named = colour.startsWith("#")
    ? `<a:srgbClr val="${hex(colour)}">${alpha}</a:srgbClr>`
    : `<a:schemeClr val="${slots[colour as Role]}">${alpha}</a:schemeClr>`;
  return `<a:solidFill>${named}</a:solidFill>`;
}

export const noFill = "<a:noFill/>";

/** @param width in points */
export function line(colour: Role | `#${string}`, width: number, dash = "solid"): string {
  return `<a:ln w="${Math.round(width * 12_700)}" cap="flat">${fill(colour)}<a:prstDash val="${dash}"/><a:round/></a:ln>`;
}

export const noLine = "<a:ln><a:noFill/></a:ln>";

const hex = (colour: string): string => colour.slice(1).toUpperCase();

/** The theme part: every list has the three entries that PowerPoint asks for. */
export function themeXml(name: string, { colours, fonts }: Template): string {
  const colour = (slot: string, role: Role) =>
    `<a:${slot}><a:srgbClr val="${hex(colours[role])}"/></a:${slot}>`;
  const font = (kind: "major" | "minor", face: string) =>
    `<a:${kind}Font><a:latin typeface="${escaped(face)}"/><a:ea typeface=""/><a:cs typeface=""/></a:${kind}Font>`;
  const same = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`;
  const stroke = (width: number) =>
    `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${same}<a:prstDash val="solid"/></a:ln>`;
  const plain = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  return (
    `${xmlHead}<a:theme${declared("a")} name="${escaped(name)}"><a:themeElements>` +
    `<a:clrScheme name="${escaped(name)}">` +
    colour("dk1", "ink") +
    colour("lt1", "paper") +
    colour("dk2", "muted") +
    colour("lt2", "soft") +
    colour("accent1", "accent") +
    colour("accent2", "second") +
    colour("accent3", "third") +
    colour("accent4", "fourth") +
    colour("accent5", "lost") +
    colour("accent6", "grey") +
    colour("hlink", "accent") +
    colour("folHlink", "muted") +
    `</a:clrScheme>` +
    `<a:fontScheme name="${escaped(name)}">${font("major", fonts.heading)}${font("minor", fonts.body)}</a:fontScheme>` +
    `<a:fmtScheme name="${escaped(name)}"><a:fillStyleLst>${same.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${stroke(6350)}${stroke(12_700)}${stroke(19_050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${plain.repeat(3)}</a:effectStyleLst>` +
    `<a:bgFillStyleLst>${same.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    `</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`
  );
}
