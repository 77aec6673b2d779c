import type { FileSource } from "../../contracts/index.ts";

export type Delimiter = NonNullable<FileSource["delimiter"]>;

/** In the order in which a draw is decided. */
const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

export interface HeaderLine {
  /** Offset behind the header's line break; -1 while the text does not hold all of it. */
  end: number;
  delimiter: Delimiter;
}

/**
 * Finds the end of the first record, which may hold line breaks within quotes, and its delimiter:
 * the declared one, or else the one it has most of outside of quotes.
 */
export function scanHeader(text: string, declared?: Delimiter): HeaderLine {
  const delimiter = declared ?? scan(text, delimiters).delimiter;
  return { end: scan(text, [delimiter]).end, delimiter };
}

/** A quote opens a quoted cell only where a cell starts, so the end depends on the delimiters. */
function scan(text: string, signs: readonly Delimiter[]): HeaderLine {
  const counts = new Map<string, number>(signs.map((sign) => [sign, 0]));
  let isQuoted = false;
  let isCellStart = true;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (isQuoted) {
      if (sign !== '"') continue;
      if (text[at + 1] === '"') at++;
      else isQuoted = false;
      continue;
    }
    if (sign === "\n") return { end: at + 1, delimiter: mostFrequent(counts) };
    if (sign === '"' && isCellStart) isQuoted = true;
    const seen = counts.get(sign);
    if (seen !== undefined) counts.set(sign, seen + 1);
    isCellStart = seen !== undefined || (isCellStart && sign === " ");
  }
  return { end: -1, delimiter: mostFrequent(counts) };
}

function mostFrequent(counts: ReadonlyMap<string, number>): Delimiter {
  let best = delimiters[0] as Delimiter;
  for (const sign of delimiters) {
    if ((counts.get(sign) ?? 0) > (counts.get(best) ?? 0)) best = sign;
  }
  return best;
}
