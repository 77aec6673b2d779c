import { openChart } from "./reading/open-chart.ts";

for (const drawing of document.querySelectorAll<HTMLElement>(".drawing")) openChart(drawing);
