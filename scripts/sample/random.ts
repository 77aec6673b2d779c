/**
 * Seeded random numbers: the same on every machine. Only integer operations, additions and
 * multiplications, never Math.log or Math.cos, whose last digit differs between engines.
 */
export interface Random {
  /** 0 <= x < 1. */
  next(): number;
  between(low: number, high: number): number;
  /** Both ends included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T>(items: readonly (readonly [T, number])[]): T;
  /** Bell-shaped, mean 0, standard deviation 1, within -4.3 and 4.3: six draws, rescaled. */
  bell(): number;
}

function hash(text: string, basis: number): number {
  let state = basis | 0;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 16777619);
  }
  return state | 0;
}

/** sfc32 (Chris Doty-Humphrey, PractRand). */
function sfc32(seed: number, stream: string): () => number {
  let a = hash(stream, 2166136261);
  let b = hash(stream, seed);
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 15; round += 1) next();
  return next;
}

/** A stream of its own for every dataset, so that a change in one leaves the others as they were. */
export function seeded(seed: number, stream: string): Random {
  const next = sfc32(seed, stream);
  const random: Random = {
    next,
    between: (low, high) => low + (high - low) * next(),
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => random.weighted(items.map((item) => [item, 1] as const)),
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        left -= weight;
        if (left < 0) return item;
      }
      const last = items.at(-1);
      if (!last) throw new Error("nothing to pick from: the list is empty; give one item or more");
      return last[0];
    },
    bell: () => {
      let sum = -3;
      for (let draw = 0; draw < 6; draw += 1) sum += next();
      return (sum * 7071) / 5000;
    },
  };
  return random;
}

export type SteadyDraw = (group: string, probability: number) => boolean;

/**
 * Systematic sampling: of a group's draws, as many succeed as their probabilities add up to, give
 * or take one. Keeps the story of a small company apart from the luck of the seed.
 */
export function steadyDraws(random: Random): SteadyDraw {
  const carried = new Map<string, number>();
  return (group, probability) => {
    const total = (carried.get(group) ?? random.next()) + probability;
    carried.set(group, total >= 1 ? total - 1 : total);
    return total >= 1;
  };
}
