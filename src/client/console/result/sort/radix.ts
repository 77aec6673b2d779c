const digits = 256;

/**
 * Sorts a stretch of row numbers by words of 32 bits, the first word first; equal ones keep their order.
 * A byte at a time from the last: time grows with the rows and no more, and bytes that are the same in all
 * rows cost only their count.
 *
 * @param words by row number
 * @param spare as long as `rows`
 */
export function sortByWords(
  rows: Uint32Array,
  from: number,
  to: number,
  words: readonly Uint32Array[],
  spare: Uint32Array,
): void {
  const counts = new Uint32Array(digits);
  let source = rows.subarray(from, to);
  let target = spare.subarray(from, to);
  const { length } = source;
  for (const word of words.toReversed()) {
    for (let shift = 0; shift < 32; shift += 8) {
      counts.fill(0);
      for (let at = 0; at < length; at++) {
        const digit = ((word[source[at] ?? 0] ?? 0) >>> shift) & 255;
        counts[digit] = (counts[digit] ?? 0) + 1;
      }
      if (counts.includes(length)) continue;
      let sum = 0;
      for (let digit = 0; digit < digits; digit++) {
        const count = counts[digit] ?? 0;
        counts[digit] = sum;
        sum += count;
      }
      for (let at = 0; at < length; at++) {
        const row = source[at] ?? 0;
        const digit = ((word[row] ?? 0) >>> shift) & 255;
        const place = counts[digit] ?? 0;
        counts[digit] = place + 1;
        target[place] = row;
      }
      [source, target] = [target, source];
    }
  }
  if (source.buffer !== rows.buffer) rows.set(source, from);
}
