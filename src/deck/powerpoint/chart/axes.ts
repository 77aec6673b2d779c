import { textWidth } from "../../../charts/index.ts";
import { line, noFill } from "../theme.ts";
import { escaped } from "../xml.ts";
import { chartText, textLook } from "./marks.ts";
import type { Plot } from "./plot.ts";
import { monthFormat } from "./sheet.ts";

const ids = { category: 111, value: 222 } as const;

/** What each layer says of its axes. */
export const axisIds = `<c:axId val="${ids.category}"/><c:axId val="${ids.value}"/>`;

/** Every so many categories are written: all, or steps that a reader counts in. */
const skips = [1, 2, 3, 4, 6, 12, 24, 36, 48];

/** Smaller where a word has no room under its bar: a word broken in two cannot be read. @param room points of one category */
export function wantedNameSize(categories: readonly string[], room: number): number {
  const words = categories.flatMap((name) => name.split(" "));
  const widest = Math.max(1, ...words.map((word) => textWidth(word, chartText)));
  return Math.min(chartText, Math.floor((chartText * room * 0.95) / widest));
}

/** The same, but never so small that nobody reads it. */
export const nameSize = (categories: readonly string[], room: number): number =>
  Math.max(8, wantedNameSize(categories, room));

/** @param room points of the whole axis */
export function skipOf(categories: readonly string[], room: number): number {
  const widest = Math.max(1, ...categories.map((name) => textWidth(name, chartText))) + 10;
  const most = Math.max(1, Math.floor(room / widest));
  return skips.find((skip) => Math.ceil(categories.length / skip) <= most) ?? 120;
}

/** Both axes of a plot; what the categories are stands under them. */
export function axesXml(
  plot: Plot,
  axis: string | undefined,
  { skip, size, isDense }: { skip: number; size: number; isDense: boolean },
): string {
  const { sheet, scale, ticks, isCurve, isLying } = plot;
  const isOfMonths = sheet.serials !== undefined;
  const title =
    axis === undefined
      ? ""
      : `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${chartText * 100}" b="0"/></a:pPr>` +
        `<a:r><a:rPr lang="en-US" sz="${chartText * 100}" b="0"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:rPr>` +
        `<a:t>${escaped(axis)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  const category =
    `<c:${isOfMonths ? "dateAx" : "catAx"}><c:axId val="${ids.category}"/><c:scaling><c:orientation val="${isLying ? "maxMin" : "minMax"}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isLying ? "l" : "b"}"/>${title}<c:numFmt formatCode="${isOfMonths ? monthFormat : "General"}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr>${line("grey", 0.75)}</c:spPr>${textLook("ink", size, { isDense })}<c:crossAx val="${ids.value}"/><c:crosses val="autoZero"/>` +
    (isOfMonths
      ? `<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="${skip}"/><c:majorTimeUnit val="months"/></c:dateAx>`
      : `<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="${skip}"/>` +
        `<c:tickMarkSkip val="${skip}"/><c:noMultiLvlLbl val="1"/></c:catAx>`);
  const grid = ticks.isShown
    ? `<c:majorGridlines><c:spPr>${line("soft", 0.75)}</c:spPr></c:majorGridlines>`
    : "";
  const value =
    `<c:valAx><c:axId val="${ids.value}"/><c:scaling><c:orientation val="minMax"/><c:max val="${scale.high}"/><c:min val="${scale.low}"/></c:scaling>` +
    `<c:delete val="${ticks.isShown ? 0 : 1}"/><c:axPos val="${isLying ? "b" : "l"}"/>${grid}` +
    `<c:numFmt formatCode="${escaped(ticks.format)}" sourceLinked="0"/>` +
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr>${noFill}<a:ln>${noFill}</a:ln></c:spPr>${textLook("muted")}<c:crossAx val="${ids.category}"/>` +
    `<c:crosses val="${isLying ? "max" : "autoZero"}"/><c:crossBetween val="${isCurve ? "midCat" : "between"}"/><c:majorUnit val="${scale.step}"/></c:valAx>`;
  return category + value;
}
