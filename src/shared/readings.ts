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

/** One line a place: x, y, what opens from there and the words, with tabs between. */
export function encodeReadings(readings: readonly Reading[]): string {
  const plain = (words: string) => words.replaceAll(/\s+/g, " ");
  return readings
    .map(({ x, y, opens = "", lines }) => [x, y, opens, ...lines.map(plain)].join("\t"))
    .join("\n");
}

export function parseReadings(text: string): Reading[] {
  return text.split("\n").flatMap((line) => {
    const [x, y, opens, ...lines] = line.split("\t");
    if (lines.length === 0) return [];
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
