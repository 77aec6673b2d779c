export { ask, type Shown, tableOf } from "./ask.ts";
export { benchmarksOf, type SummarySentence, summaryOf } from "./board/index.ts";
export { type RestatedMark, restatedAnchor } from "./board/restated.ts";
export * from "./cash/index.ts";
export { deckFigure, definitionsInDeck, metricsInDeck, untoldInDeck } from "./deck/index.ts";
export { type Drawings, draw, type Room, type Size, widths } from "./draw.ts";
export {
  asChosen,
  type Choice,
  type FigureModel,
  type Finer,
  type MissingFigure,
  type NoticeFigure,
} from "./figure.ts";
export { formatsOf, type PageFormats } from "./formats.ts";
export * from "./nps/index.ts";
export * from "./overview/index.ts";
export { definitionsOf, placesOf } from "./places.ts";
export { type Definition, type Provenance, provenanceOf, type Telling } from "./provenance.ts";
export * from "./retention/index.ts";
export { compareSegments, hasCustomers } from "./segments.ts";
export { martsOf, reckonsCosts } from "./shipped/asked.ts";
export { type ShippedMetric, shipMetric } from "./shipped/metric.ts";
export { combinedReport, openReport, type ShippedReport, shipReport } from "./shipped/shipped.ts";
export { figuresOf, takePage, topFigures } from "./shipped/take-page.ts";
export {
  canBeTaken,
  metricIn,
  type TakenFigure,
  type TakenPage,
  type TakenTable,
  takeFigure,
  takenName,
  takenPaths,
} from "./shipped/taken.ts";
export { openWhole, type ShippedWhole, shipWhole } from "./shipped/whole.ts";
export {
  type Cell,
  type NumberUnit,
  numberIn,
  type Table,
  tabulate,
  type WordTable,
  wordsOf,
} from "./table.ts";
export {
  figuresOfAll,
  figuresOfNobody,
  figuresOverTime,
  type PageName,
  type ToldPage,
  tellPage,
} from "./tell.ts";
export { eventSentences, eventsWithin } from "./timeline/events.ts";
export { costsShared } from "./timeline/metric-cost.ts";
export { type MetricPage, martsOfMetric, tellMetric } from "./timeline/metric-page.ts";
export {
  halfOf,
  type MetricPast,
  metricPastFigure,
  periodName,
  writeValue,
} from "./timeline/metric-past.ts";
export { company, type FigureReport, type Scope, type View, viewOf } from "./view.ts";
