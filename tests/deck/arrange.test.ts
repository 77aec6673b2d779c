import { describe, expect, it } from "vitest";
import { textWidth } from "../../src/charts/index.ts";
import { type DeckPlan, longTitles, slidesOf } from "../../src/deck/deck.ts";
import { hangingOf } from "../../src/deck/fit.ts";
import { templateOf } from "../../src/deck/index.ts";
import { parseMarkdown } from "../../src/deck/markdown/blocks.ts";
import type { Element, Slide } from "../../src/deck/slide.ts";
import type { FigureModel } from "../../src/figures/index.ts";
import { charts } from "./charts.ts";
import { figureWith, format, tableOf } from "./deck-of.ts";

type Size = "16:9" | "4:3";

const slidesWith = (figure: FigureModel, commentary: string, size: Size = "16:9"): Slide[] =>
  slidesOf(planWith(figure, { commentary }, size)).slice(1);

function planWith(
  figure: FigureModel,
  words: { commentary?: string; title?: string },
  size: Size = "16:9",
): DeckPlan {
  return {
    title: "Deck",
    subtitle: "",
    company: { name: "Paper Ltd", currency: "USD", locale: "en-US" },
    day: "2025-09-30",
    inputHash: "abc123",
    format,
    template: templateOf({ size }),
    slides: [
      {
        kind: "figure",
        figure: { ...figure, sql: [] },
        provenance: {
          title: "Up",
          measure: "measure",
          facts: "",
          caveat: undefined,
          source: "source",
          definitions: [],
          caption: "Up",
        },
        ...words,
      },
    ],
  };
}

const named = (slide: Slide | undefined, name: string): Element | undefined =>
  slide?.elements.find((element) => element.name === name);
const of = <Kind extends Element["kind"]>(slide: Slide | undefined, kind: Kind) =>
  slide?.elements.find((element) => element.kind === kind) as Extract<Element, { kind: Kind }>;

const textOf = (element: Element | undefined): string =>
  element?.kind === "text"
    ? element.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join("")).join("\n")
    : "";

const bridge = figureWith({
  native: {
    kind: "bridge",
    unit: "money",
    categories: [
      "start",
      "new",
      "reactivation",
      "expansion",
      "contraction",
      "churn",
      "currency",
      "end",
    ],
    series: [
      { name: "ARR", values: [7.36e6, 4.78e6, 39e3, 1.57e6, -59.5e3, -840e3, -26.8e3, 12.8232e6] },
    ],
  },
});

