import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type FigureModel, openReport, tellPage, viewOf } from "../../../src/figures/index.ts";
import { encodeReadings } from "../../../src/shared/readings.ts";

const pages = { retention: "retention/index.html", cash: "cash-flow/index.html" } as const;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const tagged = (tag: string, texts: readonly string[]) =>
  texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("");

/**
 * A page's figures with the drawings that a browser makes from the page's rows once they are chosen, by
 * the code that makes them there: by page and by figure, its drawings and steps.
 */
export function lateFigures(site: string, page: keyof typeof pages): FigureModel[] {
  const rows = JSON.parse(readFileSync(join(site, `data/segments/${page}.json`), "utf8"));
  const { figures } = tellPage(page, viewOf(openReport(rows)));
  return figures.flatMap((figure) => {
    const steps = figure.finer ? [figure, figure.finer.figure([])] : [figure];
    return figure.choice ? steps : [];
  });
}

/** All that a reader may see of them, as a page has it. */
export function htmlOf(figures: readonly FigureModel[]): string {
  return `<main>${figures.map(sectionOf).join("")}</main>`;
}

function sectionOf(figure: FigureModel): string {
  const { id, measure, finding, facts, caveat = "", table, queries = [] } = figure;
  const drawings = [figure.drawing, ...(figure.choice?.others ?? []).map(({ drawing }) => drawing)];
  const drawn = drawings.flatMap((draw, place) => {
    if (!draw) return [];
    const [narrow, wide] = [draw("narrow"), draw("wide")];
    const option = `data-option="${place + 1}"`;
    const readings = encodeReadings({ narrow: narrow.readings, wide: wide.readings });
    return [
      `<div class="drawing narrow" ${option}>${narrow.svg}</div>`,
      `<div class="drawing wide" ${option}>${wide.svg}</div>`,
      `<template class="readings" ${option}>${escaped(readings)}</template>`,
    ];
  });
  const head = tagged("th", table?.columns.map(({ label }) => label) ?? []);
  const body = (table?.rows ?? []).map((row) => `<tr>${tagged("td", row)}</tr>`);
  return `<section id="${id}"><p class="measure">${escaped(measure)}</p><h2>${escaped(finding)}</h2>
    <div class="content">${drawn.join("")}</div><div class="notes">${tagged("p", [facts, caveat])}</div>
    <table><thead><tr>${head}</tr></thead><tbody>${body.join("")}</tbody></table>
    ${queries.map(({ sql }) => `<pre data-query>${escaped(sql)}</pre>`).join("")}</section>`;
}
