import type { Report } from "../../report.ts";
import { evaluateScenario } from "../../shared/what-if.ts";
import { say, sentence } from "../../text/index.ts";
import { type SummarySentence, summaryOf } from "../board/index.ts";
import { askInputs, assumptionsOf, todayOf, whatIfFigure } from "../cash/index.ts";
import { nameOfFigure } from "../deck/index.ts";
import type { FigureModel } from "../figure.ts";
import { definitionsOf, type Place, placesOf } from "../places.ts";
import type { Definition } from "../provenance.ts";
import type { Table } from "../table.ts";
import { type PageName, type ToldPage, tellPage } from "../tell.ts";
import { type View, viewOf } from "../view.ts";
import { type TakenPage, takeFigure, takenPaths } from "./taken.ts";

/** The figures of a page with all that is told of them. */
export function takePage(report: Report, page: PageName): TakenPage {
  const view = viewOf(report);
  const { day } = report.asOf;
  return {
    company: report.company,
    asOf: { day, printed: view.format.day(day) },
    inputHash: report.inputHash,
    figures: figuresOf(page, view, placesOf(report)).map((figure) =>
      takeFigure(
        figure,
        figure.id === "summary"
          ? definitionsOfSummary(report, view)
          : definitionsOf(report, takenPaths[page], figure.id),
      ),
    ),
  };
}

/** Of the metrics that its sentences speak of, each once. */
function definitionsOfSummary(report: Report, view: View): Definition[] {
  const told = new Set(summaryOf(view).flatMap(({ metrics }) => metrics));
  return [...told].flatMap((id) => {
    const metric = report.metrics.find((one) => one.id === id);
    return metric ? [{ name: metric.title, text: metric.definition }] : [];
  });
}

/** All that can be taken from a page, in no order of the page's. */
export function figuresOf(page: PageName, view: View, places?: readonly Place[]): FigureModel[] {
  const told = tellPage(page, view);
  return [
    ...topFigures(told, places),
    ...told.figures,
    ...(page === "cash" ? scenarioOf(view) : []),
  ];
}

/**
 * The overview's number on top, its scorecard and its summary, told as the other figures are.
 *
 * @param places of the figures that are drawn: sentences of others are left out; none is where absent
 */
export function topFigures(
  { finding, overview }: ToldPage,
  places?: readonly Place[],
): FigureModel[] {
  if (!overview) return [];
  const { star, score, summary } = overview;
  const sentences = summary.filter(
    (sentence) =>
      places?.some(({ page, figure }) => page === sentence.page && figure === sentence.figure) ??
      true,
  );
  return [
    {
      id: "north-star",
      measure: sentence(star.star.what),
      finding,
      facts: star.facts,
      caveat: star.caveat,
      drawing: star.drawing,
      table: star.table,
      events: star.events,
      native: star.native,
      queries: star.queries,
    },
    {
      id: "scorecard",
      measure: say.overview.scorecardMeasure,
      finding: say.overview.scorecard,
      facts: score.facts,
      restated: score.restated,
      table: score.table,
      tiles: score.tiles.map(({ short, formatted, lines }) => ({
        name: short,
        value: formatted,
        lines,
      })),
      queries: score.queries,
    },
    {
      id: "summary",
      measure: say.board.summaryMeasure,
      finding: say.board.summary,
      facts: say.board.summaryFacts,
      table: summaryTable(sentences),
      sentences: sentences.map(({ text, ...place }) => ({ text: `${text}.`, of: figureIn(place) })),
      queries: sentences.flatMap(({ queries }) => queries),
    },
  ];
}

function summaryTable(sentences: readonly SummarySentence[]): Table {
  const rows = sentences.map(({ text, ...place }) => [`${text}.`, figureIn(place)]);
  return {
    caption: say.board.summary,
    columns: [{ label: say.board.summarySentence }, { label: say.board.summaryFigure }],
    rows,
    cells: rows.map((row) => row.map((value) => ({ value }))),
  };
}

/** The figure that a sentence stands on, in words: Retention: churn curve. */
function figureIn({ page, figure }: Pick<SummarySentence, "page" | "figure">): string {
  const label = say.site.pages.find(({ path }) => path === page)?.label ?? page;
  return say.metrics.place(label, nameOfFigure(figure));
}

/** The what-if before anybody sets anything: the company as it is. */
function scenarioOf(view: View): FigureModel[] {
  const assumptions = assumptionsOf(view);
  if (!assumptions) return [];
  const today = todayOf(view, assumptions);
  const outcome = evaluateScenario(assumptions, today);
  const { format, report } = view;
  const scenario = { ...today, name: say.cash.whatIf.today };
  const figure = whatIfFigure([{ scenario, outcome }], format.day(report.asOf.day), format);
  return [{ ...figure, queries: Object.values(askInputs(view)) }];
}
