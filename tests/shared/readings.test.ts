import { describe, expect, test } from "vitest";
import {
  encodeReadings,
  nearestReading,
  parseReadings,
  type Reading,
  stepReading,
} from "../../src/shared/readings.ts";

const at = (x: number, y: number, ...lines: string[]): Reading => ({ x, y, lines });

/** A triangle: three cells over two over one, 10 apart. */
const triangle = [
  at(0, 0, "a0"),
  at(10, 0, "a1"),
  at(20, 0, "a2"),
  at(0, 10, "b0"),
  at(10, 10, "b1"),
  at(0, 20, "c0"),
];

describe("readings", () => {
  test("come back from a page as they went in, white space in names made plain", () => {
    const wide = [at(1, 2, "Jan 2025", "$1,000"), at(3, 4, "a\tb\nc")];
    expect(parseReadings(encodeReadings({ wide }), "wide")).toEqual([
      at(1, 2, "Jan 2025", "$1,000"),
      at(3, 4, "a b c"),
    ]);
    expect(parseReadings(encodeReadings({ wide }), "narrow")).toEqual([]);
  });

  test("of two drawings share their words, where the narrow one leaves columns out", () => {
    const wide = [at(0, 1, "a0"), at(2, 1, "a1"), at(4, 1, "a2")];
    const narrow = [at(0, 7, "a0"), at(2, 7, "a2")];
    const text = encodeReadings({ narrow, wide });
    expect(text.split("\n")).toEqual(["0\t7\t0\t1\t\ta0", "\t\t2\t1\t\ta1", "2\t7\t4\t1\t\ta2"]);
    expect(parseReadings(text, "narrow")).toEqual(narrow);
    expect(parseReadings(text, "wide")).toEqual(wide);
  });

  test("of two drawings with other words or another order stay apart, each in its own order", () => {
    const wide = [at(0, 1, "a", "in full"), at(2, 1, "b")];
    const narrow = [at(0, 7, "b"), at(2, 7, "a")];
    const text = encodeReadings({ narrow, wide });
    expect(parseReadings(text, "narrow")).toEqual(narrow);
    expect(parseReadings(text, "wide")).toEqual(wide);
  });

  test("are none where a chart has none", () => {
    expect(parseReadings(encodeReadings({}), "wide")).toEqual([]);
  });
});

describe("a pointer", () => {
  const places = [at(0, 100, "first"), at(10, 0, "second")];

  test("over columns means the nearest across, however far up it is", () => {
    expect(nearestReading(places, "column", { x: 2, y: 0 })).toBe(0);
  });

  test("over rows means the nearest down, however far across it is", () => {
    expect(nearestReading(places, "row", { x: 0, y: 30 })).toBe(1);
  });

  test("over a grid means the nearest cell", () => {
    expect(triangle[nearestReading(triangle, "cell", { x: 12, y: 9 })]?.lines).toEqual(["b1"]);
  });
});

describe("the arrow keys", () => {
  const name = (index: number) => triangle[index]?.lines[0];

  test("start at the newest place", () => {
    expect(stepReading(triangle, "column", -1, "ArrowLeft")).toBe(5);
  });

  test("go on by one, and stay at the ends", () => {
    expect(stepReading(triangle, "column", 2, "ArrowRight")).toBe(3);
    expect(stepReading(triangle, "column", 5, "ArrowRight")).toBe(5);
    expect(stepReading(triangle, "row", 1, "ArrowUp")).toBe(0);
    expect(stepReading(triangle, "row", 0, "ArrowUp")).toBe(0);
  });

  test("lead to the same column of the next line in a grid, or to its nearest cell", () => {
    expect(name(stepReading(triangle, "cell", 1, "ArrowDown"))).toBe("b1");
    expect(name(stepReading(triangle, "cell", 2, "ArrowDown"))).toBe("b1");
    expect(name(stepReading(triangle, "cell", 4, "ArrowUp"))).toBe("a1");
    expect(name(stepReading(triangle, "cell", 5, "ArrowDown"))).toBe("c0");
  });

  test("Home and End lead to the first and the last", () => {
    expect(stepReading(triangle, "cell", 3, "Home")).toBe(0);
    expect(stepReading(triangle, "cell", 3, "End")).toBe(5);
  });
});
