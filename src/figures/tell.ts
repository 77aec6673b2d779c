import { literal } from "../shared/query/index.ts";
import type { Shown } from "./ask.ts";
import { type SummarySentence, summaryOf } from "./board/index.ts";
import {
  askInputs,
  assumptionsOf,
  cashFinding,
  measuredFigures,
  modelledFigures,
  type Start,
  startOf,
} from "./cash/index.ts";
import type { FigureModel } from "./figure.ts";
import { npsFigures, npsFinding, satisfaction } from "./nps/index.ts";
import {
  type NorthStarModel,
  northStar,
  overviewFigures,
  overviewFinding,
  type ScorecardModel,
  scorecard,
} from "./overview/index.ts";
import { retentionFigures, retentionFinding } from "./retention/index.ts";
import { sharedCost } from "./shared-cost.ts";
import { isLimited, noneWhole, type Scope, type View } from "./view.ts";

/** All that a page says of a view, for whoever draws it anew. */
export interface ToldPage {
  finding: string;
  figures: FigureModel[];
  /** Why a figure of the page is not told, where that is the same for all. */
  why?: string | undefined;
  /** Why single figures are not told: the period holds none of their quarters or half-years whole. */
  outside?: Readonly<Record<string, string>>;
  /** Of whom more is reckoned with than the page's customers, or why their value is not known. */
  note?: string | undefined;
  /** What the newest value of a metric is read from. */
  newest?: Shown | undefined;
  /** Of everyone, whatever the filter: in whose words the title, or a figure by its id, says so. */
  whose?: { readonly [place: string]: string } | undefined;
  /** Of the overview only. */
  overview?: {
    star: NorthStarModel;
    score: ScorecardModel;
    summary: SummarySentence[];
  };
  /** Of the page on cash, where its model is known: what the what-if starts from. */
  whatIf?: Start & { caveat: string | undefined; queries: readonly Shown[] };
}

const pages = {
  overview: (view: View): ToldPage => ({
    finding: overviewFinding(view),
    figures: overviewFigures(view).filter((figure) => "id" in figure),
    overview: {
      star: northStar(view),
      score: scorecard(view),
      // No period limits what stands on top of the page.
      summary: summaryOf({ ...view, period: {} }),
    },
  }),
  retention: (view: View): ToldPage => ({
    finding: retentionFinding(view),
    figures: retentionFigures(view).filter((figure) => "id" in figure),
  }),
  cash: (view: View): ToldPage => {
    const assumptions = assumptionsOf(view);
    return {
      ...(assumptions && {
        whatIf: {
          ...startOf(view, assumptions),
          caveat: sharedCost(view),
          queries: Object.values(askInputs(view)),
        },
      }),
      finding: cashFinding(view),
      figures: [
        ...(assumptions ? modelledFigures(view, assumptions) : []),
        ...measuredFigures(view),
      ],
    };
  },
  nps: (view: View): ToldPage => ({
    finding: npsFinding(view),
    figures: [...npsFigures(view), satisfaction(view)].filter(
      (figure) => figure !== undefined && "id" in figure,
    ),
  }),
} as const;

/** Pages that can be filtered. */
export type PageName = keyof typeof pages;

/** What a page says of a view. A figure that would show other customers than the scope's is left out. */
export function tellPage(page: PageName, view: View): ToldPage {
  const told = pages[page](view);
  const figures = told.figures.filter(({ queries = [] }) => areOfScope(queries, view.scope));
  const long = longRows[page];
  if (!long || !isLimited(view)) return { ...told, figures };
  const missing = long.figures.filter((id) => !hasRows(figures, id));
  if (missing.length === 0) return { ...told, figures };
  const all = pages[page]({ ...view, period: {} }).figures;
  const outside = missing.filter((id) => hasRows(all, id));
  return {
    ...told,
    figures: figures.filter(({ id }) => !outside.includes(id)),
    outside: Object.fromEntries(outside.map((id) => [id, noneWhole(view, long.every)])),
  };
}

/** Figures whose rows are longer than a month. */
const longRows: {
  readonly [Page in PageName]?: { every: "quarter" | "half"; figures: readonly string[] };
} = {
  retention: { every: "quarter", figures: ["cohorts-customers", "cohorts-revenue"] },
  cash: { every: "quarter", figures: ["payback"] },
  nps: { every: "half", figures: ["waves", "shares", "satisfaction"] },
};

const hasRows = (figures: readonly FigureModel[], id: string): boolean =>
  figures.some((figure) => figure.id === id && (figure.table?.rows.length ?? 0) > 0);

/** Whether every query asks for the rows of the scope and of no other customers. */
function areOfScope(queries: readonly Shown[], { dimension, segment }: Scope): boolean {
  if (dimension === "all") return true;
  const own = [`dimension = ${literal(dimension)}`, `segment = ${literal(segment)}`];
  return (
    queries.length > 0 &&
    queries.every(({ sql }) => own.every((condition) => sql.includes(condition)))
  );
}

/** Figures of tables and definitions, which are the same for all customers. */
export const figuresOfNobody: ReadonlySet<string> = new Set(["lineage"]);

/** Figures that compare all segments, whoever is chosen. */
export const figuresOfAll: ReadonlySet<string> = new Set(["segments", "tests"]);

/** Figures whose rows are months, waves or cohorts: those that a period can limit. */
export const figuresOverTime: ReadonlySet<string> = new Set([
  "arr",
  "cohorts-customers",
  "cohorts-revenue",
  "payback",
  "waves",
  "shares",
  "satisfaction",
  "history",
]);
