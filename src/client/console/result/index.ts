import { say } from "../../../text/index.ts";
import { element } from "../../filter/elements.ts";
import type { Answered } from "../session/session.ts";
import { openActions } from "./actions.ts";
import { showCell } from "./cell.ts";
import type { Chosen } from "./grid/control.ts";
import { openGrid } from "./grid/grid.ts";
import { type Result, resultOf } from "./values/result.ts";

export interface ResultPane {
  show(answered: Answered): void;
  clear(): void;
}

/** An answer as rows and as a chart, which is fetched when somebody turns to it. */
export function resultPane(host: HTMLElement): ResultPane {
  let close = () => {};
  const clear = () => {
    close();
    close = () => {};
    host.replaceChildren();
  };
  return {
    clear,
    show(answered) {
      clear();
      const result = resultOf(answered.table);
      if (result.columns.length === 0) {
        host.append(element("p", { class: "note" }, say.console.result.noColumns));
        return;
      }
      close = openResult(host, result, answered);
    },
  };
}

function openResult(host: HTMLElement, result: Result, { sql, isCut }: Answered): () => void {
  const words = say.console.result;
  const rowsPanel = element("div", { class: "panel", role: "tabpanel", id: "result-rows" });
  const chartPanel = element("div", { class: "panel", role: "tabpanel", id: "result-chart" });
  const panels = [rowsPanel, chartPanel];
  const tabs = [words.tabs.rows, words.tabs.chart].map((label, place) =>
    element(
      "button",
      {
        type: "button",
        role: "tab",
        "aria-controls": panels[place]?.id,
        id: `${panels[place]?.id}-tab`,
      },
      label,
    ),
  );
  for (const [place, panel] of panels.entries()) {
    panel.setAttribute("aria-labelledby", tabs[place]?.id ?? "");
  }
  let chosen: Chosen | undefined;
  const actions = openActions({
    whole: () => ({ ...grid.all(), sql, isCut }),
    chosen: () => chosen,
  });
  const tabList = element(
    "div",
    { class: "views", role: "tablist", "aria-label": words.tabs.label },
    ...tabs,
  );
  host.append(
    element("div", { class: "head" }, tabList, actions.buttons),
    ...(isCut ? [element("p", { class: "cut" }, words.cut(result.rowCount))] : []),
    ...panels,
    actions.status,
  );
  const grid = openGrid(rowsPanel, result, {
    chosen: (now) => {
      chosen = now;
      actions.tellChosen(now);
    },
    copied: actions.copied,
    opened: showCell,
  });
  if (result.rowCount === 0) rowsPanel.append(element("p", { class: "note" }, words.none));

  let isDrawn = false;
  const turnTo = (shown: number) => {
    for (const [place, panel] of panels.entries()) {
      panel.hidden = place !== shown;
      tabs[place]?.setAttribute("aria-selected", String(place === shown));
      tabs[place]?.setAttribute("tabindex", place === shown ? "0" : "-1");
    }
    if (shown !== 1 || isDrawn) return;
    isDrawn = true;
    import("../chart/panel.ts").then(
      ({ openChartPanel }) => openChartPanel(chartPanel, result, { sql, isCut }),
      () => {
        isDrawn = false;
        chartPanel.replaceChildren(element("p", { class: "note" }, words.noChart));
      },
    );
  };
  for (const [place, tab] of tabs.entries()) {
    tab.addEventListener("click", () => turnTo(place));
    tab.addEventListener("keydown", ({ key }) => {
      if (key !== "ArrowLeft" && key !== "ArrowRight") return;
      const other = tabs[1 - place];
      turnTo(1 - place);
      other?.focus();
    });
  }
  turnTo(0);
  return grid.close;
}
