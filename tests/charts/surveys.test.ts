import { describe, expect, test } from "vitest";
import * as charts from "../../src/charts/index.ts";
import { renewed, roles, satisfied, scores, wave, waves } from "./fixtures/surveys.ts";
import { frame, text } from "./gallery.ts";
import { attributesOf, textsOf } from "./reading.ts";

describe("NPS by wave", () => {
  const chart = charts.npsWaves(waves, { ...frame(720, "fell"), text: text.waves });

  test("draws an arrow only for a change whose interval excludes 0", () => {
    expect(attributesOf(chart, "line[stroke-width='3']", "stroke")).toEqual([
      "var(--chart-accent)",
      "var(--chart-lost)",
    ]);
    const shown = textsOf(chart);
    expect(shown).toEqual(expect.arrayContaining(["+26.3", "-31.5"]));
    expect(shown).not.toContain("+8");
  });

  test("counts the answers under each wave", () => {
    expect(textsOf(chart)).toEqual(
      expect.arrayContaining(["66", "80", "112", "135", "139", "144"]),
    );
  });

  test("leaves out a wave without answers", () => {
    const empty = wave({ year: 2026, half: 1, promoters: 0, passives: 0, detractors: 0 });
    const options = { ...frame(720, "fell"), text: text.waves };
    expect(textsOf(charts.npsWaves([...waves, empty], options))).not.toContain("2026 H1");
    expect(() => charts.npsWaves([empty], options)).toThrow("npsWaves got no rows");
  });
});

test("scores are grouped at 6 and 8: 54 of 144 detract", () => {
  const chart = charts.scoreDistribution(scores, { ...frame(720, "groups"), text: text.groups });
  const fills = attributesOf(chart, "rect", "fill");
  expect(fills).toHaveLength(11);
  expect(fills.filter((fill) => fill === "var(--chart-lost)")).toHaveLength(7);
  expect(fills.filter((fill) => fill === "var(--chart-passive)")).toHaveLength(2);
  expect(textsOf(chart)).toEqual(expect.arrayContaining(["54 · 38%", "41 · 28%", "49 · 34%"]));
});

test("shares are of the answers of their wave: 20, 24 and 22 of 66", () => {
  const shown = textsOf(
    charts.npsShares(waves.slice(0, 1), {
      ...frame(720, "shares"),
      text: { ...text.groups, nps: "NPS", answers: (count) => `n ${count}` },
    }),
  );
  expect(shown).toEqual(expect.arrayContaining(["30%", "36%", "33%", "-3", "n 66"]));
});

describe("NPS of segments", () => {
  const draw = (company?: number) =>
    charts.npsBreakdown(roles, {
      ...frame(720, "who"),
      ...(company === undefined ? {} : { company }),
      text: text.breakdown,
    });

  test("is best first", () => {
    const names = roles.map((row) => row.segment);
    expect(textsOf(draw()).filter((shown) => names.includes(shown))).toEqual([
      "Chief executive",
      "Administrator",
      "Buyer",
      "User",
    ]);
  });

  test("is grey under 10 answers", () => {
    expect(attributesOf(draw(), "circle", "fill")).toEqual([
      "var(--chart-grey)",
      "var(--chart-accent)",
      "var(--chart-accent)",
      "var(--chart-accent)",
    ]);
  });

  test("is grey whatever the answers where a row is quiet", () => {
    const rows = roles.map((row) => ({ ...row, isQuiet: row.segment !== "User" }));
    const chart = charts.npsBreakdown(rows, { ...frame(720, "who"), text: text.breakdown });
    expect(attributesOf(chart, "circle", "fill")).toEqual([
      "var(--chart-grey)",
      "var(--chart-grey)",
      "var(--chart-grey)",
      "var(--chart-accent)",
    ]);
  });

  test("has the company's score as a rule where it is known", () => {
    expect(textsOf(draw(-3.47))).toContain("company -3.5");
    expect(attributesOf(draw(), "line[stroke-dasharray]", "x1")).toEqual([]);
  });
});

test("renewals: 48 of 80 promoters is 60%, and 9 terms are too few to colour", () => {
  const chart = charts.renewalBars(renewed, { ...frame(720, "leave"), text: text.renewals });
  const shown = textsOf(chart);
  expect(shown).toEqual(
    expect.arrayContaining(["promoters", "95%: 49% … 70%", "60% · 48 of 80", "33.3% · 3 of 9"]),
  );
  expect(attributesOf(chart, "rect[fill^='var']", "fill")).toEqual([
    "var(--chart-accent)",
    "var(--chart-accent)",
    "var(--chart-grey)",
  ]);
});

test("satisfaction is told question by question, and grey where few answered", () => {
  const chart = charts.satisfactionBars(satisfied, {
    ...frame(720, "satisfied"),
    text: text.satisfaction,
  });
  expect(textsOf(chart)).toEqual(
    expect.arrayContaining(["CSAT, ticket", "75%, mean 4", "80%, mean 4.1", "CES, ticket", "n 9"]),
  );
  const widths = attributesOf(chart, "rect", "width").map(Number);
  // Of 75% and 80%.
  expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(0.9375, 2);
  expect(attributesOf(chart, "rect", "fill")).toEqual([
    "var(--chart-accent)",
    "var(--chart-accent)",
    "var(--chart-grey)",
  ]);
});
