/** A place of a picture, in its pixels, and what stands there: a heading and lines under it. */
export interface Reading {
  x: number;
  y: number;
  lines: string[];
  /** What opens from here, as its figure names it. */
  opens?: string;
}

/** How places are told apart: by what stands above each other, beside each other, or by both. */
export type Guide = "column" | "row" | "cell";

/** The two drawings of a figure: a phone's and a laptop's. */
export type Size = "narrow" | "wide";

/** What can be read of each drawing there is. */
export type DrawnReadings = { readonly [Own in Size]?: readonly Reading[] };

/**
 * One line a place: x and y in the narrow drawing, in the wide one (blank where it is not in it), what
 * opens from there and the words, with tabs between. Words of a place in both travel once.
 */
export function encodeReadings({ narrow = [], wide = [] }: DrawnReadings): string {
  const line = (reading: Reading, own?: Reading, other?: Reading) => {
    const at = [own?.x, own?.y, other?.x, other?.y];
    return [...at.map((place) => place ?? ""), wordsOf(reading)].join("\t");
  };
  let matched = 0;
  const both = wide.map((reading) => {
    const own = narrow[matched];
    if (own === undefined || wordsOf(own) !== wordsOf(reading))
      return line(reading, undefined, reading);
    matched += 1;
    return line(reading, own, reading);
  });
  if (matched === narrow.length) return both.join("\n");
  const apart = [
    ...narrow.map((reading) => line(reading, reading)),
    ...wide.map((reading) => line(reading, undefined, reading)),
  ];
  return apart.join("\n");
}

function wordsOf({ opens = "", lines }: Reading): string {
  return [opens, ...lines.map((words) => words.replaceAll(/\s+/g, " "))].join("\t");
}

/** The places of one drawing. */
export function parseReadings(text: string, size: Size): Reading[] {
  return text.split("\n").flatMap((line) => {
    const [narrowX, narrowY, wideX, wideY, opens, ...lines] = line.split("\t");
    const [x, y] = size === "narrow" ? [narrowX, narrowY] : [wideX, wideY];
    if (!x || lines.length === 0) return [];
    return { x: Number(x), y: Number(y), lines, ...(opens ? { opens } : {}) };
  });
}

/** The place that a pointer means: the nearest along the guide, or in a grid the nearest of all. */
export function nearestReading(
  readings: readonly Reading[],
  guide: Guide,
  at: { x: number; y: number },
): number {
  const distance = ({ x, y }: Reading) => {
    if (guide === "column") return Math.abs(x - at.x);
    if (guide === "row") return Math.abs(y - at.y);
    return Math.hypot(x - at.x, y - at.y);
  };
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, reading] of readings.entries()) {
    const far = distance(reading);
    if (far >= least) continue;
    nearest = index;
    least = far;
  }
  return nearest;
}

/**
 * The place an arrow key leads to: the next or the one before in the order of the places; in a grid up
 * and down lead to the nearest place of the next line. At an end it stays.
 *
 * @param from Place so far, or -1: the first key leads to the newest, which is the last.
 */
export function stepReading(
  readings: readonly Reading[],
  guide: Guide,
  from: number,
  key: string,
): number {
  const last = readings.length - 1;
  if (key === "Home") return 0;
  if (key === "End" || from < 0) return last;
  if (guide === "cell" && (key === "ArrowUp" || key === "ArrowDown")) {
    return besideLine(readings, from, key === "ArrowUp" ? -1 : 1);
  }
  const isBack = key === "ArrowLeft" || key === "ArrowUp";
  return Math.max(0, Math.min(last, from + (isBack ? -1 : 1)));
}

function besideLine(readings: readonly Reading[], from: number, direction: -1 | 1): number {
  const here = readings[from];
  if (!here) return from;
  const heights = readings
    .map(({ y }) => (y - here.y) * direction)
    .filter((ahead) => ahead > 0)
    .sort((a, b) => a - b);
  const ahead = heights[0];
  if (ahead === undefined) return from;
  const line = readings.filter(({ y }) => y === here.y + ahead * direction);
  const found = line[nearestReading(line, "column", here)];
  return found ? readings.indexOf(found) : from;
}
