import {
  type Provenance,
  provenanceOf,
  type Size,
  type TakenFigure,
  type TakenPage,
  takeFigure,
  takenPaths,
} from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { type Shown, shownIn } from "./shown.ts";

/** A chart as it is drawn, in the page's colours. */
export interface Drawn {
  svg: string;
  width: number;
  height: number;
}

/** A figure as the reader sees it, with all that travels with it. */
export interface Sheet {
  id: string;
  /** As it travels: plain data. */
  figure: TakenFigure;
  inputHash: string;
  company: TakenPage["company"];
  /** The newest day of the data, such as 2025-09-30. */
  day: string;
  /** The filter in words; everyone where absent. */
  whose?: string | undefined;
  provenance: Provenance;
  /** The drawing chosen, where there are several; and what the queries are asked of, where that is not the site's tables. */
  chosen?: string | undefined;
  madeOf?: string | undefined;
  drawn?: Readonly<Record<Size, Drawn>> | undefined;
  table?: TakenFigure["table"];
  sql: readonly string[];
  model?: string | undefined;
}

/** The figure of a button, under whatever filter, choice or scenario it is shown. */
export async function sheetAt(button: Element): Promise<Sheet> {
  const section = button.closest<HTMLElement>("section[id]");
  if (!section) throw new Error(say.exports.unknown);
  // What is shown at the click counts, not what is when the file has come.
  const shown = shownIn(section);
  const drawn = drawnIn(section);
  const chosen = chosenIn(section);
  const page = await fetchPage();
  const built = page.figures.find(({ id }) => id === section.id);
  if (!built) throw new Error(say.exports.unknown);
  const figure = shown ? takenOf(shown, built) : built;
  const { company, asOf, inputHash } = page;
  const source = { company: company.name, day: asOf.printed, ...shown };
  return {
    id: section.id,
    figure,
    inputHash,
    company,
    day: asOf.day,
    whose: shown?.whose,
    provenance: provenanceOf(figure, source, figure.definitions),
    chosen,
    madeOf: shown?.madeOf?.text,
    drawn,
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
  const base = document.querySelector<HTMLAnchorElement>("a.company")?.pathname ?? "/";
  const path = location.pathname.slice(base.length).replace(/\/?$/, "/").replace(/^\/$/, "");
  const name = Object.entries(takenPaths).find(([, own]) => own === path)?.[0] ?? "overview";
  const address = `${base}data/figures/${name}.json`;
  const known = pages.get(address) ?? fetchJson(address);
  pages.set(address, known);
  // A host that failed once may answer the next click.
  known.catch(() => pages.delete(address));
  return known;
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

/** Both drawings of the chart that is chosen, whichever the page shows. */
function drawnIn(section: HTMLElement): Sheet["drawn"] {
  const place = chosenPlace(section);
  const figure = shownIn(section)?.figure;
  const drawing = place === 0 ? figure?.drawing : figure?.choice?.others[place - 1]?.drawing;
  if (drawing) return { narrow: drawing("narrow"), wide: drawing("wide") };
  const [narrow, wide] = (["narrow", "wide"] as const).map(
    (size) => section.querySelectorAll(`.content .drawing.${size} > svg`)[place],
  );
  return narrow && wide && { narrow: drawnAs(narrow), wide: drawnAs(wide) };
}

function drawnAs(svg: Element): Drawn {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  return {
    svg: new XMLSerializer().serializeToString(svg),
    width: width ?? 0,
    height: height ?? 0,
  };
}
