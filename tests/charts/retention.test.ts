import { describe, expect, test } from "vitest";
import { churnCurves, cohortTriangle, hazardBars } from "../../src/charts/index.ts";
import { churnBefore, toCurves } from "../../src/charts/retention/curves.ts";
import { cohortRows, hazards, survival, survivalRows } from "./fixtures/retention.ts";
import { frame, text } from "./gallery.ts";
import { attributesOf, textsOf } from "./reading.ts";

function never(): never {
  throw new Error("no cohort");
}

describe("the cohort triangle", () => {
  const draw = (
    width: number,
    measure: "logo_retention" | "revenue_retention" = "logo_retention",
  ) => cohortTriangle(cohortRows, { ...frame(width, "stay"), measure, text: text.triangle });
  const ages = (width: number) => {
    const texts = textsOf(draw(width));
    return texts.slice(1, texts.indexOf("won"));
  };

  test("has a column every 3 months on a laptop and every 6 on a phone", () => {
    expect(ages(720)).toEqual("0 3 6 9 12 15 18 21 24 27 30".split(" "));
    expect(ages(328)).toEqual("0 6 12 18 24 30".split(" "));
  });

  test("starts each row with the quarter and its size", () => {
    const texts = textsOf(draw(720));
    expect(texts.slice(texts.indexOf("2023 Q2"))).toEqual(
      expect.arrayContaining(["2023 Q2", "15"]),
    );
    expect(texts[texts.indexOf("2023 Q2") + 1]).toBe("15");
  });

  test("hatches every cell that not all of the cohort have reached: the last of each of 11 rows", () => {
    const groups = attributesOf(draw(720), "g[fill^='url'] rect", "width");
    expect(groups).toHaveLength(11);
  });

  test("explains hatching only where there is some", () => {
    const rows = cohortRows.filter((row) => row.is_complete);
    const options = {
      ...frame(720, "old"),
      measure: "logo_retention",
      text: text.triangle,
    } as const;
    expect(textsOf(cohortTriangle(rows, options))).not.toContain(text.triangle.incomplete);
    expect(textsOf(draw(720))).toContain(text.triangle.incomplete);
  });

  test("colours revenue around 100%: warm under, cool over, neutral at", () => {
    const one = (share: number) => {
      const rows = cohortRows.slice(0, 1).map((row) => ({ ...row, revenue_retention: share }));
      const options = {
        ...frame(720, "one"),
        measure: "revenue_retention",
        text: text.triangle,
      } as const;
      return cohortTriangle(rows, options).svg.match(/--chart-around-\d/)?.[0];
    };
    expect([0.6, 1, 1.4].map(one)).toEqual([
      "--chart-around-1",
      "--chart-around-4",
      "--chart-around-7",
    ]);
  });

  const cell = (age: number, live: number, before: number | null) => ({
    ...(cohortRows[0] ?? never()),
    age,
    size: 20,
    reached: 20,
    live,
    live_before: before,
    logo_retention: live / 20,
  });
  const three = [cell(0, 20, null), cell(3, 18, 20), cell(6, 9, 18)];
  const drawAs = (value: "start" | "before" | "amount") =>
    cohortTriangle(three, {
      ...frame(720, "three"),
      measure: "logo_retention",
      value,
      text: text.triangle,
    });

  test("against three months before has 18 of 20 and 9 of 18, and no cell at the start", () => {
    const { readings } = drawAs("before");
    expect(readings.map(({ lines }) => lines.slice(1))).toEqual([
      ["90%", "18 / 20"],
      ["50%", "9 / 18"],
    ]);
  });

  test("by the month is as wide as its columns, with the names of its rows apart, and in parts for paper", () => {
    const ages = Array.from({ length: 38 }, (_, age) => age);
    const drawn = (step?: number) =>
      cohortTriangle(
        ages.map((age) => cell(age, 20, 20)),
        { ...frame(328, "months"), measure: "logo_retention", step, text: text.triangle },
      );
    const months = drawn(1);
    expect(months.readings.map(({ lines }) => lines[0])).toEqual(
      ages.map((age) => expect.stringMatching(`· ${age} months`)),
    );
    expect(months.width).toBeGreaterThan(38 * 30);
    expect(months.svg).toContain(`width="${months.width}"`);
    expect(textsOf({ ...months, svg: months.names ?? "" })).toEqual(["won", "2023 Q1", "20"]);
    const parts = months.parts?.map((svg) => textsOf({ ...months, svg })) ?? [];
    const columns = parts.flatMap((texts) => texts.slice(1, texts.indexOf("won")));
    expect(columns).toEqual(ages.map(String));
    for (const svg of months.parts ?? []) expect(svg).toContain('width="328"');
    expect(drawn()).toMatchObject({ width: 328 });
    expect(drawn().names ?? drawn().parts).toBeUndefined();
  });

  test("in customers has the colours of their shares", () => {
    const colours = (value: "start" | "amount") =>
      attributesOf(drawAs(value), "rect[fill*='low']", "fill");
    expect(textsOf(drawAs("amount"))).toEqual(expect.arrayContaining(["20", "18", "9"]));
    expect(colours("amount")).toEqual(colours("start"));
  });
});

