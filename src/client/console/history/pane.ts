import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import { keptRuns, type Run, withRun } from "./runs.ts";

export interface History {
  add(run: Run): void;
}

/** What was run in this browser, the newest first; a statement opens again in a tab. */
export function historyPane(host: HTMLElement, base: string, open: (sql: string) => void): History {
  const words = say.console.session.history;
  const store = keptRuns(base);
  let runs = store.read();

  const draw = () => {
    if (runs.length === 0) {
      host.replaceChildren(element("p", { class: "note" }, words.empty));
      return;
    }
    const clear = element("button", { type: "button" }, words.clear);
    clear.addEventListener("click", () => {
      runs = [];
      store.write(runs);
      draw();
    });
    const list = element("ol", { class: "runs" }, ...runs.map(runElement));
    host.replaceChildren(element("p", { class: "note" }, words.kept, " ", clear), list);
  };

  const runElement = (run: Run) => {
    const button = element("button", { type: "button", title: run.sql }, firstLines(run.sql));
    button.addEventListener("click", () => open(run.sql));
    const { outcome, milliseconds } = run;
    const told = "problem" in outcome ? outcome.problem : words.rows(outcome.rows, outcome.isCut);
    const at = element("time", { datetime: run.at }, words.at(new Date(run.at)));
    const facts = element("p", {}, at, ` · ${words.took(milliseconds)} · ${told}`);
    if ("problem" in outcome) facts.classList.add("failed");
    return element("li", {}, button, facts);
  };

  draw();
  store.watch((value) => {
    runs = value;
    draw();
  });
  return {
    add: (run) => {
      runs = withRun(runs, run);
      store.write(runs);
      draw();
    },
  };
}

/** Enough to know it again. */
function firstLines(sql: string): string {
  const lines = sql.trim().split("\n");
  return lines.length > 3 ? `${lines.slice(0, 3).join("\n")} …` : lines.join("\n");
}
