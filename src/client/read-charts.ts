import { openChart } from "./reading/open-chart.ts";

for (const drawing of document.querySelectorAll<HTMLElement>(".drawing")) {
  const template = drawing.parentElement?.querySelector<HTMLTemplateElement>(
    `:scope > .readings[data-option="${drawing.dataset.option}"]`,
  );
  if (template) openChart(drawing, template);
}
