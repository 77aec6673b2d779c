import * as Plot from "@observablehq/plot";
import type { Guide, Reading } from "../shared/readings.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartDocument } from "./document.ts";
import { overlay, type Pen } from "./overlay.ts";
import { fontSize } from "./theme.ts";

const geometry = new Set("d transform x y x1 x2 y1 y2 cx cy r rx width height points".split(" "));

type Drawing = Plot.PlotOptions & { width: number; height: number };

/** Places that can be read, from the scales of the finished plot. */
export interface ReadingPlan {
  guide: Guide;
  at: (pen: Pen) => Reading[];
}

const unread: ReadingPlan = { guide: "column", at: () => [] };

/**
 * Turns a plot into an SVG string that stands alone under a strict content security policy: no style elements or
 * attributes, ids of its own, coordinates with two decimals.
 * @throws what Plot only warns of, and places that are no numbers
 */
export function renderChart(
  drawing: Drawing,
  { label, id, width }: ChartOptions,
  { guide, at }: ReadingPlan = unread,
): Chart {
  let readings: Reading[] = [];
  const read = overlay((pen) => {
    readings = at(pen).map((reading) => ({
      ...reading,
      x: Math.round(reading.x),
      y: Math.round(reading.y),
    }));
  });
  const marks = [...(drawing.marks ?? []), read];
  const root = withoutWarnings(() =>
    Plot.plot({ ...drawing, marks, document: chartDocument, className: "chart" }),
  );
  for (const style of root.querySelectorAll("style")) style.remove();
  for (const node of root.querySelectorAll("*")) clean(node);
  root.removeAttribute("font-family");
  root.setAttribute("font-size", String(fontSize(width)));
  // A browser writes no-break spaces, which many locales put into numbers, by a name that XML does not have.
  const inside = root.outerHTML
    .slice("<svg".length)
    .replaceAll(" />", "/>")
    .replaceAll("&nbsp;", "\u00a0");
  const head = `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="${attributeText(label)}"`;
  const svg = prefixIds(head + inside, id);
  return { svg, width: drawing.width, height: drawing.height, readings, guide };
}

/** Plot draws its warnings into the picture and goes on. */
function withoutWarnings<Result>(draw: () => Result): Result {
  const { console: log } = globalThis;
  const { warn } = log;
  const messages: string[] = [];
  log.warn = (...parts: unknown[]) => void messages.push(parts.join(" "));
  try {
    const result = draw();
    if (messages.length > 0) throw new Error(`plot warns: ${messages.join("; ")}`);
    return result;
  } finally {
    log.warn = warn;
  }
}

function clean(node: Element): void {
  node.removeAttribute("style");
  node.removeAttribute("aria-label");
  node.removeAttribute("aria-hidden");
  node.removeAttribute("font-variant");
  for (const name of node.getAttributeNames()) {
    const value = node.getAttribute(name);
    if (value === null || !geometry.has(name)) continue;
    if (/NaN|Infinity|undefined/.test(value)) {
      throw new Error(`${name}="${value}" of a ${node.localName} is no place; give finite values`);
    }
    node.setAttribute(name, roundNumbers(value));
  }
}

/** linkedom leaves < and & of attributes as they are, which a page forgives and an .svg file does not. */
const attributeText = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const roundNumbers = (text: string): string =>
  text.replace(/-?\d*\.\d+(?:e-?\d+)?/g, (digits) =>
    String(Math.round(Number(digits) * 100) / 100 + 0),
  );

/** Plot numbers its clips across all plots of the process: they are renumbered within the chart. */
function prefixIds(svg: string, id: string | undefined): string {
  const names = [...new Set(Array.from(svg.matchAll(/ id="([^"]+)"/g), (match) => match[1] ?? ""))];
  if (names.length === 0) return svg;
  const numbered = rename(svg, names, (index) => `chart-${index + 1}`);
  const prefix = id ?? `c${hash(numbered)}`;
  return rename(svg, names, (index) => `${prefix}-${index + 1}`);
}

function rename(svg: string, names: readonly string[], to: (index: number) => string): string {
  return svg.replace(/( id="|url\(#)([^")]+)/g, (whole, before: string, name: string) => {
    const index = names.indexOf(name);
    return index < 0 ? whole : before + to(index);
  });
}

/** FNV-1a, in base 36. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(36);
}
