import { expect, it } from "vitest";
import { charts } from "./charts.ts";
import { chartFigure, deckOf, figureWith, fileOf, tableOf } from "./deck-of.ts";
import { isXml, type Package, partOf, relationsOf } from "./open.ts";
import { all, first } from "./xml.ts";

const table = figureWith({ table: tableOf(["Metric", "Value"], [["ARR", "$1M"]]) });
const tiles = figureWith({
  tiles: [{ name: "ARR", value: "$1M", lines: [{ text: "up", tone: "good" }] }],
});
const heat = figureWith({
  native: {
    kind: "heat",
    unit: "share",
    categories: ["0", "3"],
    series: [
      { name: "2025 Q1", size: 10, values: [1, 0.5], faint: [1] },
      { name: "all", size: 10, values: [1, null] },
    ],
    heat: { scheme: "low", ends: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9] },
  },
});
const figures = [...Object.values(charts).map(chartFigure), table, tiles, heat];
const deck = await deckOf(...figures);
const partsUnder = (folder: string) => [...deck.keys()].filter((name) => name.startsWith(folder));

it("is XML in every part", () => {
  for (const name of [...deck.keys()].filter(isXml)) expect(() => partOf(deck, name)).not.toThrow();
});

it("gives every part a content type, and names no part that is not there", () => {
  const types = partOf(deck, "[Content_Types].xml");
  const named = all(types, "Override").map(({ attributes }) => attributes.PartName);
  const parts = [...deck.keys()].filter((name) => !/\.rels$|^\[/.test(name));
  expect(named.toSorted()).toEqual(parts.map((name) => `/${name}`).toSorted());
});

it("finds whatever its parts name by an id, and names whatever is there", () => {
  const reached = new Set<string>();
  for (const name of ["", ...deck.keys()]) {
    const relations = relationsOf(deck, name);
    for (const target of relations.values()) {
      expect([...deck.keys()]).toContain(target);
      reached.add(target);
    }
    if (!isXml(name) || name.endsWith(".rels")) continue;
    const used = [...(deck.get(name)?.toString() ?? "").matchAll(/r:id="(\w+)"/g)];
    for (const [, id = ""] of used) expect(relations.has(id), `${name} ${id}`).toBe(true);
  }
  const parts = [...deck.keys()].filter((name) => !/\.rels$|^\[/.test(name));
  expect(parts.filter((name) => !reached.has(name))).toEqual([]);
});

it("gives the shapes of a slide ids of their own, all above the one of their tree", () => {
  for (const name of partsUnder("ppt/slides/slide")) {
    const ids = all(partOf(deck, name), "p:cNvPr").map(({ attributes }) => Number(attributes.id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(1);
  }
});

it("has the places of its layout on every slide, and notes that belong to it", () => {
  const layout = all(partOf(deck, "ppt/slideLayouts/slideLayout2.xml"), "p:ph");
  const known = layout.map(({ attributes }) => `${attributes.type} ${attributes.idx ?? ""}`);
  for (const name of partsUnder("ppt/slides/slide").slice(1)) {
    const places = all(partOf(deck, name), "p:ph");
    expect(first(partOf(deck, name), "p:cSld")).toBeDefined();
    for (const { attributes } of places) {
      expect(known).toContain(`${attributes.type} ${attributes.idx ?? ""}`);
    }
    expect([...relationsOf(deck, name).values()]).toContain(
      name.replace("slides/slide", "notesSlides/notesSlide"),
    );
  }
});

it("links to an address once on each slide, by a relation that leads outside", async () => {
  const commentary =
    "[one](https://a.example/?a=1&b=2) and https://a.example/?a=1&b=2 and https://b.example";
  const linked = await deckOf({ ...table, beside: { commentary } });
  const relations = all(partOf(linked, "ppt/slides/_rels/slide2.xml.rels"), "Relationship");
  const outside = relations.filter(({ attributes }) => attributes.TargetMode === "External");
  expect(outside.map(({ attributes }) => attributes.Target)).toEqual([
    "https://a.example/?a=1&b=2",
    "https://b.example",
  ]);
  const used = all(partOf(linked, "ppt/slides/slide2.xml"), "a:hlinkClick");
  const [first, second] = outside.map(({ attributes }) => attributes.Id);
  expect(used.map(({ attributes }) => attributes["r:id"])).toEqual([first, first, second]);
});

it("gives the speaker the commentary without its signs", async () => {
  const commentary = "**Up** by [price](https://a.example)\n\n2. *twice*\n- more";
  const linked = await deckOf({ ...table, beside: { commentary, notes: "First." } });
  const notes = all(partOf(linked, "ppt/notesSlides/notesSlide2.xml"), "a:t");
  expect(notes.map(({ text }) => text).slice(0, 4)).toEqual([
    "First.",
    "Up by price",
    "2. twice",
    "• more",
  ]);
});

it("writes words of a script that runs from right to left from the right", async () => {
  const beside = { title: "2025: שלום", commentary: "- نقطة\n- point" };
  const slide = partOf(await deckOf({ ...table, beside }), "ppt/slides/slide2.xml");
  const looks = all(slide, "a:pPr").map(({ attributes: { algn, rtl } }) => [algn, rtl]);
  expect(looks[0]).toEqual(["r", "1"]);
  expect(looks).toContainEqual(["r", "1"]);
  expect(looks.at(-4)).toEqual(["l", undefined]);
});

// What PowerPoint asks to repair though the schema allows it.
it("draws charts on axes that are there, with labels where their kind may have them", () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    "c:lineChart": ["t", "b", "r", "l", "ctr"],
    "c:areaChart": [],
  };
  for (const name of partsUnder("ppt/charts/chart")) {
    const chart = partOf(deck, name);
    const plot = all(chart, "c:plotArea")[0];
    const axes = ["c:catAx", "c:dateAx", "c:valAx"].flatMap((axis) =>
      all(chart, axis).map((one) => first(one, "c:axId")?.attributes.val),
    );
    for (const layer of plot?.children.filter((child) => child.name.endsWith("Chart")) ?? []) {
      const used = layer.children.filter((child) => child.name === "c:axId");
      expect(used.map(({ attributes }) => attributes.val)).toEqual(axes);
      const isStacked = first(layer, "c:grouping")?.attributes.val === "stacked";
      const may =
        allowed[layer.name] ??
        (isStacked ? ["ctr", "inEnd", "inBase"] : ["outEnd", "ctr", "inEnd", "inBase"]);
      for (const { attributes } of all(layer, "c:dLblPos")) expect(may).toContain(attributes.val);
    }
    const places = (tag: string) =>
      all(chart, "c:ser").map((series) => first(series, tag)?.attributes.val);
    expect(new Set(places("c:idx")).size).toBe(places("c:idx").length);
    expect(places("c:order")).toEqual(places("c:idx"));
  }
});

it("writes no number that is none, and leaves gaps out", () => {
  for (const name of partsUnder("ppt/charts/chart")) {
    const text = deck.get(name)?.toString() ?? "";
    expect(text).not.toMatch(/NaN|Infinity|undefined|null|<c:v\/>|<c:v><\/c:v>/);
  }
});

it("is the same file of the same figures, and says the day of the data as its own", async () => {
  const bytes = async () => Buffer.from(await (await fileOf(figures)).arrayBuffer());
  const [one, other] = [await bytes(), await bytes()];
  expect(one.equals(other)).toBe(true);
  const core = (deck: Package) => deck.get("docProps/core.xml")?.toString();
  expect(core(deck)).toContain("2025-09-30T00:00:00Z");
});
