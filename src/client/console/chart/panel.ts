import type { Result } from "../result/values/result.ts";

export function openChartPanel(
  host: HTMLElement,
  result: Result,
  _about: { sql: string; isCut: boolean },
): void {
  host.textContent = String(result.rowCount);
}
