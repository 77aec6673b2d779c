import { type NativeChart, textWidth, truncate } from "../../../charts/index.ts";
import { say } from "../../../text/index.ts";
import { noFill, noLine } from "../theme.ts";
import { declared, xmlHead } from "../xml.ts";
import { axesXml, axisIds, nameSize, skipOf, wantedNameSize } from "./axes.ts";
import { plotBars } from "./bars.ts";
import { plotBridge } from "./bridge.ts";
import { plotCurves } from "./curves.ts";
import { chartText, textLook } from "./marks.ts";
import type { Drawing, Drawn, Plot } from "./plot.ts";
import { writeSheet } from "./sheet.ts";

/** A chart part and the workbook behind it, which a double click on the chart opens. */
export interface ChartParts {
  xml: string;
  workbook: Uint8Array<ArrayBuffer>;
}

/** A chart that PowerPoint draws and lets its reader edit. */
export async function writeChart(given: Drawing): Promise<ChartParts> {
  const drawing = { ...given, chart: withShortNames(given.chart) };
  const plot = plotOf(drawing);
  const axis = drawing.chart.axis ?? say.deck.chart.category;
  return { xml: chartXml(plot, drawing), workbook: await writeSheet(plot.sheet, axis) };
}

/** Points that a name may take: in a legend, and under or beside a column. */
const roomOfName = { series: 240, category: 260 } as const;

/** Names that would take the room of the chart end in an ellipsis, in its sheet too. */
function withShortNames(chart: NativeChart): NativeChart {
  const cut = (name: string, room: number) => truncate(name, room, chartText);
  return {
    ...chart,
    categories: chart.categories.map((name) => cut(name, roomOfName.category)),
    series: chart.series.map((own) => ({ ...own, name: cut(own.name, roomOfName.series) })),
    ...(chart.marks && {
      marks: chart.marks.map((mark) => ({ ...mark, name: cut(mark.name, roomOfName.category) })),
    }),
  };
}

/** Where the value axis starts: not at zero where all values are far from it. */
export function axisStart(chart: NativeChart): number {
  const { scale } = plotOf({ chart, money: anyMoney, write: String, width: 0, height: 0 });
  return Math.max(0, scale.low);
}

/** Points of the smallest text of a chart in a box: of names under its columns, and of numbers over those of a bridge. */
export function leastText(
  chart: NativeChart,
  { width, height }: { width: number; height: number },
  write: (value: number) => string,
): number {
  const plot = plotOf({ chart, money: anyMoney, write, width, height });
  if (plot.isLying || plot.isCurve || chart.categories.length > mostNames) return chartText;
  const wide = roomOf(plot, { chart, width, height }).width * width;
  const place = wide / Math.max(1, chart.categories.length);
  const written = chart.kind === "bridge" ? (chart.series[0]?.values ?? []) : [];
  const labels = written.map((value) => textWidth(`+${write(value ?? 0)}`, chartText));
  const label = Math.floor((chartText * place) / Math.max(1, ...labels));
  return Math.min(chartText, label, wantedNameSize(chart.categories, place));
}

/** Of an axis that is only measured. */
const anyMoney = { locale: "en-US", currency: "USD" } as const;

function plotOf(drawing: Drawing): Plot {
  const { kind, series } = drawing.chart;
  switch (kind) {
    case "bridge":
      return plotBridge(drawing);
    case "line":
    case "band":
      return plotCurves(drawing);
    case "column":
    case "bar":
    case "stacked":
      return series.some(({ low }) => low) ? plotCurves(drawing) : plotBars(drawing);
    case "heat":
      throw new Error("a heat map is no chart of PowerPoint; write it as a table");
  }
}

/** More columns than that cannot each have their name under them. */
const mostNames = 24;

