import { fill, line, noFill, noLine, type Role } from "../theme.ts";
import { escaped } from "../xml.ts";
import { type Column, numbersXml } from "./sheet.ts";

/** Points of text in a chart. */
export const chartText = 12;

/** Left to the program: LibreOffice then leaves names of an axis out where they have no room, which it does not if they must lie flat. */
const anyTurn = -60_000_000;

/** Looks of text in a chart: of a label, an axis or the legend. */
export function textLook(
  colour: Role,
  size = chartText,
  { isBold = false, isDense = false } = {},
): string {
  return (
    `<c:txPr><a:bodyPr rot="${isDense ? anyTurn : 0}" vert="horz"/><a:lstStyle/><a:p><a:pPr>${runLook("defRPr", colour, size, isBold)}</a:pPr>` +
    `<a:endParaRPr lang="en-US"/></a:p></c:txPr>`
  );
}

function runLook(tag: "defRPr" | "rPr", colour: Role, size: number, isBold: boolean): string {
  const language = tag === "rPr" ? ' lang="en-US"' : "";
  return (
    `<a:${tag}${language} sz="${size * 100}" b="${isBold ? 1 : 0}">${fill(colour)}` +
    `<a:latin typeface="+mn-lt"/></a:${tag}>`
  );
}

export interface Label {
  position: "t" | "b" | "r" | "l" | "ctr" | "outEnd" | "inEnd";
  colour: Role;
  format: string;
  hasName?: boolean;
  hasValue?: boolean;
  isBold?: boolean;
  /** Instead of the value. */
  text?: string;
  /** On a ground of the slide's colour, for labels that lines run behind. */
  isOnGround?: boolean;
}

function labelBody(label: Label): string {
  const { position, colour, format, hasName = false, hasValue = true, isBold = false } = label;
  const ground = label.isOnGround ? fill("paper") : noFill;
  const show = (what: string, isShown: boolean) => `<c:show${what} val="${isShown ? 1 : 0}"/>`;
  return (
    `<c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr>${ground}${noLine}</c:spPr>` +
    `${textLook(colour, chartText, { isBold })}<c:dLblPos val="${position}"/>${show("LegendKey", false)}` +
    `${show("Val", hasValue)}${show("CatName", false)}${show("SerName", hasName)}` +
    `${show("Percent", false)}${show("BubbleSize", false)}<c:separator> </c:separator>`
  );
}

/** Labels of single points, by their places; of all others none, or the same one. */
export function labelsXml(single: ReadonlyMap<number, Label>, others?: Label): string {
  const labels = [...single]
    .sort(([a], [b]) => a - b)
    .map(([place, label]) => {
      const { text, colour, isBold = false } = label;
      const words =
        text === undefined
          ? ""
          : `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>${runLook("rPr", colour, chartText, isBold)}` +
            `<a:t>${escaped(text)}</a:t></a:r></a:p></c:rich></c:tx>`;
      return `<c:dLbl><c:idx val="${place}"/><c:layout/>${words}${labelBody(label)}</c:dLbl>`;
    });
  const hidden: Label = { position: "r", colour: "ink", format: "General", hasValue: false };
  const rest = others ? labelBody(others) : labelBody(hidden).replace(/<c:dLblPos val="r"\/>/, "");
  return labels.length === 0 && !others ? "" : `<c:dLbls>${labels.join("")}${rest}</c:dLbls>`;
}

/** A point that looks unlike the others of its series. */
export function pointXml(
  place: number,
  look: string,
  { isBar = false, marker = "" }: { isBar?: boolean; marker?: string } = {},
): string {
  const bar = isBar ? `<c:invertIfNegative val="0"/>` : "";
  return `<c:dPt><c:idx val="${place}"/>${bar}${marker}<c:bubble3D val="0"/><c:spPr>${look}</c:spPr></c:dPt>`;
}

/** Intervals about the points of a line, from columns that hold their lengths. */
export const intervalXml = (plus: Column, minus: Column): string =>
  `<c:errBars><c:errDir val="y"/><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>` +
  `${numbersXml("plus", plus)}${numbersXml("minus", minus)}<c:spPr>${line("muted", 1.25)}</c:spPr></c:errBars>`;

/** From a point straight down to zero. */
export const dropXml = (): string =>
  `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/>` +
  `<c:val val="100"/><c:spPr>${line("muted", 1, "dash")}</c:spPr></c:errBars>`;

export const noMarker = `<c:marker><c:symbol val="none"/></c:marker>`;

export const dot = (colour: Role, size = 7): string =>
  `<c:marker><c:symbol val="circle"/><c:size val="${size}"/><c:spPr>${fill(colour)}${noLine}</c:spPr></c:marker>`;
