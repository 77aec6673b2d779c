import { describe, expect, it } from "vitest";
import { slimModule } from "../../../scripts/site/wasm/slim.ts";

/** A part of a module in the binary format: its id, its length, what it holds. */
const section = (id: number, ...bytes: number[]) => [id, bytes.length, ...bytes];
const name = (text: string) => [text.length, ...new TextEncoder().encode(text)];

const end = 0x0b;
const constant = 0x41;
const call = 0x10;
const callIndirect = 0x11;

/**
 * Five functions that give a number each, or what another gives: "taken" calls the second and, through
 * the table, the third; "left" calls the fourth; the fifth is nobody's.
 */
const written = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, 1, 0x60, 0, 1, 0x7f),
  ...section(3, 6, 0, 0, 0, 0, 0, 0),
  ...section(4, 1, 0x70, 0, 1),
  ...section(7, 2, ...name("taken"), 0, 0, ...name("left"), 0, 3),
  ...section(9, 1, 0, constant, 0, end, 1, 2),
  ...section(
    10,
    6,
    // call 1; then the table's 0; add.
    ...[9, 0, call, 1, constant, 0, callIndirect, 0, 0, 0x6a, end].with(0, 10),
    ...[4, 0, constant, 20, end],
    ...[4, 0, constant, 3, end],
    ...[4, 0, call, 4, end],
    ...[4, 0, constant, 4, end],
    ...[4, 0, constant, 5, end],
  ),
]);

type Functions = Record<string, () => number>;
const functionsOf = (bytes: Uint8Array): Functions =>
  new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)))
    .exports as unknown as Functions;

describe("a module made slim", () => {
  it("was whole before", () => {
    const { taken, left } = functionsOf(written);
    expect([taken?.(), left?.()]).toEqual([23, 4]);
  });

  it("keeps what is taken and what that calls, also through the table", () => {
    const slim = functionsOf(slimModule(written, (export_) => export_ === "taken"));
    expect(Object.keys(slim)).toEqual(["taken"]);
    expect(slim.taken?.()).toBe(23);
  });

  it("has a trap in the place of each function that nothing reaches", () => {
    // Three bodies of four bytes and their lengths become traps of three and theirs; one export less.
    const exportLeft = 1 + "left".length + 2;
    expect(slimModule(written, (export_) => export_ === "taken")).toHaveLength(
      written.length - 3 - exportLeft,
    );
    expect(slimModule(written, () => true)).toHaveLength(written.length - 1);
  });

  it("is refused where an instruction is not known, since what it calls could not be told", () => {
    const odd = written.with(written.length - 23, 0xfd);
    expect(() => slimModule(odd, () => true)).toThrow(/unknown instruction 0xfd/);
  });
});
