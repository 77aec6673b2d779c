import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Colour, palette, seriesLook } from "../../src/charts/theme.ts";

const css = readFileSync(new URL("../../src/charts/chart.css", import.meta.url), "utf8");
const blocks = Array.from(css.matchAll(/:root[^{]*\{([^}]*)\}/g), (match) => match[1] ?? "");
const declared = (block: string) =>
  Object.fromEntries(
    Array.from(block.matchAll(/--chart-([\w-]+): (#\w+);/g), (match) => [match[1], match[2]]),
  );

test("the stylesheet holds the colours of the theme: light, and dark as the system has it", () => {
  expect(blocks.map(declared)).toEqual([palette.light, palette.dark]);
});

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const text: Colour[] = [
  "ink",
  "muted",
  "accent",
  "lost",
  "series-1",
  "series-2",
  "series-3",
  "series-4",
  "series-5",
  "series-6",
];

describe.each(["light", "dark"] as const)("%s", (mode) => {
  const colours = palette[mode];

  test.each(text)("text in %s reads on the page (4.5 to 1)", (name) => {
    expect(contrast(colours[name], colours.paper)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(["low", "around"] as const)(
    "every cell of the scheme %s carries its text",
    (scheme) => {
      for (const level of [1, 2, 3, 4, 5, 6, 7] as const) {
        const [fill, ink] = [colours[`${scheme}-${level}`], colours[`${scheme}-${level}-ink`]];
        expect(contrast(fill, ink), `${scheme}-${level}`).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  test("the parts of a stacked bar carry their text", () => {
    expect(contrast(colours.accent, colours.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.lost, colours.paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours.passive, colours.ink)).toBeGreaterThanOrEqual(4.5);
  });

  test("retention gets steadily darker or lighter, so that a greyscale print still reads", () => {
    const steps = ([1, 2, 3, 4, 5, 6, 7] as const).map((level) =>
      luminance(colours[`low-${level}`]),
    );
    const sorted = steps.toSorted((a, b) => (mode === "light" ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
});

test("a seventh line has no look of its own", () => {
  expect(() => seriesLook(6)).toThrow("series 7 has no look of its own; draw at most 6");
});
