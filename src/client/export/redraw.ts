import {
  asChosen,
  type Drawings,
  type FigureModel,
  figuresOf,
  formatsOf,
  type MetricPast,
  metricPastFigure,
  openWhole,
  type PageName,
  type ShippedReport,
  type ShippedWhole,
  type TakenPage,
  viewOf,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { siteBase } from "../deck/base.ts";

const pages = new Map<PageName, Promise<readonly FigureModel[]>>();

/**
 * Draws a chart of the whole company anew from its rows; undefined where the figure has none.
 *
 * @param place of the drawing among those to choose from
 */
export async function redraw(
  page: PageName,
  figure: string,
  place: number,
): Promise<Drawings | undefined> {
  const known = pages.get(page) ?? openPage(page);
  pages.set(page, known);
  // A host that failed once may answer the next click.
  known.catch(() => pages.delete(page));
  const model = (await known).find(({ id }) => id === figure);
  return model && asChosen(model, place).drawing;
}

/** Draws the past of a metric anew. */
export const redrawPast = (past: MetricPast, company: TakenPage["company"]): Drawings | undefined =>
  metricPastFigure(past, formatsOf({ company })).drawing;

async function openPage(page: PageName): Promise<readonly FigureModel[]> {
  const [shipped, whole] = await Promise.all([
    fetchJson<ShippedReport>(`data/segments/${page}.json`),
    fetchJson<ShippedWhole>(`data/drawings/${page}.json`),
  ]);
  return figuresOf(page, viewOf(openWhole(shipped, whole)));
}

async function fetchJson<Shipped>(path: string): Promise<Shipped> {
  const answer = await fetch(`${siteBase()}${path}`).catch(() => undefined);
  if (!answer?.ok) throw new Error(say.exports.unfetched);
  return (await answer.json()) as Shipped;
}
