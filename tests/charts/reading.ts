import { parseHTML } from "linkedom";
import type { Chart } from "../../src/charts/index.ts";

const document = ({ svg }: Chart) => parseHTML(`<html><body>${svg}</body></html>`).document;

/** Every text of a chart, in the order it is drawn. */
export const textsOf = (chart: Chart): string[] =>
  Array.from(document(chart).querySelectorAll("text"), (text) => text.textContent ?? "");

/** An attribute of every element that a selector finds. */
export const attributesOf = (chart: Chart, selector: string, name: string): (string | null)[] =>
  Array.from(document(chart).querySelectorAll(selector), (node) => node.getAttribute(name));
