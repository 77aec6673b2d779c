import { palette } from "../../../charts/index.ts";
import type { Drawings } from "../../../figures/index.ts";
import { say } from "../../../text/index.ts";
import type { Drawn, Sheet } from "../sheet.ts";
import { inLight } from "./light.ts";
import type { Vector } from "./pixels.ts";
import { halosBeneath, placesInPixels } from "./plain.ts";
import type { Shape } from "./shapes.ts";
import { drawTable } from "./table.ts";
import { escaped, type Look, linesOf, type Measure, rounded, textAt } from "./words.ts";

/** A picture that stands alone: colours, fonts and words in it. */
export interface Picture extends Vector {
  /** Points of its smallest text where the picture has its full size. */
  points: number;
}

interface Options {
  measure: Measure;
  /** As a stylesheet names them. */
  fonts: string;
  isTransparent: boolean;
  /** The page that it fills; the picture's own size where absent. */
  shape?: Shape | undefined;
  /** Draws the sheet's chart for that page. */
  drawing?: Drawings | undefined;
}

interface Block {
  text: string;
  look: Look;
  colour: string;
  lineHeight: number;
  /** Room above it. */
  above: number;
}

const edge = 24;
const around = 14;
const narrowest = 480;
/** A figure that shows many metrics has the first of their definitions in its picture. */
const mostDefinitions = 4;
const smallest = 11;
/** From one width that is tried to the next. */
const grown = 1.04;
/** No table needs a wider picture than that. */
const widest = 12_000;

/** A figure as a picture: its title, measure, chart or table, facts, definitions and source. */
export function composePicture(sheet: Sheet, options: Options): Picture {
  const { measure, shape } = options;
  const { width, height, drawn, blocks } = shape
    ? fitted(sheet, shape, options)
    : asItStands(sheet, measure);
  const outer = shape ?? { width, height };
  const foot = height - edge - heightOf(blocks, width, measure);
  const top = topOf(sheet, width, measure);
  const spare = Math.max(0, foot - around - top - drawn.height);
  const parts = [
    ...placed(headOf(sheet), width, edge, measure),
    chartAt(drawn, {
      left: (width - drawn.width) / 2,
      top: top + spare / 2,
      isTransparent: options.isTransparent,
    }),
    ...placed(blocks, width, foot, measure),
  ];
  return {
    svg: frame(sheet, parts.join(""), { width, height }, outer, options),
    width: outer.width,
    height: outer.height,
    points: (smallest * (outer.width / width) * 72) / 96,
  };
}

/** The sides of a picture, what it shows, and the words beneath. */
interface Layout {
  width: number;
  height: number;
  drawn: Drawn;
  blocks: readonly Block[];
}

function asItStands(sheet: Sheet, measure: Measure): Layout {
  const drawn = sheet.drawn ?? tableOf(sheet, measure);
  const width = Math.ceil(Math.max(drawn.width, narrowest)) + 2 * edge;
  const blocks = footOf(sheet, mostDefinitions);
  const foot = heightOf(blocks, width, measure);
  const height = Math.ceil(topOf(sheet, width, measure) + drawn.height + around + foot + edge);
  return { width, height, drawn, blocks };
}

function tableOf({ table }: Sheet, measure: Measure): Drawn {
  return table ? drawTable(table, measure) : { svg: "", width: narrowest, height: 0 };
}

/**
 * The smallest page of a shape, from the one with the text of a slide on, that holds all of it at its
 * size: on the slide its text is as large as can be. What takes the room of a chart is told in fewer words.
 */
function fitted(sheet: Sheet, shape: Shape, { measure, drawing }: Options): Layout {
  const table = drawing ? undefined : tableOf(sheet, measure);
  const most = Math.min(mostDefinitions, sheet.provenance.definitions.length);
  for (let width = shape.layout; ; width = Math.ceil(width * grown)) {
    const height = width / shape.ratio;
    const inner = width - 2 * edge;
    const least = table ?? drawing?.({ width: inner, plot: leastPlot(inner) });
    for (let told = most; told >= Math.min(1, most); told--) {
      const blocks = footOf(sheet, told);
      const foot = heightOf(blocks, width, measure);
      const room = Math.floor(height - topOf(sheet, width, measure) - around - foot - edge);
      if (!least || (width <= widest && (least.height > room || least.width > inner))) continue;
      // A second definition is worth less than half of the page.
      if (told > 1 && drawing && room < height / 2) continue;
      const plot = leastPlot(inner) + room - least.height;
      return { width, height, drawn: drawing?.({ width: inner, plot }) ?? least, blocks };
    }
  }
}

