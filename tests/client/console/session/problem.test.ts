import { describe, expect, it } from "vitest";
import { markOf } from "../../../../src/client/console/editor/mark.ts";
import { reasonOf } from "../../../../src/client/console/session/failure.ts";
import { problemOf } from "../../../../src/client/console/session/problem.ts";
import { say } from "../../../../src/text/index.ts";

const told = (parts: object) => new Error(JSON.stringify(parts));

describe("what DuckDB has against a statement", () => {
  it("is its first line, the rest a hint, and a position in characters, not bytes", () => {
    // In UTF-8 ä is two bytes and € three: "nope" begins at byte 7 + 8 + 2 = 17, character 14.
    const sql = "select 'äö€', nope from t";
    const { problem } = problemOf(
      told({
        exception_type: "Binder",
        exception_message: 'Referenced column "nope" not found\nCandidate bindings: "name"',
        position: "18",
      }),
      sql,
    );
    expect(problem).toEqual({
      message: 'Binder error: Referenced column "nope" not found',
      hint: 'Candidate bindings: "name"',
      position: sql.indexOf("nope"),
    });
  });

  it("is found in an error of the parser, which DuckDB wraps twice", () => {
    const inner = JSON.stringify({
      exception_type: "Parser",
      exception_message: 'syntax error at or near "selct"',
      position: "10",
    });
    const outer = { exception_type: "Parser", exception_message: inner, position: "10" };
    expect(problemOf(told(outer), "select 1; selct").problem).toEqual({
      message: 'Parser error: syntax error at or near "selct"',
      position: 10,
    });
  });

  it("is the plain text where there is no JSON", () => {
    expect(problemOf(new Error("no statements"), "").problem).toEqual({ message: "no statements" });
  });
});

it.each([
  // As DuckDB-WASM tells them: a blank of two or three bytes counts one, but not within texts and names.
  ["\ufeffselect nope", "8"],
  ["select\u00a01,\u00a0nope", "10"],
  ["select\u30001,\u200bnope", "10"],
  ["select 'a\u00a0b', nope", "15"],
  ["select 1 -- a\u2003b\n, nope", "20"],
  ["select $$a\u00a0b$$, nope", "17"],
  ['select 1 as "a\u3000b", nope', "21"],
])("finds the place in %j, whose blanks DuckDB changes before it reads", (sql, position) => {
  const { problem } = problemOf(told({ exception_message: "no", position }), sql);
  expect(problem.position).toBe(sql.indexOf("nope"));
});

describe("the mark in the editor", () => {
  const text = "select 1;\nselect nope from t";
  const mark = (position: number, sql = text, from = 0) =>
    markOf({ message: "no", position }, { sql, from }, text);

  it("is on the word at the position, counted from where the sent part begins", () => {
    expect(mark(17)).toMatchObject({ from: 17, to: 21, message: "no" });
    expect(mark(7, "select nope from t", 10)).toMatchObject({ from: 17, to: 21 });
  });

  it("is on a whole name, with the table it is of", () => {
    const sql = 'select m."Won On" from t as m';
    expect(markOf({ message: "no", position: 7 }, { sql, from: 0 }, sql)).toMatchObject({
      from: 7,
      to: 17,
    });
  });

  it("is on the whole of a text", () => {
    const sql = "select 1 > 'it''s'";
    expect(markOf({ message: "no", position: 11 }, { sql, from: 0 }, sql)).toMatchObject({
      to: 18,
    });
  });

  it("is on the last sign where the statement ends too early", () => {
    expect(mark(text.length)).toMatchObject({ from: text.length - 1, to: text.length });
  });

  it("is nowhere where the text changed meanwhile, or DuckDB names no position", () => {
    expect(mark(7, "select other", 0)).toBeUndefined();
    expect(markOf({ message: "no" }, { sql: text, from: 0 }, text)).toBeUndefined();
  });
});

describe("the reason why there is no engine", () => {
  const { reasons } = say.console.session;

  it("is said in the reader's words where the browser forbids it or lacks memory", () => {
    const blocked = new WebAssembly.CompileError("Refused to compile or instantiate WebAssembly");
    expect(reasonOf(blocked)).toBe(reasons.blocked);
    expect(reasonOf(new RangeError("WebAssembly.Memory(): could not allocate memory"))).toBe(
      reasons.memory,
    );
  });

  it("names what did not come, as it is", () => {
    const text = "https://example.com/engine/duckdb-eh.bin answered 404";
    expect(reasonOf(new Error(text))).toBe(text);
  });
});
