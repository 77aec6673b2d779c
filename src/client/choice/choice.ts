import { asChosen, type FigureModel, type Finer, type Size } from "../../figures/index.ts";
import type { Row } from "../../shared/query/index.ts";
import { say } from "../../text/index.ts";
import { siteBase } from "../deck/base.ts";
import { rememberShown } from "../export/shown.ts";
import { actionsElement, type ScopeLine } from "../filter/actions.ts";
import { element } from "../filter/elements.ts";
import { drawingElements } from "./drawings.ts";

/** What a reader chose last, by the figure's id: the next drawing of the figure, under another filter, keeps it. */
const chosenLast = new Map<string, Chosen>();

interface Chosen {
  /** Place of the drawing. */
  place: number;
  isFine: boolean;
}

const first: Chosen = { place: 0, isFine: false };

/** A figure's drawings under what there is to choose between them, as the page has them. */
export function chosenElements(model: FigureModel, size: Size): HTMLElement[] {
  const { id, choice, finer } = model;
  const { place, isFine } = chosenLast.get(id) ?? first;
  const canBeFiner = finer && !(finer.needs && document.body.classList.contains("no-engine"));
  const labels = finer && [finer.shown, finer.label];
  return [
    ...(choice ? [choiceElement(model, place)] : []),
    ...(canBeFiner && labels
      ? [radios("steps", `${id}-steps`, finer.name, labels, isFine ? 1 : 0)]
      : []),
    ...optionElements(model, { place: choice ? place : 0, size }),
  ];
}

/** @param now the drawing that is seen, drawn at once at its size; the others wait until they are */
export function optionElements(
  { drawing, choice }: FigureModel,
  now?: { place: number; size: Size },
): HTMLElement[] {
  if (!drawing) return [];
  const options = [drawing, ...(choice?.others ?? []).map((other) => other.drawing)];
  return options.flatMap((own, place) =>
    drawingElements(own, place === now?.place ? now.size : undefined, place + 1),
  );
}

function choiceElement({ id, choice }: FigureModel, chosen: number): HTMLElement {
  const { name = "", shown = "", others = [] } = choice ?? {};
  const labels = [shown, ...others.map(({ label }) => label)];
  return radios("choice", `${id}-choice`, name, labels, chosen);
}

function radios(
  kind: "choice" | "steps",
  name: string,
  legend: string,
  labels: readonly string[],
  chosen: number,
): HTMLElement {
  const options = labels.map((label, place) => {
    const checked = place === chosen ? "" : undefined;
    return element("label", {}, element("input", { type: "radio", name, checked }), label);
  });
  return element("fieldset", { class: kind }, element("legend", {}, legend), ...options);
}

/** Keeps what is chosen over a figure, and redraws it in its section when other steps of it are. */
export function openChoices(
  section: HTMLElement,
  model: FigureModel,
  size: Size,
  line?: ScopeLine,
): void {
  const content = section.querySelector(":scope > .content");
  const steps = content?.querySelector(":scope > .steps");
  const [coarse, fine] = steps?.querySelectorAll("input") ?? [];
  const isFine = () => fine?.checked === true;
  const keep = () => {
    chosenLast.set(model.id, { place: placeIn(section), isFine: isFine() });
    tellChosen(section, model);
  };
  keep();
  content?.addEventListener("change", keep);
  const { finer } = model;
  if (!steps || !finer) return;
  const status = element("p", { class: "note", role: "status" });
  steps.append(status);
  let made: FigureModel | undefined;
  const choose = async () => {
    if (!isFine()) return show(section, model, size, line);
    try {
      made ??= finer.figure(finer.needs ? await fetchRows(finer.needs, status) : []);
      status.textContent = "";
      // Somebody may have chosen again.
      if (isFine()) show(section, made, size, line);
    } catch (error) {
      if (coarse) coarse.checked = true;
      status.textContent = say.exports.failed(
        error instanceof Error ? error.message : String(error),
      );
    }
  };
  steps.addEventListener("change", () => void choose());
  if (isFine()) void choose();
}

/** The rows that a page lacks, from the published database. */
async function fetchRows(
  { mart, where }: NonNullable<Finer["needs"]>,
  status: HTMLElement,
): Promise<Row[]> {
  const { openEngine, published } = await import("../engine/open.ts");
  const engine = await openEngine(siteBase(), (bytes) => {
    status.textContent = say.filter.fetching((bytes / 1e6).toFixed(1));
  });
  return engine.rows(`select * from ${published}.${mart} where ${where}`);
}

/** Says what is true of the drawing that is chosen, where drawings are told otherwise; aloud where it changes. */
function tellChosen(section: HTMLElement, model: FigureModel): void {
  if (!model.choice?.others.some(({ told }) => told)) return;
  const { finding, facts, caveat } = asChosen(model, placeIn(section));
  const title = section.querySelector(".head h2");
  title?.setAttribute("aria-live", "polite");
  const write = (place: Element | null, text: string) => {
    if (place?.textContent !== text) place?.replaceChildren(text);
  };
  write(title, finding);
  write(section.querySelector(".notes > p"), facts);
  write(section.querySelector(".caveat"), caveat ?? "");
}

/** Title and facts are those of every step: what else steps are made of is put there anew. */
function show(section: HTMLElement, model: FigureModel, size: Size, line?: ScopeLine): void {
  const chosen = placeIn(section);
  section.querySelector("fieldset.choice")?.replaceWith(choiceElement(model, chosen));
  const content = section.querySelector(".content");
  for (const old of content?.querySelectorAll(":scope > .drawing, :scope > .readings") ?? []) {
    old.remove();
  }
  content?.append(...optionElements(model, { place: chosen, size }));
  section.querySelector(".caveat")?.replaceChildren(model.caveat ?? "");
  section.querySelector(".actions")?.replaceWith(actionsElement({ ...model, line }));
  rememberShown(section, { figure: model, whose: line?.text, madeOf: line?.madeOf });
}

/** Place of the drawing that is chosen. */
function placeIn(section: HTMLElement): number {
  const inputs = [...section.querySelectorAll<HTMLInputElement>("fieldset.choice input")];
  return Math.max(
    0,
    inputs.findIndex((input) => input.checked),
  );
}