describe("churn curves", () => {
  const four = survivalRows("Four", [20, 12, 9, 6, 4, 2], [0, 5, 3, 0, 1, 0]);

  test("rise as survival falls: 1 - (1 - 5/12) = 41.7%, then 1 - 7/12 x 6/9 = 61.1%", () => {
    const [curve] = toCurves(four, 10, 5);
    expect(curve?.drawn.map((point) => point.churn.toFixed(3))).toEqual([
      "0.000",
      "0.417",
      "0.611",
      "0.611",
    ]);
  });

  test("stop before the age at which fewer than 5 are at risk, for good", () => {
    const [curve] = toCurves(four, 10, 5);
    expect(curve?.drawn.at(-1)?.age).toBe(3);
    const late = survivalRows("Late", [2, 4, 8, 12, 6, 3], [0, 0, 1, 0, 0, 0]);
    expect(toCurves(late, 10, 5)[0]?.drawn.map((point) => point.age)).toEqual([0, 1, 2, 3, 4]);
  });

  test("are solid while 10 are at risk, up to the age at which they no longer are", () => {
    const [curve] = toCurves(four, 10, 5);
    expect(curve?.drawn.map((point) => point.isSolid)).toEqual([true, true, false, false]);
    expect(curve?.solid.map((point) => point.age)).toEqual([0, 1, 2, 2]);
    expect(curve?.solid.at(-1)?.churn).toBeNull();
  });

  test("say what has gone before the payment of the break-even month", () => {
    const [curve] = toCurves(
      [four[0], four[1], four[3]].flatMap((row) => row ?? []),
      1,
      1,
    );
    if (curve === undefined) throw new Error("no curve");
    expect(churnBefore(curve, 2)?.toFixed(3)).toBe("0.417");
    expect(churnBefore(curve, 1)?.toFixed(3)).toBe("0.000");
    expect(churnBefore(curve, 4)).toBeUndefined();
  });

  test("count the customers at risk under the ticks of the axis", () => {
    const small = survival.filter((row) => row.segment === "Small");
    const chart = churnCurves(small, { ...frame(328, "a third"), text: text.churn });
    const texts = textsOf(chart);
    const from = texts.indexOf("customers at risk") + 1;
    expect(texts.slice(from, from + 6)).toEqual(["120", "102", "84", "66", "48", "30"]);
  });

  test("of which none has 5 at risk are an error", () => {
    const rows = survivalRows("Tiny", [4, 3], [0, 1]);
    expect(() => churnCurves(rows, { ...frame(720, "none"), text: text.churn })).toThrow(
      "churnCurves got no rows; draw it only where survival_curve with 5 at risk has some",
    );
  });

  test("have a point for each break-even and no rule, where more than three would hide them", () => {
    const breakEven = ["Small", "Enterprise", "Strategic", "Small"].map((segment, index) => ({
      segment,
      month: 6 + 4 * index,
    }));
    const chart = churnCurves(survival, { ...frame(720, "points"), breakEven, text: text.churn });
    expect(attributesOf(chart, "line[stroke-dasharray='4 3']", "x1")).toEqual([]);
    expect(attributesOf(chart, "circle[r='4.5']", "cx")).toHaveLength(4);
    expect(textsOf(chart)).toEqual(expect.arrayContaining(["month 6", "month 10"]));
  });

  test("have a tick where customers are followed no further, and none where all are or left", () => {
    const rows = four.map((row) => ({ ...row, censored: row.age === 1 ? 2 : 0 }));
    const chart = churnCurves(rows, { ...frame(720, "tick"), text: text.churn });
    const [path] = attributesOf(chart, "path[stroke-opacity='0.6']", "d");
    expect(path?.match(/v6/g)).toHaveLength(1);
  });

  test("say that a break-even lies beyond the curve instead of drawing a rule", () => {
    const chart = churnCurves(four, {
      ...frame(720, "far"),
      breakEven: { month: 40 },
      text: text.churn,
    });
    expect(textsOf(chart)).toContain("break-even month 40 →");
    expect(attributesOf(chart, "line[stroke-dasharray='4 3']", "x1")).toEqual([]);
  });
});

describe("hazard bars", () => {
  const draw = (spikes: number[], rows = hazards) =>
    hazardBars(rows, { ...frame(720, "spikes"), spikes, text: text.hazard });

  test("name the months that stand out with their share, and no other", () => {
    const texts = textsOf(draw([12]));
    // 12 of the 120 - 4 x 12 = 72 at risk
    expect(texts).toEqual(expect.arrayContaining(["month 12", "16.7%"]));
    expect(texts).not.toContain("month 24");
    expect(textsOf(draw([])).filter((words) => /^month \d/.test(words))).toEqual([]);
  });

  test("leave out the months with fewer than 5 at risk and grey those with fewer than 10", () => {
    // 120 - 4 x 28 = 8 at risk at 28, 4 from 29 on
    const fills = attributesOf(draw([12]), "rect[fill]", "fill");
    expect(fills).toHaveLength(29);
    expect(fills.filter((fill) => fill?.includes("grey"))).toHaveLength(1);
    expect(fills.filter((fill) => fill?.includes("lost"))).toHaveLength(1);
  });

  test("name the higher of two neighbours whose names would run into each other", () => {
    const rows = hazards.map((row) => (row.age === 13 ? { ...row, hazard: 0.3 } : row));
    const texts = textsOf(draw([12, 13], rows));
    expect(texts).toContain("month 13");
    expect(texts).not.toContain("month 12");
  });
});
