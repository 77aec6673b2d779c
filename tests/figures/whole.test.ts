import { beforeAll, describe, expect, it } from "vitest";
import {
  type FigureModel,
  type FigureReport,
  figuresOf,
  openWhole,
  shipReport,
  shipWhole,
  takenPaths,
  viewOf,
} from "../../src/figures/index.ts";
import { sampleReport } from "./sample.ts";

const pages = Object.keys(takenPaths) as (keyof typeof takenPaths)[];

let report: FigureReport;

beforeAll(async () => {
  report = await sampleReport();
});

/** What travels to a browser as JSON, opened there. */
const travelled = <Plain>(plain: Plain): Plain => JSON.parse(JSON.stringify(plain));

/** Every drawing that a figure has, by its name. */
const drawingsOf = ({ id, drawing, choice }: FigureModel) =>
  [drawing, ...(choice?.others ?? []).map((other) => other.drawing)].flatMap((draw, place) =>
    draw ? [[`${id} ${place}`, draw] as const] : [],
  );

/** A picture without its label, which a picture that leaves the page has not; places to a tenth of a pixel. */
const seen = (svg: string) =>
  svg
    .replace(/ aria-label="[^"]*"/, "")
    .replaceAll(/\d+\.\d+/g, (digits) => Number(digits).toFixed(1));

describe.each(pages)("what travels to draw the charts of %s anew", (page) => {
  it("draws each as the page does", () => {
    const opened = openWhole(
      travelled(shipReport(report, page)),
      travelled(shipWhole(report, page)),
    );
    const anew = new Map(figuresOf(page, viewOf(opened)).flatMap(drawingsOf));
    const built = figuresOf(page, viewOf(report)).flatMap(drawingsOf);
    expect(built.length).toBeGreaterThan(4);
    for (const [name, draw] of built) {
      expect(seen(anew.get(name)?.("wide").svg ?? ""), name).toBe(seen(draw("wide").svg));
    }
  });

  it("draws each for other rooms: as wide as these, and as high where no rows decide it", () => {
    for (const [name, draw] of figuresOf(page, viewOf(report)).flatMap(drawingsOf)) {
      for (const width of [430, 560, 910]) {
        const [low, high] = [200, 300].map((plot) => draw({ width, plot }));
        expect([low?.width, high?.width], name).toEqual([width, width]);
        expect([0, 100], name).toContain((high?.height ?? 0) - (low?.height ?? 0));
      }
    }
  });
});
