import { fill, line, noFill, noLine, type Role } from "../theme.ts";
import { escaped } from "../xml.ts";
import { type Column, labelRangeXml, numbersXml } from "./sheet.ts";

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
  /** Whether `text` is what a cell of the series' label range prints, and follows it. */
  isOfCell?: boolean;
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
      const follows = label.isOfCell ? ofCells("<c15:dlblFieldTable/>") : "";
      return `<c:dLbl><c:idx val="${place}"/><c:layout/>${wordsOf(label, place)}${labelBody(label)}${follows}</c:dLbl>`;
    });
  const hidden: Label = { position: "r", colour: "ink", format: "General", hasValue: false };
  const rest = others ? labelBody(others) : labelBody(hidden).replace(/<c:dLblPos val="r"\/>/, "");
  const follow = [...single.values()].some(({ isOfCell }) => isOfCell) ? ofCells() : "";
  return labels.length === 0 && !others
    ? ""
    : `<c:dLbls>${labels.join("")}${rest}${follow}</c:dLbls>`;
}

/** Words of a label; programs that know no label ranges show them as they are. */
function wordsOf({ text, colour, isBold = false, isOfCell }: Label, place: number): string {
  if (text === undefined) return "";
  const look = runLook("rPr", colour, chartText, isBold);
  const run = isOfCell
    ? `<a:fld id="${fieldId(place)}" type="CELLRANGE">${look}<a:pPr/><a:t>${escaped(text)}</a:t></a:fld>`
    : `<a:r>${look}<a:t>${escaped(text)}</a:t></a:r>`;
  return `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></c:rich></c:tx>`;
}

/** Any value does that no other label of the chart has. */
const fieldId = (place: number): string =>
  `{5D7E6A14-0C43-4B6E-9F0A-${place.toString(16).toUpperCase().padStart(12, "0")}}`;

/** Labels from cells came with Office 2013, as extensions. Source: MS-ODRAWXML 2.24.3. */
const extension = (id: string, content: string): string =>
  `<c:extLst><c:ext uri="${id}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">${content}</c:ext></c:extLst>`;

const ofCells = (before = ""): string =>
  extension(
    "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
    `${before}<c15:showDataLabelsRange val="1"/>`,
  );

/** The cells that the labels of a series print. */
export const labelCells = (column: Column, words: readonly string[]): string =>
  extension("{02D57815-91ED-43cb-92C2-25804820EDAC}", labelRangeXml(column, words));

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
