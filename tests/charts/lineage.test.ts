import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutWires } from "../../src/charts/lineage/lanes.ts";

const node = (id: string, ...reads: string[]) => ({ id, reads });

describe("wires of a lineage", () => {
  test("lead from each table into those that read it", () => {
    expect(layoutWires([node("a"), node("b", "a"), node("c", "a")])).toEqual([
      { from: 0, to: [1, 2], lane: 0 },
    ]);
  });

  test("leave out what a longer way tells: c reads b reads a, and a as well", () => {
    expect(layoutWires([node("a"), node("b", "a"), node("c", "a", "b")])).toEqual([
      { from: 0, to: [1], lane: 0 },
      { from: 1, to: [2], lane: 0 },
    ]);
  });

  test("run in lanes of their own where they run side by side, the longer further out", () => {
    const nodes = [node("a"), node("b"), node("c", "b"), node("d", "a")];
    expect(layoutWires(nodes)).toEqual([
      { from: 0, to: [3], lane: 1 },
      { from: 1, to: [2], lane: 0 },
    ]);
  });

  test("are refused from a table that is not above", () => {
    expect(() => layoutWires([node("a", "b"), node("b")])).toThrow(
      "a reads b, which is not above it",
    );
    expect(() => layoutWires([node("a", "z")])).toThrow("a reads z, which is not above it");
  });

  test("of any graph share no lane side by side, and keep who stands on whom", () => {
    const graph = fc
      .array(fc.array(fc.nat(11), { maxLength: 4 }), { minLength: 1, maxLength: 12 })
      .map((rows) =>
        rows.map((reads, row) => ({
          id: String(row),
          reads: row === 0 ? [] : [...new Set(reads.map((read) => String(read % row)))],
        })),
      );
    fc.assert(
      fc.property(graph, (nodes) => {
        const wires = layoutWires(nodes);
        for (const one of wires) {
          for (const other of wires) {
            if (one === other || one.lane !== other.lane) continue;
            const [first, second] = one.from < other.from ? [one, other] : [other, one];
            if ((first.to.at(-1) ?? 0) > second.from) return false;
          }
        }
        const drawn = nodes.map((_, row) =>
          wires.filter(({ to }) => to.includes(row)).map(({ from }) => from),
        );
        const given = nodes.map(({ reads }) => reads.map(Number));
        return given.every((_, row) => same(reach(given, row), reach(drawn, row)));
      }),
    );
  });
});

function reach(reads: readonly (readonly number[])[], row: number): Set<number> {
  return new Set((reads[row] ?? []).flatMap((read) => [read, ...reach(reads, read)]));
}

const same = (a: ReadonlySet<number>, b: ReadonlySet<number>) =>
  a.size === b.size && [...a].every((row) => b.has(row));
