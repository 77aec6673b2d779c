import type { FigureReport, PageFormats } from "../../figures/index.ts";
import { type Filter, type FilterDimension, filterDimensions } from "../../shared/filter.ts";
import { say } from "../../text/index.ts";
import { element } from "./elements.ts";

export interface FilterForm {
  read: () => Filter;
  fill: (filter: Filter) => void;
}

/** The segments of a dimension that have customers. */
export function segmentsOf({ marts }: FigureReport, dimension: string): string[] {
  return marts.survivalSummary
    .filter((row) => row.dimension === dimension && row.customers > 0)
    .map(({ segment }) => segment);
}

/** A choice for every dimension that the data has, and the first and last month of a period. */
export function openForm(
  form: HTMLFormElement,
  report: FigureReport,
  months: readonly string[],
  format: PageFormats,
  clear: () => void,
): FilterForm {
  const { filter } = say;
  const filled = filterDimensions.filter((dimension) => segmentsOf(report, dimension).length > 1);
  const labels = months.map((month) => [month, format.monthLabel(month)] as const);
  const choices = new Map<string, HTMLSelectElement>([
    ...filled.map((dimension) => {
      const names = segmentsOf(report, dimension).map(
        (name) => [name, format.segment(name)] as const,
      );
      return [dimension, choiceOf(dimension, filter.any(dimension), names)] as const;
    }),
    ["from", choiceOf("from", filter.start, labels)],
    ["to", choiceOf("to", filter.end, labels.toReversed())],
  ]);
  const fields = [...choices].map(([name, choice]) => {
    const text = name === "from" ? filter.from : name === "to" ? filter.to : filter.label(name);
    return element("label", {}, text, choice);
  });
  const reset = element("button", { type: "button", class: "control" }, filter.clear);
  reset.addEventListener("click", clear);
  form.replaceChildren(...fields, reset);
  form.addEventListener("submit", (event) => event.preventDefault());
  return { read: () => readChoices(choices), fill: (chosen) => fillChoices(choices, chosen) };
}

function choiceOf(
  name: string,
  any: string,
  options: readonly (readonly [value: string, label: string])[],
): HTMLSelectElement {
  return element(
    "select",
    { name, class: "control" },
    element("option", { value: "" }, any),
    ...options.map(([value, label]) => element("option", { value }, label)),
  );
}

function readChoices(choices: ReadonlyMap<string, HTMLSelectElement>): Filter {
  const segments: { [Dimension in FilterDimension]?: string } = {};
  for (const dimension of filterDimensions) {
    const value = choices.get(dimension)?.value;
    if (value) segments[dimension] = value;
  }
  const [from, to] = [choices.get("from")?.value, choices.get("to")?.value];
  return { segments, period: { ...(from ? { from } : {}), ...(to ? { to } : {}) } };
}

function fillChoices(
  choices: ReadonlyMap<string, HTMLSelectElement>,
  { segments, period }: Filter,
): void {
  const chosen: Readonly<Record<string, string | undefined>> = { ...segments, ...period };
  for (const [name, choice] of choices) {
    choice.value = chosen[name] ?? "";
    choice.classList.toggle("set", choice.value !== "");
  }
}
