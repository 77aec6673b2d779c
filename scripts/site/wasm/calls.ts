import type { Reader } from "./reader.ts";

/** Integers that follow an instruction and name no function, by opcode. */
const integersAfter = new Map<number, number>([
  ...[0x02, 0x03, 0x04, 0x06].map((block) => [block, 1] as const),
  ...[0x07, 0x08, 0x09, 0x18].map((exception) => [exception, 1] as const),
  ...[0x0c, 0x0d].map((branch) => [branch, 1] as const),
  ...[0x11, 0x13].map((indirectCall) => [indirectCall, 2] as const),
  ...[0x20, 0x21, 0x22, 0x23, 0x24, 0x25, 0x26].map((variable) => [variable, 1] as const),
  ...range(0x28, 0x3e).map((memoryAccess) => [memoryAccess, 2] as const),
  ...[0x3f, 0x40].map((memorySize) => [memorySize, 1] as const),
  ...[0x41, 0x42].map((constant) => [constant, 1] as const),
  [0xd0, 1],
]);

const alone = new Set([
  ...[0x00, 0x01, 0x05, 0x0a, 0x0b, 0x0f, 0x19, 0x1a, 0x1b, 0xd1],
  ...range(0x45, 0xc4),
]);

/** Of the instructions that begin with 0xfc: saturating conversions, bulk memory and tables. */
const integersAfterBulk = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1];

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * Functions that a body calls or refers to by their index. Knows WebAssembly 2.0 without vectors, and
 * its older exceptions, which is what the engine is built with.
 *
 * @param reader at the body's start
 * @throws an Error at an instruction that it does not know
 */
export function callsIn(reader: Reader, end: number): number[] {
  const called: number[] = [];
  reader.list(() => reader.pass(2));
  while (reader.position < end) {
    const code = reader.byte();
    const integers = integersAfter.get(code);
    if (integers !== undefined) reader.pass(integers);
    else if (code === 0x10 || code === 0x12 || code === 0xd2) called.push(reader.integer());
    else if (code === 0x0e) reader.pass(reader.integer() + 1);
    else if (code === 0x1c) reader.pass(reader.integer());
    else if (code === 0x43) reader.position += 4;
    else if (code === 0x44) reader.position += 8;
    else if (code === 0xfc) reader.pass(bulkIntegers(reader.integer()));
    else if (!alone.has(code)) throw new Error(unknown(code, reader.position - 1));
  }
  return called;
}

function bulkIntegers(code: number): number {
  const integers = integersAfterBulk[code];
  if (integers === undefined) throw new Error(unknown(code, 0xfc));
  return integers;
}

const unknown = (code: number, place: number) =>
  `unknown instruction 0x${code.toString(16)} at ${place}; add it to scripts/site/wasm/calls.ts`;