/** Lower plots show no slopes. */
const leastPlot = (width: number): number => Math.max(150, Math.round(width / 4));

const topOf = (sheet: Sheet, width: number, measure: Measure) =>
  edge + heightOf(headOf(sheet), width, measure) + around;

function headOf({ provenance, chosen }: Sheet): Block[] {
  const { ink, muted } = palette.light;
  const small = { look: { size: 13 }, colour: muted, lineHeight: 18 } as const;
  return [
    { ...small, text: provenance.measure, above: 0 },
    {
      text: provenance.title,
      look: { size: 20, weight: 600 },
      colour: ink,
      lineHeight: 26,
      above: 3,
    },
    ...(chosen === undefined ? [] : [{ ...small, text: chosen, above: 4 }]),
  ];
}

/** @param most of its definitions that are told; the others are named */
function footOf({ provenance, madeOf }: Sheet, most: number): Block[] {
  const words = say.exports;
  const { facts, definitions, source } = provenance;
  const told = definitions.slice(0, most);
  const others = definitions.slice(most).map(({ name }) => name);
  const texts = [
    facts,
    ...(madeOf === undefined ? [] : [madeOf]),
    ...told.map(({ name, text }) => words.definition(name, text)),
    ...(others.length > 0 ? [words.moreDefinitions(others)] : []),
  ];
  const small = { colour: palette.light.muted, lineHeight: 15, above: 3 };
  return [
    ...texts.map((text): Block => ({ ...small, text, look: { size: smallest } })),
    { ...small, text: source, look: { size: smallest, weight: 600 } },
  ];
}

const linesIn = ({ text, look }: Block, width: number, measure: Measure) =>
  linesOf(text, width - 2 * edge, look, measure);

function heightOf(blocks: readonly Block[], width: number, measure: Measure): number {
  return blocks.reduce(
    (sum, block) => sum + block.above + linesIn(block, width, measure).length * block.lineHeight,
    0,
  );
}

function placed(blocks: readonly Block[], width: number, top: number, measure: Measure): string[] {
  let y = top;
  return blocks.flatMap((block) => {
    const { look, colour, lineHeight, above } = block;
    y += above;
    return linesIn(block, width, measure).map((text) => {
      y += lineHeight;
      return textAt(text, { x: edge, y: y - 0.28 * lineHeight, colour, look });
    });
  });
}

interface Place {
  left: number;
  top: number;
  isTransparent: boolean;
}

/**
 * The drawing as a group: not every program draws a picture within a picture, and what reaches over its
 * edge stays, as on the page.
 */
function chartAt({ svg }: Drawn, { left, top, isTransparent }: Place): string {
  const at = `translate(${rounded(left)} ${rounded(top)})`;
  const plain = halosBeneath(placesInPixels(inLight(svg)), isTransparent);
  const inside = plain
    .replaceAll(/ (?:role|class|aria-label)="[^"]*"/g, "")
    .replace(/^<svg\b[^>]*>/, (head) => {
      const kept = head.slice(4, -1).replaceAll(/ (?:xmlns|viewBox|width|height)="[^"]*"/g, "");
      return `<g transform="${at}"${kept}>`;
    });
  return inside.replace(/<\/svg>\s*$/, "</g>");
}

interface Size {
  width: number;
  height: number;
}

function frame(
  { provenance }: Sheet,
  inside: string,
  { width, height }: Size,
  outer: Size,
  { fonts, isTransparent }: Options,
): string {
  const { ink, paper } = palette.light;
  const ground = isTransparent ? "" : `<rect width="100%" height="100%" fill="${paper}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${outer.width}" height="${outer.height}" ` +
    `viewBox="0 0 ${rounded(width)} ${rounded(height)}" font-family="${escaped(fonts)}" fill="${ink}" ` +
    `font-variant="tabular-nums" xml:space="preserve">` +
    `<title>${escaped(provenance.title)}</title><desc>${escaped(provenance.caption)}</desc>` +
    `${ground}${inside}</svg>\n`
  );
}
