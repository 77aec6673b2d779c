import { type NamedScenario, type Scenario, scenarioLimits } from "../../shared/what-if.ts";

interface Events {
  /** What a reset goes back to. */
  today: () => Scenario;
  changed: () => void;
  keep: () => void;
  reset: () => void;
}

export interface ScenarioForm {
  read: () => NamedScenario;
  fill: (scenario: NamedScenario) => void;
  /** Lets the sliders reach as far as these fields do. */
  scale: (fields: readonly { name: string; most: number }[]) => void;
  /** Takes what was set before the form was opened. */
  catchUp: () => void;
}

type NumberName = keyof typeof scenarioLimits;

interface Field {
  name: NumberName;
  /** The inputs show the value times this. */
  scale: number;
  inputs: HTMLInputElement[];
}

/** The fields of a scenario: a slider and a number each, which follow each other. */
export function openForm(form: HTMLFormElement, today: Scenario, events: Events): ScenarioForm {
  const fields = Array.from(form.querySelectorAll<HTMLElement>(".field"), fieldOf);
  const yearly = inputOf(form, "isYearly");
  const title = inputOf(form, "name");
  // A field that nobody touched keeps its exact value, which its inputs only show rounded.
  let scenario: Scenario = { ...today };

  const read = (): NamedScenario => ({ ...scenario, name: title.value.trim() });
  const fill = (next: NamedScenario) => {
    scenario = { ...next };
    title.value = next.name;
    yearly.checked = next.isYearly;
    for (const { name, scale, inputs } of fields) {
      const shown = String(Number((next[name] * scale).toPrecision(4)));
      for (const input of inputs) input.value = shown;
    }
  };

  for (const field of fields) {
    for (const input of field.inputs) {
      input.addEventListener("input", () => {
        const { low, high } = scenarioLimits[field.name];
        // A pixel of a slider is worth no more digits.
        if (input.type === "range")
          input.value = String(Number(input.valueAsNumber.toPrecision(3)));
        const value = input.valueAsNumber / field.scale;
        const isFair = value >= low && value <= high;
        input.setAttribute("aria-invalid", String(!isFair));
        if (!isFair) return;
        for (const other of field.inputs) if (other !== input) other.value = input.value;
        scenario = { ...scenario, [field.name]: value };
        events.changed();
      });
    }
  }
  yearly.addEventListener("input", () => {
    scenario = { ...scenario, isYearly: yearly.checked };
    events.changed();
  });
  title.addEventListener("input", events.changed);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button[name=keep]")?.addEventListener("click", events.keep);
  form.querySelector("button[name=reset]")?.addEventListener("click", () => {
    fill({ ...events.today(), name: "" });
    events.reset();
  });
  const catchUp = () => {
    for (const input of [...fields.flatMap(({ inputs }) => inputs), yearly]) {
      const isSet = input.value !== input.defaultValue || input.checked !== input.defaultChecked;
      if (isSet) input.dispatchEvent(new Event("input"));
    }
  };
  const scale: ScenarioForm["scale"] = (wanted) => {
    for (const { name, inputs } of fields) {
      const most = wanted.find((field) => field.name === name)?.most;
      for (const input of inputs) {
        if (input.type === "range" && most !== undefined) input.max = String(most);
      }
    }
  };
  return { read, fill, scale, catchUp };
}

function fieldOf(element: HTMLElement): Field {
  return {
    name: element.dataset.name as NumberName,
    scale: Number(element.dataset.scale),
    inputs: [...element.querySelectorAll("input")],
  };
}

function inputOf(form: HTMLFormElement, name: string): HTMLInputElement {
  const input = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!input) throw new Error(`no input ${name} in the what-if form`);
  return input;
}
