/** A table in a drawing of what stands on what; `reads` are ids of nodes above it. */
export interface LineageNode {
  id: string;
  reads: readonly string[];
}

/** One source's wire: down its lane from the row of the source into those that read it. */
export interface Wire {
  from: number;
  /** Rows that it enters, from the top. */
  to: number[];
  /** 0 = nearest to the names. */
  lane: number;
}

/**
 * Wires between rows, each in a lane of its own wherever two would run side by side. What a longer
 * way tells as well is left out: of a reads b reads c, and a reads c, the last.
 *
 * @throws an Error where a node reads one that is not above it
 */
export function layoutWires(nodes: readonly LineageNode[]): Wire[] {
  const rows = new Map(nodes.map(({ id }, row) => [id, row]));
  const above: Set<number>[] = [];
  const readers = nodes.map((): number[] => []);
  for (const [row, { id, reads }] of nodes.entries()) {
    const direct = reads.map((name) => rowAbove(rows, name, row, id));
    const further = new Set(direct.flatMap((read) => [...(above[read] ?? [])]));
    above.push(new Set([...direct, ...further]));
    for (const read of direct) if (!further.has(read)) readers[read]?.push(row);
  }
  const wires = readers
    .map((to, from) => ({ from, to, lane: 0 }))
    .filter(({ to }) => to.length > 0)
    .sort((a, b) => lengthOf(a) - lengthOf(b) || a.from - b.from);
  const placed: Wire[] = [];
  for (const wire of wires) {
    while (placed.some((other) => other.lane === wire.lane && touch(other, wire))) wire.lane += 1;
    placed.push(wire);
  }
  return placed.sort((a, b) => a.from - b.from);
}

function rowAbove(
  rows: ReadonlyMap<string, number>,
  name: string,
  below: number,
  reader: string,
): number {
  const row = rows.get(name);
  if (row === undefined || row >= below) {
    throw new Error(
      `${reader} reads ${name}, which is not above it; order the nodes by what reads what`,
    );
  }
  return row;
}

const endOf = ({ from, to }: Wire): number => to.at(-1) ?? from;
const lengthOf = (wire: Wire): number => endOf(wire) - wire.from;

/** A lane may be taken up again in the row where the wire before it ends. */
const touch = (a: Wire, b: Wire): boolean => a.from < endOf(b) && b.from < endOf(a);
