import { mostSeries, type PlainMark, plainChart } from "../../../charts/index.ts";
import { draw as drawFor, formatsOf } from "../../../figures/index.ts";
import { say } from "../../../text/index.ts";
import { drawingElements } from "../../choice/drawings.ts";
import { offerSheet } from "../../export/shown.ts";
import { takeElement } from "../../filter/actions.ts";
import { element } from "../../filter/elements.ts";
import type { Result, ResultColumn } from "../result/values/result.ts";
import { type Choice, defaultChoice, defaultMark, scaleOf } from "./choice.ts";
import { nativeOf } from "./native.ts";
import { pointsOf } from "./points.ts";
import { type DrawnQuery, type QueriedSite, sheetOf } from "./sheet.ts";

const marks: readonly PlainMark[] = ["line", "bar", "dot", "area"];
/** Plain numbers only: what the columns measure is not known. */
const format = formatsOf({ company: { name: "", locale: "en-GB", currency: "EUR" } });

interface Asked {
  sql: string;
  isCut: boolean;
}

/** A chart of a result, what it draws to be chosen; redrawn with every choice. */
export function openChartPanel(host: HTMLElement, result: Result, { sql, isCut }: Asked): void {
  const words = say.console.result.chart;
  const first = defaultChoice(result, mostSeries);
  if (!first || result.rowCount === 0) {
    host.append(element("p", { class: "note" }, words.none));
    return;
  }
  let choice: Choice = first;
  const { columns } = result;
  const numbers = columns.filter(({ kind }) => kind === "number");
  const fields = {
    x: select("x", columns),
    y: select("y", numbers),
    series: select("series", columns, words.noSeries),
    mark: element(
      "select",
      { name: "mark" },
      ...marks.map((mark) => element("option", { value: mark }, words.marks[mark])),
    ),
  };
  const labels = Object.entries(fields).map(([name, field]) =>
    element("label", {}, words.fields[name as keyof typeof fields], field),
  );
  const form = element("form", { class: "picks", "aria-label": words.form }, ...labels);
  const picture = element("div", { class: "picture" });
  const notes = element("div", { class: "notes", role: "status" });
  const takes = element("div", { class: "actions" }, takeElement());
  host.append(form, picture, notes, takes);

  let drawn: DrawnQuery | undefined;
  offerSheet(takes, () => {
    if (!drawn) throw new Error(words.nothing(choice.x.name, choice.y.name));
    return sheetOf(drawn, siteHere());
  });

  const draw = () => {
    const { points, notes: told } = pointsOf(result, choice);
    const { x, y, series, mark } = choice;
    const title = words.title(y.name, x.name, series?.name);
    const all = [...told, ...(isCut ? [say.console.result.cut(result.rowCount)] : [])];
    notes.replaceChildren(...all.map((note) => element("p", {}, note)));
    drawn = undefined;
    const isEmpty = points.every((point) => point.y === null);
    takes.hidden = isEmpty;
    if (isEmpty) {
      picture.replaceChildren(element("p", { class: "note" }, words.nothing(x.name, y.name)));
      return;
    }
    const names = { x: x.name, y: y.name };
    const label = `${title}. ${words.points(points.length)}`;
    const drawings = drawFor("console", label, format, (options) =>
      plainChart(points, { ...options, mark, scale: scaleOf(x), names }),
    );
    picture.replaceChildren(...drawingElements(drawings, undefined));
    const native = nativeOf(points, choice, format);
    drawn = { title, points, choice, notes: all, sql, drawings, native };
  };

  const fill = () => {
    fields.x.value = String(columns.indexOf(choice.x));
    fields.y.value = String(columns.indexOf(choice.y));
    fields.series.value = choice.series ? String(columns.indexOf(choice.series)) : "";
    fields.mark.value = choice.mark;
  };
  const columnOf = ({ value }: HTMLSelectElement) =>
    value === "" ? undefined : columns[Number(value)];
  form.addEventListener("change", ({ target }) => {
    const x = columnOf(fields.x) ?? choice.x;
    const mark =
      target === fields.x && scaleOf(x) !== scaleOf(choice.x)
        ? defaultMark(x)
        : (marks.find((known) => known === fields.mark.value) ?? choice.mark);
    choice = { x, y: columnOf(fields.y) ?? choice.y, series: columnOf(fields.series), mark };
    fill();
    draw();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  fill();
  draw();

  function select(name: string, from: readonly ResultColumn[], none?: string): HTMLSelectElement {
    const options = from.map((column) =>
      element("option", { value: String(columns.indexOf(column)) }, column.name),
    );
    const empty = none === undefined ? [] : [element("option", { value: "" }, none)];
    return element("select", { name }, ...empty, ...options);
  }
}

/** What stands in the page for this. */
function siteHere(): QueriedSite {
  const { site = "" } = document.querySelector<HTMLElement>("#console")?.dataset ?? {};
  const own = JSON.parse(site) as QueriedSite;
  const name = document.querySelector("a.company")?.textContent.trim() ?? "";
  return { ...own, company: { ...own.company, name } };
}
