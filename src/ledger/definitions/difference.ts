/** Lines of a text that came, went, or stand beside them. */
export interface DifferentLine {
  sign: "+" | "-" | " ";
  text: string;
}

/** Lines that are shown around those that differ. */
const around = 2;

/**
 * What differs between two texts, line by line, by their longest common subsequence; between parts
 * that are left out stands a line of an ellipsis.
 */
export function differenceOf(was: string, now: string): DifferentLine[] {
  const all = alignedLines(linesOf(was), linesOf(now));
  const isNear = all.map((_, place) =>
    all.slice(Math.max(0, place - around), place + around + 1).some(({ sign }) => sign !== " "),
  );
  return all.flatMap((line, place): DifferentLine[] => {
    if (isNear[place]) return [line];
    return place > 0 && isNear[place - 1] && isNear.includes(true, place)
      ? [{ sign: " ", text: "…" }]
      : [];
  });
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.trimEnd().split("\n"));

function alignedLines(was: readonly string[], now: readonly string[]): DifferentLine[] {
  /** Of the lines from two places on, how many both texts have in the same order. */
  const common = Array.from({ length: was.length + 1 }, () => new Uint16Array(now.length + 1));
  const from = (old: number, young: number) => common[old]?.[young] ?? 0;
  for (let old = was.length - 1; old >= 0; old--) {
    for (let young = now.length - 1; young >= 0; young--) {
      const longest =
        was[old] === now[young]
          ? from(old + 1, young + 1) + 1
          : Math.max(from(old + 1, young), from(old, young + 1));
      (common[old] as Uint16Array)[young] = longest;
    }
  }
  const lines: DifferentLine[] = [];
  let [old, young] = [0, 0];
  while (old < was.length || young < now.length) {
    const [before, after] = [was[old], now[young]];
    if (before !== undefined && before === after) {
      lines.push({ sign: " ", text: before });
      old++;
      young++;
    } else if (before !== undefined && from(old + 1, young) >= from(old, young + 1)) {
      lines.push({ sign: "-", text: before });
      old++;
    } else {
      lines.push({ sign: "+", text: after ?? "" });
      young++;
    }
  }
  return lines;
}
