import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { composePicture, type Picture } from "../../../src/client/export/picture/compose.ts";
import { halosBeneath, placesInPixels } from "../../../src/client/export/picture/plain.ts";
import { shapes } from "../../../src/client/export/picture/shapes.ts";
import { linesOf, type Measure } from "../../../src/client/export/picture/words.ts";
import type { Sheet } from "../../../src/client/export/sheet.ts";
import { type Drawings, formatsOf, type Room, type Telling } from "../../../src/figures/index.ts";
import { tabulate } from "../../../src/figures/table.ts";
import { sheetWith } from "./sheet.ts";

/** Every sign is as wide as half its height. */
const measure: Measure = (text, { size }) => (text.length * size) / 2;
const options = { measure, fonts: "Arial", isTransparent: false };
const format = formatsOf({ company: { name: "Paper Ltd", currency: "USD", locale: "en-US" } });

const tableOf = (rows: number, words = "paper") =>
  tabulate(
    format,
    Array.from({ length: rows }, (_, place) => place),
    { caption: "Paper" },
    [
      { label: "Ream", unit: "number", value: (place) => place },
      { label: "Words", value: () => words },
    ],
  );

const drawn = {
  svg: '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="x" width="720" height="300" class="chart" fill="currentColor"><path stroke="var(--chart-accent)"/></svg>',
  width: 720,
  height: 300,
};

const charted = (words: Partial<Telling> = {}): Sheet => ({
  ...sheetWith(undefined, words),
  drawn,
});

/** A chart that is as wide as its room, its plot as high, with labels of 40 pixels about it. */
const drawing: Drawings = (room) => {
  const { width, plot = 290 } = typeof room === "string" ? { width: 720 } : room;
  const svg = `<svg width="${width}" height="${plot + 40}"><path/></svg>`;
  return { ...drawn, svg, width, height: plot + 40, readings: [], guide: "column" };
};

const textsOf = ({ svg }: Picture) =>
  [...parseHTML(svg).document.querySelectorAll("text")].map((text) => ({
    words: text.textContent ?? "",
    x: Number(text.getAttribute("x")),
    y: Number(text.getAttribute("y")),
    width: measure(text.textContent ?? "", { size: Number(text.getAttribute("font-size")) }),
    isEnd: text.getAttribute("text-anchor") === "end",
  }));

/** Whether every text lies within the picture. */
function isWhole(picture: Picture): boolean {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture.svg);
  const [width, height] = [Number(box?.[1]), Number(box?.[2])];
  return textsOf(picture).every(({ x, y, width: own, isEnd }) => {
    const left = isEnd ? x - own : x;
    return left >= 0 && left + own <= width && y > 0 && y < height;
  });
}