function chartXml(plot: Plot, { chart, width, height }: Drawing): string {
  const room = roomOf(plot, { chart, width, height });
  const wide = room.width * width;
  const isDense = plot.isCurve || chart.categories.length > mostNames;
  const skip = plot.isLying || !isDense ? 1 : skipOf(chart.categories, wide);
  const size =
    plot.isLying || isDense
      ? chartText
      : nameSize(chart.categories, wide / Math.max(1, chart.categories.length));
  return (
    `${xmlHead}<c:chartSpace${declared("c", "a", "r")}><c:date1904 val="0"/><c:roundedCorners val="0"/>` +
    `<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>${layoutXml(room)}${layersXml(plot)}` +
    `${axesXml(plot, chart.axis, { skip, size, isDense })}<c:spPr>${noFill}${noLine}</c:spPr></c:plotArea>` +
    `${plot.hasLegend ? legendXml(plot) : ""}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr>${noFill}${noLine}</c:spPr>${textLook("ink")}` +
    `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

const order = ["area", "bar", "line"] as const;

/** The series in their layers, numbered through; the legend counts as they do. */
function layersXml(plot: Plot): string {
  const { isStacked, isLying } = plot;
  let place = 0;
  const layers = order.map((layer) => {
    const drawn = plot.drawn.filter((one) => one.layer === layer);
    if (drawn.length === 0) return "";
    const series = drawn.map((one) => one.series(place++)).join("");
    const varied = `<c:varyColors val="0"/>`;
    if (layer === "area") {
      return `<c:areaChart><c:grouping val="stacked"/>${varied}${series}${axisIds}</c:areaChart>`;
    }
    if (layer === "line") {
      return `<c:lineChart><c:grouping val="standard"/>${varied}${series}<c:marker val="1"/>${axisIds}</c:lineChart>`;
    }
    const together = isStacked
      ? `<c:gapWidth val="45"/><c:overlap val="100"/>`
      : `<c:gapWidth val="55"/><c:overlap val="-5"/>`;
    return (
      `<c:barChart><c:barDir val="${isLying ? "bar" : "col"}"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/>` +
      `${varied}${series}${together}${axisIds}</c:barChart>`
    );
  });
  return layers.join("");
}

function legendXml(plot: Plot): string {
  const inOrder = order.flatMap((layer) => plot.drawn.filter((one: Drawn) => one.layer === layer));
  const hidden = inOrder.map(({ isNamed }, index) =>
    isNamed ? "" : `<c:legendEntry><c:idx val="${index}"/><c:delete val="1"/></c:legendEntry>`,
  );
  return `<c:legend><c:legendPos val="t"/>${hidden.join("")}<c:overlay val="0"/>${textLook("ink")}</c:legend>`;
}

/** The plot within its frame, as shares of it: texts around it have the room that they need. */
interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

function roomOf(
  plot: Plot,
  { chart, width, height }: Pick<Drawing, "chart" | "width" | "height">,
): Room {
  const line = chartText * 1.5;
  const names = Math.max(0, ...chart.categories.map((name) => textWidth(name, chartText)));
  const left = plot.isLying ? Math.min(names, width * 0.35) + 12 : plot.ticks.isShown ? 58 : 12;
  const perCategory = (width - left - plot.right) / Math.max(1, chart.categories.length);
  // Names that are too long for their place are broken into lines.
  const lines = plot.isCurve ? 1 : Math.min(3, Math.ceil(names / Math.max(1, perCategory)));
  const bottom = plot.isLying ? 8 : line * lines + 8 + (chart.axis === undefined ? 0 : line + 4);
  const top = plot.top + (plot.hasLegend ? 26 : 0);
  return {
    x: left / width,
    y: top / height,
    width: (width - left - plot.right) / width,
    height: (height - top - bottom) / height,
  };
}

function layoutXml({ x, y, width, height }: Room): string {
  const value = (tag: string, share: number) => `<c:${tag} val="${share.toFixed(4)}"/>`;
  return (
    `<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>` +
    `${value("x", x)}${value("y", y)}${value("w", width)}${value("h", height)}</c:manualLayout></c:layout>`
  );
}
