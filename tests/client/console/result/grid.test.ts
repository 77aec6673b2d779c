import { describe, expect, it } from "vitest";
import {
  layoutOf,
  resized,
  startsOf,
  turnPin,
} from "../../../../src/client/console/result/grid/columns.ts";
import {
  columnsBetween,
  scaleOf,
  topShowing,
} from "../../../../src/client/console/result/grid/scroll.ts";
import {
  boxOf,
  everything,
  isWithin,
  moved,
  single,
} from "../../../../src/client/console/result/grid/selection.ts";

describe("scrolling", () => {
  it("is as tall as its rows where browsers can be", () => {
    const scale = scaleOf({ rowCount: 1000, rowHeight: 28, view: 400 });
    expect(scale).toEqual({ height: 28_000, furthest: 27_600, ratio: 1 });
  });

  it("of a million rows ends at the last row, in a height that every browser gives", () => {
    const { height, furthest, ratio } = scaleOf({ rowCount: 1_000_000, rowHeight: 28, view: 400 });
    expect(height).toBe(8_000_000);
    expect((height - 400) * ratio).toBeCloseTo(furthest, 3);
    expect(furthest).toBe(27_999_600);
  });

  it("of fewer rows than fit moves nothing", () => {
    const scale = scaleOf({ rowCount: 3, rowHeight: 28, view: 400 });
    expect(scale).toEqual({ height: 84, furthest: 0, ratio: 1 });
  });

  it("moves no further than a row needs to be seen", () => {
    const extent = { rowCount: 100, rowHeight: 20, view: 100 };
    expect(topShowing(2, 0, extent)).toBe(0);
    expect(topShowing(5, 0, extent)).toBe(20);
    expect(topShowing(1, 60, extent)).toBe(20);
  });

  it("draws the columns that are seen, a part of one too", () => {
    expect(columnsBetween([0, 100, 200, 300], 0, 100)).toEqual({ first: 0, last: 0 });
    expect(columnsBetween([0, 100, 200, 300], 99, 101)).toEqual({ first: 0, last: 1 });
    expect(columnsBetween([0, 100, 200, 300], 250, 900)).toEqual({ first: 2, last: 2 });
  });
});

describe("a selection", () => {
  const size = { rows: 100, columns: 5, page: 10 };
  const press = (key: string, held: { extends?: boolean; jumps?: boolean } = {}) => {
    const start = single({ row: 20, column: 2 });
    return moved(start, { key, extends: false, jumps: false, ...held }, size);
  };

  it.each([
    ["ArrowUp", {}, { row: 19, column: 2 }],
    ["ArrowDown", { jumps: true }, { row: 99, column: 2 }],
    ["ArrowLeft", {}, { row: 20, column: 1 }],
    ["ArrowRight", { jumps: true }, { row: 20, column: 4 }],
    ["PageDown", {}, { row: 30, column: 2 }],
    ["PageUp", {}, { row: 10, column: 2 }],
    ["Home", {}, { row: 20, column: 0 }],
    ["Home", { jumps: true }, { row: 0, column: 0 }],
    ["End", {}, { row: 20, column: 4 }],
    ["End", { jumps: true }, { row: 99, column: 4 }],
  ])("moves by %s %j", (key, held, focus) => {
    expect(press(key, held)).toEqual({ anchor: focus, focus });
    expect(press(key, { ...held, extends: true })).toEqual({
      anchor: { row: 20, column: 2 },
      focus,
    });
  });

  it("reaches the titles by one step over the first row, but never with Shift", () => {
    const first = single({ row: 0, column: 0 });
    const up = { key: "ArrowUp", jumps: false };
    expect(moved(first, { ...up, extends: false }, size)?.focus.row).toBe(-1);
    expect(moved(first, { ...up, extends: true }, size)?.focus.row).toBe(0);
  });

  it("stays where no key moves it", () => {
    expect(press("x")).toBeUndefined();
  });

  it("holds the cells between its corners, whichever came first", () => {
    const box = boxOf({ anchor: { row: 5, column: 3 }, focus: { row: 2, column: 4 } });
    expect(box).toEqual({ top: 2, bottom: 5, left: 3, right: 4 });
    expect(isWithin(box, { row: 3, column: 3 })).toBe(true);
    expect(isWithin(box, { row: 3, column: 2 })).toBe(false);
    expect(boxOf(everything(size))).toEqual({ top: 0, bottom: 99, left: 0, right: 4 });
  });
});

describe("columns", () => {
  it("are pinned in the order of the pins, and go back where they came from", () => {
    const layout = turnPin(turnPin(layoutOf([100, 100, 100, 100]), 2), 1);
    expect(layout.order).toEqual([2, 1, 0, 3]);
    expect(layout.pinned).toBe(2);
    expect(turnPin(layout, 2).order).toEqual([1, 0, 2, 3]);
  });

  it("keep a width that can be seen", () => {
    const layout = resized(layoutOf([100, 200]), 0, -5);
    expect(startsOf(layout, 60)).toEqual([60, 108, 308]);
  });
});
