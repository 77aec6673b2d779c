import { callsIn } from "./calls.ts";
import { integerBytes, Reader } from "./reader.ts";

interface Section {
  id: number;
  start: number;
  /** Where what it holds begins. */
  body: number;
  end: number;
}

/** A function's place in the module, and one that does nothing but fail. */
type Body = readonly [start: number, end: number];
const trap = Uint8Array.from([3, 0, 0, 0x0b]);

const ids = { imports: 2, globals: 6, exports: 7, start: 8, elements: 9, code: 10 };
const functionKind = 0;

/**
 * A module without the exports that nobody takes and without the code that nothing reaches then. The
 * engine comes with every function of it exported, for extensions that are loaded at run time: 75,000
 * names, whose linking takes longer than all else at its start. Functions keep their numbers; an
 * unreached one becomes a trap.
 *
 * @param isTaken whether an export is asked for by name
 */
export function slimModule(bytes: Uint8Array, isTaken: (name: string) => boolean): Uint8Array {
  const sections = sectionsOf(bytes);
  const at = (id: number) => {
    const section = sections.find((found) => found.id === id);
    return section && new Reader(bytes, section.body);
  };
  const imported = importsOf(at(ids.imports));
  const kept = exportsOf(at(ids.exports)).filter(
    ({ name }) => isTaken(name) || imported.names.has(name),
  );
  const roots = [
    ...kept.flatMap(({ kind, index }) => (kind === functionKind ? [index] : [])),
    ...referencesIn(at(ids.globals), at(ids.elements)),
    ...(at(ids.start) ? [at(ids.start)?.integer() ?? 0] : []),
  ];
  const bodies = bodiesOf(at(ids.code));
  const reached = reachedFrom(roots, (index) => {
    const body = bodies[index - imported.functions];
    return body ? callsIn(new Reader(bytes, body[0]), body[1]) : [];
  });
  const code = bodies.flatMap(([start, end], place) =>
    reached.has(place + imported.functions)
      ? [integerBytes(end - start), bytes.subarray(start, end)]
      : [trap],
  );
  const rewritten = new Map([
    [ids.exports, [integerBytes(kept.length), ...kept.map(({ entry }) => entry)]],
    [ids.code, [integerBytes(bodies.length), ...code]],
  ]);
  return Buffer.concat([
    bytes.subarray(0, 8),
    ...sections.flatMap(({ id, start, end }) => {
      const parts = rewritten.get(id);
      if (!parts) return [bytes.subarray(start, end)];
      const length = parts.reduce((sum, part) => sum + part.length, 0);
      return [Uint8Array.of(id), integerBytes(length), ...parts];
    }),
  ]);
}

function sectionsOf(bytes: Uint8Array): Section[] {
  const reader = new Reader(bytes, 8);
  const sections: Section[] = [];
  while (reader.position < bytes.length) {
    const start = reader.position;
    const id = reader.byte();
    const length = reader.integer();
    const body = reader.position;
    reader.position += length;
    sections.push({ id, start, body, end: reader.position });
  }
  return sections;
}

/** How many functions come from outside, and the names that the module takes from its own exports. */
function importsOf(reader: Reader | undefined): { functions: number; names: Set<string> } {
  const names = new Set<string>();
  let functions = 0;
  reader?.list(() => {
    const from = reader.name();
    const name = reader.name();
    if (from.startsWith("GOT.")) names.add(name);
    const kind = reader.byte();
    if (kind === functionKind) functions += 1;
    if (kind === functionKind) reader.pass(1);
    else if (kind === 3) reader.pass(2);
    else if (kind === 4) reader.pass(2);
    else {
      if (kind === 1) reader.byte();
      reader.pass(reader.byte() & 1 ? 2 : 1);
    }
  });
  return { functions, names };
}

function exportsOf(reader: Reader | undefined) {
  if (!reader) return [];
  return reader.list(() => {
    const start = reader.position;
    const name = reader.name();
    const kind = reader.byte();
    const index = reader.integer();
    return { name, kind, index, entry: reader.bytes.subarray(start, reader.position) };
  });
}

/** Functions whose addresses the module holds: each of them may be called indirectly. */
function referencesIn(globals: Reader | undefined, elements: Reader | undefined): number[] {
  const held: number[] = [];
  globals?.list(() => {
    globals.pass(2);
    held.push(...constantOf(globals));
  });
  elements?.list(() => {
    const kind = elements.integer();
    if (kind !== 0) throw new Error(`unknown kind ${kind} of elements; add it to slim.ts`);
    constantOf(elements);
    held.push(...elements.list(() => elements.integer()));
  });
  return held;
}

/** Reads a constant expression; the functions that it refers to. */
function constantOf(reader: Reader): number[] {
  const start = reader.position;
  const references: number[] = [];
  for (;;) {
    const code = reader.byte();
    if (code === 0x0b) return references;
    if (code === 0xd2) references.push(reader.integer());
    else if ([0x23, 0x41, 0x42, 0xd0].includes(code)) reader.pass(1);
    else if (![0x6a, 0x7c].includes(code)) {
      throw new Error(`unknown constant 0x${code.toString(16)} at ${start}; add it to slim.ts`);
    }
  }
}

function bodiesOf(reader: Reader | undefined): Body[] {
  if (!reader) return [];
  return reader.list(() => {
    const length = reader.integer();
    const start = reader.position;
    reader.position += length;
    return [start, start + length] as const;
  });
}

function reachedFrom(roots: readonly number[], callsOf: (index: number) => number[]): Set<number> {
  const reached = new Set<number>();
  const waiting = [...roots];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (reached.has(index)) continue;
    reached.add(index);
    waiting.push(...callsOf(index));
  }
  return reached;
}
