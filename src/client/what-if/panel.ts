import {
  type FigureModel,
  type FigureReport,
  fieldsOf,
  formatsOf,
  type Start,
  whatIfFigure,
} from "../../figures/index.ts";
import { stepSurvival } from "../../shared/cash.ts";
import { parseFilter } from "../../shared/filter.ts";
import type { Economics } from "../../shared/levers.ts";
import { encodeReadings, type Reading, type Size } from "../../shared/readings.ts";
import {
  encodeScenario,
  evaluateScenario,
  movedTo,
  type NamedScenario,
  parseScenario,
  type Scenario,
} from "../../shared/what-if.ts";
import { say } from "../../text/index.ts";
import { rememberShown } from "../export/shown.ts";
import { openForm } from "./form.ts";
import { type FilteredStart, whenStarts } from "./start.ts";

/** What the page hands over: the company as it is, and what it was measured from. */
interface PanelData extends Start {
  company: FigureReport["company"];
  /** The newest day of the data, as the page prints it. */
  day: string;
}

/** More lines than that cannot be told apart. */
const mostKept = 4;

/** Redraws the figure with every change of the form, and keeps its state in the address of the page. */
export function openPanel(panel: HTMLElement, form: HTMLFormElement): void {
  const template = panel.querySelector<HTMLTemplateElement>(":scope > template");
  const data = JSON.parse(template?.content.textContent ?? "") as PanelData;
  const { whatIf } = say.cash;
  const format = formatsOf(data);
  let start: Start & Partial<FilteredStart> = data;
  let measured = measuredOf(start);
  const address = new URLSearchParams(location.search);
  const kept = address
    .getAll("kept")
    .flatMap((text) => parseScenario(text) ?? [])
    .slice(0, mostKept);
  const linked = parseScenario(address.get("draft") ?? "");
  const fields = openForm(form, data.today, {
    today: () => start.today,
    changed: () => update(),
    keep: () => {
      const scenario = fields.read();
      kept.push({ ...scenario, name: scenario.name || whatIf.nameless(kept.length + 1) });
      if (kept.length > mostKept) kept.shift();
      fields.fill({ ...scenario, name: "" });
      update();
    },
    reset: () => {
      kept.length = 0;
      update();
    },
  });
  // A link with a filter has what was set against those customers: their start is still to come.
  let isSetAgainst =
    linked === undefined || Object.keys(parseFilter(location.search).segments).length === 0;
  if (linked) fields.fill(linked);
  else fields.catchUp();
  update();
  whenStarts((next) => {
    const before = fields.read();
    const { today } = start;
    start = next ?? data;
    measured = measuredOf(start);
    fields.scale(fieldsOf(start.today, whatIf.fields));
    if (isSetAgainst) fields.fill({ ...movedTo(before, today, start.today), name: before.name });
    isSetAgainst = true;
    update();
  });

  function update(): void {
    const draft = fields.read();
    const { today } = start;
    const isToday = isSame(draft, today);
    const isKept = kept.some((scenario) => isSame(draft, scenario));
    const named = { ...draft, name: draft.name || whatIf.draft };
    const isShown = !isToday && !(isKept && draft.name === "");
    const shown = [{ ...today, name: whatIf.today }, ...kept, ...(isShown ? [named] : [])];
    const outcomes = shown.map((scenario) => ({
      scenario,
      outcome: evaluateScenario(measured, scenario),
    }));
    const { whose, caveat, queries, madeOf } = start;
    const figure = whatIfFigure(
      outcomes,
      data.day,
      format,
      whose === undefined ? undefined : { caveat },
    );
    const scenario = outcomes.length > 1 ? outcomes.at(-1)?.scenario.name : undefined;
    rememberShown(panel, {
      figure: queries ? { ...figure, queries } : figure,
      scenario,
      whose,
      madeOf,
    });
    const note = panel.querySelector(".notes p");
    if (note) note.textContent = whose === undefined ? whatIf.facts(data.day) : ofSegments(caveat);
    const title = panel.querySelector("h2");
    if (title) title.textContent = figure.finding;
    drawCurves(figure);
    fillTable(figure.table.rows);
    remember(isToday ? undefined : draft);
  }

  function ofSegments(caveat = ""): string {
    return `${whatIf.factsOfSegments(data.day)} ${caveat}`.trim();
  }

  function drawCurves({ drawing }: FigureModel): void {
    if (!drawing) return;
    const read: Partial<Record<Size, Reading[]>> = {};
    for (const size of ["narrow", "wide"] as const) {
      const { svg, readings } = drawing(size);
      const picture = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
      panel.querySelector(`.drawing.${size} svg`)?.replaceWith(picture);
      read[size] = readings;
    }
    const template = panel.querySelector<HTMLTemplateElement>("template.readings");
    template?.content.replaceChildren(encodeReadings(read));
  }

  function fillTable(rows: readonly (readonly string[])[]): void {
    const body = panel.querySelector("tbody");
    const first = body?.querySelector("tr");
    if (!body || !first) return;
    const filled = rows.map((texts) => {
      const row = first.cloneNode(true) as HTMLElement;
      for (const [index, cell] of [...row.children].entries()) {
        cell.textContent = texts[index] ?? "";
      }
      return row;
    });
    body.replaceChildren(...filled);
  }

  function remember(draft: NamedScenario | undefined): void {
    const search = new URLSearchParams(location.search);
    search.delete("kept");
    search.delete("draft");
    for (const scenario of kept) search.append("kept", encodeScenario(scenario));
    if (draft) search.set("draft", encodeScenario(draft));
    const query = search.size > 0 ? `?${search}` : "";
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  }
}

const measuredOf = ({ economics, steps }: Start): Economics => ({
  ...economics,
  survival: stepSurvival(steps),
});

/** Whether two scenarios suppose the same, whatever their names. */
const isSame = (left: Scenario, right: Scenario): boolean =>
  encodeScenario({ ...left, name: "" }) === encodeScenario({ ...right, name: "" });
