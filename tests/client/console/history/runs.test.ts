import { describe, expect, it } from "vitest";
import { limits, parseRuns, withRun } from "../../../../src/client/console/history/runs.ts";

const run = (sql: string, rows = 1) => ({
  sql,
  at: "2025-09-30T12:00:00.000Z",
  milliseconds: 12,
  outcome: { rows, isCut: false },
});

describe("the history of runs", () => {
  it("has the newest first, and the same statement run again only once", () => {
    const runs = withRun(withRun([run("a")], run("b")), run("b", 2));
    expect(runs).toEqual([run("b", 2), run("a")]);
    expect(withRun(runs, run("a"))).toHaveLength(3);
  });

  it("is bounded in its runs and in their length", () => {
    const many = Array.from({ length: limits.runs }, (_, place) => run(`select ${place}`));
    expect(withRun(many, run("new"))).toHaveLength(limits.runs);
    expect(withRun([], run("x".repeat(limits.characters + 1)))).toEqual([]);
  });

  it("comes back from what was kept, but for what is no run", () => {
    const failed = { ...run("c"), outcome: { problem: "no" } };
    const kept = [run("a"), { sql: 1 }, { ...run("b"), at: "someday" }, failed, null];
    expect(parseRuns(JSON.parse(JSON.stringify(kept)))).toEqual([run("a"), failed]);
    expect(parseRuns({})).toBeUndefined();
  });
});
