import {
  type Chart,
  makeFormats,
  mostSeries,
  type PlainMark,
  plainChart,
} from "../../../charts/index.ts";
import { say } from "../../../text/index.ts";
import { drawingElements } from "../../choice/drawings.ts";
import { pngOf } from "../../export/picture/pixels.ts";
import { refusal } from "../../export/refusal.ts";
import { element } from "../../filter/elements.ts";
import { download } from "../result/take/hand-over.ts";
import type { Result, ResultColumn } from "../result/values/result.ts";
import { type Choice, defaultChoice, defaultMark, scaleOf } from "./choice.ts";
import { standAlone } from "./picture.ts";
import { pointsOf } from "./points.ts";

const marks: readonly PlainMark[] = ["line", "bar", "dot", "area"];
/** Widths of the figures of the site, too. */
const widths = { narrow: 328, wide: 720 } as const;
/** Plain numbers only: what the columns measure is not known. */
const format = makeFormats("en-GB", "EUR");

/** A chart of a result, what it draws to be chosen; redrawn with every choice. */
export function openChartPanel(host: HTMLElement, result: Result, isCut: boolean): void {
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
  const svgButton = element("button", { type: "button", "data-picture": "svg" }, words.svg);
  const pngButton = element("button", { type: "button", "data-picture": "png" }, words.png);
  const copyButton = element("button", { type: "button", "data-picture": "copy" }, words.copy);
  const form = element("form", { class: "picks", "aria-label": words.form }, ...labels);
  const picture = element("div", { class: "picture" });
  const notes = element("div", { class: "notes", role: "status" });
  const takes = element(
    "div",
    { class: "take" },
    element("span", {}, words.download),
    svgButton,
    pngButton,
    copyButton,
  );
  host.append(form, picture, notes, takes);

  let drawn: { chart: () => Chart; title: string; notes: string[] } | undefined;

  const draw = () => {
    const { points, notes: told } = pointsOf(result, choice);
    const { x, y, series, mark } = choice;
    const title = words.title(y.name, x.name, series?.name);
    const all = [...told, ...(isCut ? [say.console.result.cut(result.rowCount)] : [])];
    notes.replaceChildren(...all.map((note) => element("p", {}, note)));
    drawn = undefined;
    const isEmpty = points.every((point) => point.y === null);
    for (const button of [svgButton, pngButton, copyButton]) button.disabled = isEmpty;
    if (isEmpty) {
      picture.replaceChildren(element("p", { class: "note" }, words.nothing(x.name, y.name)));
      return;
    }
    const drawings = (size: keyof typeof widths) =>
      plainChart(points, {
        mark,
        scale: scaleOf(x),
        names: { x: x.name, y: y.name },
        width: widths[size],
        label: `${title}. ${words.points(points.length)}`,
        format,
        id: `console-${size}`,
      });
    picture.replaceChildren(...drawingElements(drawings, undefined));
    drawn = { chart: () => drawings("wide"), title, notes: all };
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
  const pictureNow = () =>
    drawn && standAlone(drawn.chart(), { title: drawn.title, notes: drawn.notes });
  const tell = (text: string) => notes.append(element("p", {}, text));
  const tellWhy = (error: unknown) =>
    tell(words.notTaken(error instanceof Error ? error.message : String(error)));
  svgButton.addEventListener("click", () => {
    const own = pictureNow();
    if (own) download(new Blob([own.svg], { type: "image/svg+xml" }), `${words.fileName}.svg`);
  });
  pngButton.addEventListener("click", () => {
    const own = pictureNow();
    if (own) pngOf(own).then((png) => download(png, `${words.fileName}.png`), tellWhy);
  });
  copyButton.addEventListener("click", () => {
    const own = pictureNow();
    if (own) copyPicture(pngOf(own)).then(tell, tellWhy);
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

/** The clipboard is asked at once, and given what is made by then; where it refuses there is a file. */
async function copyPicture(png: Promise<Blob>): Promise<string> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return say.exports.copiedAs.picture;
  } catch {
    const { fileName } = say.console.result.chart;
    download(await png, `${fileName}.png`);
    return refusal(`${fileName}.png`);
  }
}