describe("words about a figure", () => {
  it("stand beside it where it has room", () => {
    const [slide, ...more] = slidesWith(figureWith({ native: charts.line }), "Why.");
    expect(more).toEqual([]);
    const { box } = of(slide, "chart");
    expect(named(slide, "Commentary")?.box.x).toBeGreaterThanOrEqual(box.x + box.width);
  });

  it("stand under a bridge whose numbers would run into each other beside them", () => {
    const [wide] = slidesWith(bridge, "Why.");
    const words = named(wide, "Commentary");
    expect(words?.box.x).toBeGreaterThan(of(wide, "chart").box.width);

    const [slide, ...more] = slidesWith(bridge, "Why.", "4:3");
    expect(more).toEqual([]);
    const { box } = of(slide, "chart");
    // 720 points without two margins of 48.
    expect(box.width).toBe(624);
    expect(named(slide, "Commentary")?.box.y).toBeGreaterThanOrEqual(box.y + box.height);
  });

  it("stand under nine quarters, which are not written smaller for them", () => {
    const labels = ["Quarter", ...Array.from({ length: 12 }, (_, at) => `Row ${at}`)];
    const rows = Array.from({ length: 9 }, (_, at) => [
      `2025 Q${at}`,
      ...Array.from({ length: 12 }, () => "$12,816,419"),
    ]);
    const table = tableOf(labels, rows);
    const [first, ...others] = table.columns;
    const columns = [
      { ...first, label: "Quarter" },
      ...others.map((own) => ({ ...own, isNumber: true })),
    ];
    const quarters = figureWith({ id: "quarters", table: { ...table, columns } });
    const [slide] = slidesWith(quarters, "- one\n- two");
    expect(of(slide, "table").size).toBeGreaterThanOrEqual(9);
    expect(of(slide, "table").box.width).toBeGreaterThan(800);
    expect(named(slide, "Commentary")?.box.y).toBeGreaterThan(350);
  });

  it("go on on slides of their own where they are long, and none is lost", () => {
    const paragraphs = Array.from({ length: 60 }, (_, at) => `Paragraph ${at} of many words.`);
    const slides = slidesWith(figureWith({ native: charts.line }), paragraphs.join("\n\n"));
    expect(slides.length).toBeGreaterThan(2);
    expect(of(slides[0], "chart").box.width).toBe(864);
    expect(named(slides[0], "Commentary")).toBeUndefined();
    const told = slides.slice(1).map((slide) => textOf(named(slide, "Commentary")));
    expect(told.join("\n").split("\n")).toEqual(paragraphs);
    expect(slides.map((slide) => textOf(named(slide, "Finding")))).toEqual(
      slides.map((_, at) => `Up (${at + 1} of ${slides.length})`),
    );
  });

  it.each([
    ["words", "no end of it ".repeat(600).trim()],
    ["one word", "x".repeat(9000)],
    ["Chinese", "收入增长".repeat(1500)],
  ])("are divided within a paragraph of %s that no slide holds", (_, text) => {
    const slides = slidesWith(figureWith({ native: charts.line }), text);
    expect(slides.length).toBeGreaterThan(2);
    const told = slides.slice(1).map((slide) => textOf(named(slide, "Commentary")));
    expect(told.join("")).toBe(text);
    expect(Math.max(...told.map(({ length }) => length))).toBeLessThan(text.length);
  });

  it("have room for the numbers of their lists, and a gap behind each", () => {
    for (const size of [11, 14, 20]) {
      const { number, bullet } = hangingOf(parseMarkdown("9. a\n10. b"), size);
      expect(number - textWidth("10.", size)).toBeGreaterThan(0.4 * size);
      expect(bullet - textWidth("•", size)).toBeGreaterThan(0.25 * size);
    }
  });
});

describe("titles", () => {
  const figure = figureWith({ native: charts.line });

  it("that no slide holds are named with how many of their letters it holds", () => {
    const title = `We ${"have grown and ".repeat(60)}won`;
    const plan = planWith(figure, { title });
    const [long] = longTitles(plan);
    expect(long?.title).toBe(title);
    const [slide] = slidesOf(plan).slice(1);
    const written = textOf(named(slide, "Finding"));
    expect(written).toBe(`${title.slice(0, long?.fits)}…`);
    expect(longTitles(planWith(figure, { title: "Short" }))).toEqual([]);
  });
});

describe("headline numbers as boxes", () => {
  const tile = (name: string) => ({
    name,
    value: "$12.8M",
    lines: [
      { text: "up 74.1% on a year ago", tone: "good" as const },
      { text: "Plan (2025-Q3) $12.5M" },
      { text: "$316K better than plan", tone: "good" as const },
    ],
  });
  const tiles = ["ARR", "NRR", "GRR", "Churn", "CAC", "LTV:CAC", "TCV", "NPS"].map(tile);

  it("have all their words within them, in both shapes of a slide", () => {
    for (const size of ["16:9", "4:3"] as const) {
      const [slide] = slidesWith(figureWith({ tiles }), "", size);
      for (const { name } of tiles) {
        const box = named(slide, name);
        const lines = box?.kind === "text" ? box.paragraphs : [];
        // Lines of words at 1.2 of their size, each broken into two at most.
        const sizes = lines.flatMap(({ runs }) => runs.map(({ size: own = 0 }) => own));
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
        const height = lines.reduce((sum, { runs: [run], before = 0 }) => {
          const { text = "", size: own = 0, isBold } = run ?? {};
          const wide = textWidth(text, own, isBold) > (box?.box.width ?? 0) ? 2 : 1;
          return sum + before + wide * own * 1.2;
        }, 0);
        expect(height).toBeLessThanOrEqual(box?.box.height ?? 0);
      }
    }
  });
});
