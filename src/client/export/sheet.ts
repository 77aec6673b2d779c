import {
  asChosen,
  type Drawings,
  metricIn,
  type PageName,
  type Provenance,
  provenanceOf,
  type TakenFigure,
  type TakenPage,
  takeFigure,
  takenName,
  takenPaths,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { siteBase } from "../deck/base.ts";
import { offeredSheet, type Shown, shownIn } from "./shown.ts";

/** A chart as it is drawn, in the page's colours. */
export interface Drawn {
  svg: string;
  width: number;
  height: number;
}

/** A figure as the reader sees it, with all that travels with it. */
export interface Sheet {
  /** For the names of files: of the figure, on the page of a metric with that before it. */
  id: string;
  /** As it travels: plain data. */
  figure: TakenFigure;
  inputHash: string;
  company: TakenPage["company"];
  /** The newest day of the data, such as 2025-09-30. */
  day: string;
  /** Path under the site's base where it is shown; the page's own where absent. */
  address?: (() => Promise<string>) | undefined;
  /** The filter in words; everyone where absent. */
  whose?: string | undefined;
  provenance: Provenance;
  /** The drawing chosen, where there are several; and what the queries are asked of, where that is not the site's tables. */
  chosen?: string | undefined;
  madeOf?: string | undefined;
  /** The chart as the page shows it on a laptop. */
  drawn?: Drawn | undefined;
  /** The same chart for any other room. */
  redraw?: (() => Promise<Drawings | undefined>) | undefined;
  table?: TakenFigure["table"];
  sql: readonly string[];
  model?: string | undefined;
}

/** The figure of a button, under whatever filter, choice or scenario it is shown. */
export async function sheetAt(button: Element): Promise<Sheet> {
  const own = offeredSheet(button);
  if (own) return own;
  const section = button.closest<HTMLElement>("section[id]");
  if (!section) throw new Error(say.exports.unknown);
  // What is shown at the click counts, not what is when the file has come.
  const shown = chosenShown(section);
  const drawn = drawnIn(section);
  const chosen = chosenIn(section);
  const place = chosenPlace(section);
  const drawing = shown?.figure.drawing;
  const page = await fetchPage();
  const built = page.figures.find(({ id }) => id === section.id);
  if (!built) throw new Error(say.exports.unknown);
  const figure = shown ? takenOf(shown, built) : built;
  const { company, asOf, inputHash } = page;
  const source = { company: company.name, day: asOf.printed, ...shown };
  return {
    id: [metricIn(pageHere()) ?? [], section.id].flat().join("-"),
    figure,
    inputHash,
    company,
    day: asOf.day,
    whose: shown?.whose,
    provenance: provenanceOf(figure, source, figure.definitions),
    chosen,
    madeOf: shown?.madeOf?.text,
    drawn,
    redraw: drawn && (async () => drawing ?? (await redrawn(section.id, place))),
    table: figure.table,
    sql: shown?.figure.queries ? queriesOf(shown) : built.sql,
    model: figure.model,
  };
}

/** A figure that is drawn otherwise, but is everyone's, was presented as the page's own was. */
function takenOf(
  { figure, whose, scenario }: Shown,
  { definitions, restated }: TakenFigure,
): TakenFigure {
  const taken = takeFigure(figure, definitions);
  return whose || scenario || !restated ? taken : { ...taken, restated };
}

/** Of tables that were made anew, the queries that make them themselves. */
function queriesOf({ figure: { queries = [] }, madeOf }: Shown): string[] {
  const queryOf = madeOf?.queryOf ?? ((sql: string) => sql);
  return [...new Set(queries.map(({ sql, mart }) => queryOf(sql, mart)))];
}

const pages = new Map<string, Promise<TakenPage>>();

/** Numbers and words of the page's figures, fetched once. */
export function fetchPage(): Promise<TakenPage> {
  const address = `${siteBase()}data/figures/${takenName(pageHere())}.json`;
  const known = pages.get(address) ?? fetchJson(address);
  pages.set(address, known);
  // A host that failed once may answer the next click.
  known.catch(() => pages.delete(address));
  return known;
}

/** Path of this page under the site's base, such as "metrics/nrr/"; "" is the overview. */
const pageHere = (): string =>
  location.pathname.slice(siteBase().length).replace(/\/?$/, "/").replace(/^\/$/, "");

function pageName(): PageName {
  const names = Object.keys(takenPaths) as PageName[];
  return names.find((name) => takenPaths[name] === pageHere()) ?? "overview";
}

/** What draws anew is fetched with the rows that it draws. */
async function redrawn(figure: string, place: number): Promise<Drawings | undefined> {
  const { redraw, redrawPast } = await import("./redraw.ts");
  if (metricIn(pageHere()) === undefined) return redraw(pageName(), figure, place);
  const { past, company } = await fetchPage();
  return past && redrawPast(past, company);
}

async function fetchJson(address: string): Promise<TakenPage> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) throw new Error(say.exports.unfetched);
  return (await answer.json()) as TakenPage;
}

/** Place of the drawing that is chosen; 0 where there is one only. */
function chosenPlace(section: HTMLElement): number {
  const inputs = [...section.querySelectorAll<HTMLInputElement>(".choice input[type=radio]")];
  return Math.max(
    0,
    inputs.findIndex((input) => input.checked),
  );
}

function chosenIn(section: HTMLElement): string | undefined {
  const choice = section.querySelector("fieldset.choice");
  const label = choice?.querySelectorAll("label")[chosenPlace(section)];
  const legend = choice?.querySelector("legend");
  if (!label || !legend) return undefined;
  return say.exports.chosen(legend.textContent.trim(), label.textContent.trim());
}

/** What a section shows, as the drawing that is chosen has it; undefined where it is as it was built. */
function chosenShown(section: HTMLElement): Shown | undefined {
  const shown = shownIn(section);
  return shown && { ...shown, figure: asChosen(shown.figure, chosenPlace(section)) };
}

/** The laptop's drawing of the chart that is chosen, whichever the page shows. */
function drawnIn(section: HTMLElement): Drawn | undefined {
  const drawing = chosenShown(section)?.figure.drawing;
  if (drawing) return drawing("wide");
  const svg = section.querySelectorAll(".content .drawing.wide > svg")[chosenPlace(section)];
  return svg && drawnAs(svg);
}

function drawnAs(svg: Element): Drawn {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  return {
    svg: new XMLSerializer().serializeToString(svg),
    width: width ?? 0,
    height: height ?? 0,
  };
}