describe("a picture", () => {
  it("has measure, title, chart, n, definition and source from top to bottom", () => {
    const picture = composePicture(charted(), options);
    expect([picture.width, picture.height > 400]).toEqual([768, true]);
    expect(textsOf(picture).map(({ words }) => words)).toEqual([
      "Reams, by month",
      "Paper is thin",
      "n 40.",
      "Ream: 500 sheets.",
      "Hourglass, Paper Ltd, data as of Sep 30, 2025, whole company",
    ]);
    expect(picture.svg).toMatch(/translate\(24 [\d.]+\)/);
  });

  it("has the light colours in it, and a ground only where one is wanted", () => {
    const { svg } = composePicture(charted(), options);
    expect(svg).toContain('stroke="#0b6170"');
    expect(svg).toContain('fill="#17252d"');
    expect(svg).not.toMatch(/var\(|currentColor/);
    expect(svg).toContain('<rect width="100%" height="100%" fill="#ffffff"/>');
    expect(composePicture(charted(), { ...options, isTransparent: true }).svg).not.toContain(
      "<rect",
    );
  });

  it.each(Object.entries(shapes))(
    "fills %s with a chart drawn for it, none of it scaled by itself, in text of a slide",
    (_, shape) => {
      const rooms: Room[] = [];
      const noted: Drawings = (room) => {
        if (typeof room !== "string") rooms.push(room);
        return drawing(room);
      };
      const picture = composePicture(charted(), { ...options, shape, drawing: noted });
      expect([picture.width, picture.height]).toEqual([shape.width, shape.height]);
      const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(picture.svg) ?? [];
      expect(Number(width) / Number(height)).toBeCloseTo(shape.ratio, 2);
      expect(picture.svg).not.toContain("scale(");
      const last = rooms.at(-1);
      expect(last?.width).toBe(Number(width) - 2 * 24);
      // Head, foot and edges take less than half of any of these pages.
      expect(last?.plot).toBeGreaterThan(Number(height) / 2 - 40);
      expect(isWhole(picture)).toBe(true);
      expect(picture.points).toBeGreaterThan(9);
    },
  );

  it("on a slide names the definitions that would take the room of its chart", () => {
    const sheet = charted();
    const definitions = ["A", "B", "C", "D"].map((name) => ({ name, text: "Text. ".repeat(60) }));
    const picture = composePicture(
      { ...sheet, provenance: { ...sheet.provenance, definitions } },
      { ...options, shape: shapes.half, drawing },
    );
    const words = textsOf(picture).map((text) => text.words);
    expect(words.some((line) => line.startsWith("A: Text."))).toBe(true);
    expect(words.join(" ")).toContain("Definitions of B, C and D are in the workbook");
  });

  it("of a long table has every row, and says that its text is small on a slide", () => {
    const picture = composePicture(sheetWith(tableOf(120)), { ...options, shape: shapes.wide });
    expect(textsOf(picture).filter(({ words }) => words === "paper")).toHaveLength(120);
    expect(isWhole(picture)).toBe(true);
    expect(picture.points).toBeLessThan(7);
  });

  it("tells which definitions it leaves out", () => {
    const sheet = charted();
    const definitions = ["A", "B", "C", "D", "E"].map((name) => ({ name, text: "Text." }));
    const picture = composePicture(
      { ...sheet, provenance: { ...sheet.provenance, definitions } },
      options,
    );
    const words = textsOf(picture).map((text) => text.words);
    expect(words).toContain("D: Text.");
    expect(words).not.toContain("E: Text.");
    expect(words).toContain("Definitions of E are in the workbook and under Metrics.");
  });

  it("keeps any words whole and within it, and stays XML", () => {
    const words = fc.oneof(
      fc.string({ maxLength: 400 }),
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.constant("x".repeat(900)),
      fc.constant('"><script>alert(1)</script>&amp;'),
    );
    fc.assert(
      fc.property(words, words, (finding, cell) => {
        const picture = composePicture(sheetWith(tableOf(2, cell), { finding }), options);
        expect(isWhole(picture)).toBe(true);
        expect(picture.svg).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;)/);
      }),
      { numRuns: 100 },
    );
  });
});

it("places of texts are pixels, by the font of the innermost that has one", () => {
  const svg =
    '<svg font-size="12"><text y="0.5em"/><g font-size="20"><text dy="0.35em" x="3">a<tspan font-size="10" dx="-1em">b</tspan></text></g><text dy="1em">c</text><text y="-2" dy="5">d</text></svg>';
  expect(placesInPixels(svg)).toBe(
    '<svg font-size="12"><text y="6"/><g font-size="20"><text y="7" x="3">a<tspan font-size="10" dx="-10">b</tspan></text></g><text y="12">c</text><text y="3">d</text></svg>',
  );
});

it("a halo is a text beneath its own, and none where there is no ground", () => {
  const svg =
    '<text stroke="#fff" stroke-width="3" paint-order="stroke" fill="#111" x="3">a</text>';
  const plain = '<text fill="#111" x="3">a</text>';
  expect(halosBeneath(svg, false)).toBe(
    `<text stroke="#fff" stroke-width="3" fill="none" x="3">a</text>${plain}`,
  );
  expect(halosBeneath(svg, true)).toBe(plain);
});

describe("lines", () => {
  it("break at blanks, and within a word that fits no line", () => {
    expect(linesOf("aa bb cc", 25, { size: 10 }, measure)).toEqual(["aa bb", "cc"]);
    expect(linesOf("a bbbbbbb", 20, { size: 10 }, measure)).toEqual(["a", "bbbb", "bbb"]);
  });

  it("lose no sign of any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        const lines = linesOf(text, 40, { size: 10 }, measure);
        expect(lines.join("").replaceAll(/\s/g, "")).toBe(text.replaceAll(/\s/g, ""));
      }),
    );
  });
});
