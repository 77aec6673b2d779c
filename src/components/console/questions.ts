import {
  askInputs,
  assumptionsOf,
  companyWaves,
  type FigureModel,
  hasCustomers,
  measuredFigures,
  modelledFigures,
  northStar,
  npsFigures,
  overviewFigures,
  retentionFigures,
  satisfaction,
  scorecard,
  type View,
  viewOf,
} from "../../figures/index.ts";
import { workedQuestions } from "../../questions/index.ts";
import type { Report } from "../../report.ts";
import { referencesOf } from "../../shared/models.ts";
import { type Question, queryAddress } from "../../shared/questions.ts";
import { say } from "../../text/index.ts";
import { accountsQueries, readingsQueries } from "../metrics/definitions/queries.ts";
import {
  askTests,
  hasTests,
  historyQueries,
  pastShown,
  segmentQueries,
  valueQuery,
} from "../metrics/queries.ts";
import { sentencesOf } from "../overview/sentences.ts";

/** What of a figure is listed. */
interface Source extends Pick<FigureModel, "id" | "measure"> {
  finding?: string;
  queries?: readonly { sql: string }[] | undefined;
}

/** The contents of data/questions.json: worked questions, then every query in the order of the pages. */
export function questionsJson(report: Report): { questions: Question[] } {
  return {
    questions: [
      ...workedOf(report),
      ...figuresOf(report),
      ...report.metrics.flatMap((metric) => metricOf(report, metric)),
      ...martsOf(report),
    ],
  };
}

function workedOf(report: Report): Question[] {
  const { topics, worked } = say.console.questions;
  return workedQuestions.map(({ id, topic, sql }) => ({
    address: id,
    group: topics[topic],
    ...worked[id],
    missing: missingOf(report, sql),
    sql,
  }));
}

/** Without exchange rates everything is in the company's currency, as it should be. */
const dispensable = "fx";

/** Datasets that a select stands on and that this build was not given. */
function missingOf({ lineage, datasets }: Report, sql: string): string[] {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const read of lineage.find((table) => table.name === name)?.reads ?? []) visit(read);
  };
  for (const name of referencesOf(sql)) visit(name);
  return datasets
    .filter(({ dataset, isPresent }) => !isPresent && found.has(dataset))
    .map(({ dataset }) => dataset)
    .filter((dataset) => dataset !== dispensable);
}

function figuresOf(report: Report): Question[] {
  const view = viewOf(report);
  const assumptions = assumptionsOf(view);
  const { definitions } = say;
  const drawn = (figures: readonly (object | undefined)[]) =>
    figures.filter((figure): figure is FigureModel => figure !== undefined && "id" in figure);
  const pages: Readonly<Record<string, readonly Source[]>> = {
    "": hasCustomers(report) ? [...topOf(report, view), ...drawn(overviewFigures(view))] : [],
    "retention/": hasCustomers(report) ? drawn(retentionFigures(view)) : [],
    "cash-flow/": [
      ...(assumptions ? modelledFigures(view, assumptions) : []),
      ...(assumptions ? [whatIf(view)] : []),
      ...(assumptions || report.marts.cohortPayback.length > 0 ? measuredFigures(view) : []),
    ],
    "nps/": [
      ...(companyWaves(view).length > 0 ? drawn(npsFigures(view)) : []),
      ...drawn([satisfaction(view)]),
    ],
    "metrics/definitions/": [
      {
        id: "by-rule",
        measure: definitions.headlines.measure,
        queries: readingsQueries(report),
      },
      { id: "accounts", measure: definitions.pairs.measure, queries: accountsQueries(report) },
    ],
  };
  return Object.entries(pages).flatMap(([page, figures]) => {
    const section = say.site.pages.find(({ path }) => path !== "" && page.startsWith(path));
    const group = say.console.questions.figures(section?.label ?? say.overview.name);
    return figures.flatMap((figure) => listed(page, group, figure));
  });
}

/** What stands above the overview's figures. */
function topOf(report: Report, view: View): Source[] {
  const { star, queries } = northStar(view);
  return [
    {
      id: "summary",
      measure: say.board.summary,
      queries: sentencesOf(report, view).flatMap((sentence) => [...sentence.queries]),
    },
    { id: "north-star", measure: star.name, queries },
    { id: "scorecard", measure: say.overview.scorecardTable, queries: scorecard(view).queries },
  ];
}

function whatIf(view: View): Source {
  const { measure } = say.cash.whatIf;
  return { id: "what-if", measure, queries: Object.values(askInputs(view)) };
}

function metricOf(report: Report, metric: Report["metrics"][number]): Question[] {
  const { id, title, definition } = metric;
  const words = say.console.questions;
  const page = `metrics/${id}/`;
  const past = pastShown(report, metric);
  const missing = (metric.needs ?? []).filter((name) =>
    report.datasets.some(({ dataset, isPresent }) => dataset === name && !isPresent),
  );
  const figures: Source[] = [
    {
      id: "history",
      measure: words.history(title),
      queries: past ? historyQueries(report, past) : [],
    },
    { id: "segments", measure: words.segments(title), queries: segmentQueries(report, metric) },
    ...(hasTests(report, metric)
      ? [{ id: "tests", measure: words.tests(title), queries: [askTests(report)] }]
      : []),
  ];
  return [
    {
      address: `metrics/${id}`,
      group: words.metrics,
      title,
      about: definition,
      missing,
      sql: valueQuery(report, metric).sql,
    },
    ...figures.flatMap((figure) => listed(page, words.more, figure)),
  ];
}

/** The different queries of a figure, as it prints them. */
function listed(page: string, group: string, { id, measure, finding, queries }: Source) {
  const own = [...new Set((queries ?? []).map(({ sql }) => sql))];
  return own.map((sql, index) => ({
    address: queryAddress(page, id, index + 1),
    group,
    title: say.console.questions.part(measure, index + 1, own.length),
    about: finding ?? "",
    missing: [],
    sql,
  }));
}

/** The SQL of every mart, which gives its rows again from the tables it reads. */
function martsOf(report: Report): Question[] {
  return Object.entries(report.sql).map(([mart, sql]) => ({
    address: `marts/${mart}`,
    group: say.console.questions.marts,
    title: mart,
    about: report.lineage.find(({ name }) => name === mart)?.grain ?? "",
    missing: [],
    sql: sql.trim(),
  }));
}
