import type { ToldPage } from "../../figures/index.ts";
import { say } from "../../text/index.ts";
import { startFrom } from "../what-if/start.ts";
import { actionsElement, type ScopeLine } from "./actions.ts";

/** The what-if's SQL and the end of its printed line as they were built. */
interface Built {
  actions: Element;
  whose: string;
}

const built = new WeakMap<Element, Built>();

/** Lets the what-if start from these customers; its form stays with what a reader set in it, and the rest follows. */
export function startWhatIf(
  panel: Element,
  start: NonNullable<ToldPage["whatIf"]>,
  line: ScopeLine,
): void {
  const { queries } = start;
  const actions = panel.querySelector(".actions");
  const whose = panel.querySelector(".source .whose");
  if (!actions) return;
  if (!built.has(panel)) built.set(panel, { actions, whose: whose?.textContent ?? "" });
  actions.replaceWith(actionsElement({ queries, model: say.cash.whatIf.model, line }));
  whose?.replaceChildren(line.text);
  startFrom({ ...start, whose: line.text, madeOf: line.madeOf });
}

/** From everyone again. */
export function restoreWhatIf(panel: Element): void {
  const { actions, whose } = built.get(panel) ?? {};
  startFrom(undefined);
  if (actions) panel.querySelector(".actions")?.replaceWith(actions);
  if (whose) panel.querySelector(".source .whose")?.replaceChildren(whose);
  built.delete(panel);
}
