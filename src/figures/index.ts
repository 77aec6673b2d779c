export { ask, type Shown, tableOf } from "./ask.ts";
export { martsOf } from "./asked.ts";
export {
  benchmarksOf,
  comparison,
  mostSentences,
  type SummarySentence,
  summaryOf,
} from "./board/index.ts";
export * from "./cash/index.ts";
export { deckFigure, definitionsInDeck, nameOfFigure, untoldInDeck } from "./deck/index.ts";
export { type Drawings, draw, widths } from "./draw.ts";
export type { Choice, FigureModel, MissingFigure, NoticeFigure } from "./figure.ts";
export { formatsOf, type PageFormats } from "./formats.ts";
export * from "./nps/index.ts";
export * from "./overview/index.ts";
export { type Place, placesOf } from "./places.ts";
export {
  type Definition,
  definitionsOf,
  type Provenance,
  provenanceOf,
  type SourceOf,
  type Telling,
} from "./provenance.ts";
export * from "./retention/index.ts";
export { type Rule, withRules } from "./rules.ts";
export { compareSegments, hasCustomers, listSegments } from "./segments.ts";
export { combinedReport, openReport, type ShippedReport, shipReport } from "./shipped.ts";
export type {
  Cell,
  DayUnit,
  NumberUnit,
  Table,
  TableColumn,
  WordTable,
} from "./table.ts";
export { figuresOfCosts, figuresOverTime, type PageName, type ToldPage, tellPage } from "./tell.ts";
export { company, type FigureReport, type Period, type Scope, type View, viewOf } from "./view.ts";
