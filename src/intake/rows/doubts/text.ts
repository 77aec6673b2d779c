import type { Column } from "../../../contracts/index.ts";
import type { Place } from "../../text/oddities.ts";
import type { Fault } from "../../unreadable.ts";

/** The characters of Windows-1252 for bytes 0x80 to 0x9f, those without one as they are. */
const upper = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";
const behind = `[\\u0080-\\u00bf${upper}]`;

/**
 * Signs that begin a character of UTF-8 when read as Windows-1252, with those that go on with it.
 * Only what no language writes: pairs after Ã and Â, threes after â, and the rest twice in a row.
 */
const twiceEncoded = new RegExp(
  `[ÂÃ]${behind}|â${behind}{2}|ð${behind}{3}|(?:[ÄÅÎÏÐÑØÙ]${behind}){2}|(?:[ã-é]${behind}{2}){2}`,
);
const lost = "\ufffd";

export interface TextWatch {
  /** Takes each different cell of a text once, as the file has it. */
  see(column: Column, raw: string, place: Place): void;
  /** The first garbled cell of each column, with how many there are. */
  doubts(): Fault[];
}

/** Watches for text that was garbled before it was written: `MÃ¼ller`, `M\ufffdller`. */
export function watchText(): TextWatch {
  const garbled = new Map<string, Place & { column: Column; raw: string; count: number }>();
  return {
    see(column, raw, place) {
      if (!twiceEncoded.test(raw) && !raw.includes(lost)) return;
      const known = garbled.get(column.name) ?? { column, raw, ...place, count: 0 };
      known.count += 1;
      garbled.set(column.name, known);
    },
    doubts: () =>
      [...garbled.values()].map(({ column, raw, row, line, count }) => {
        const meant = mended(raw);
        const like = count === 1 ? "" : `; ${count} different cells of the column look so`;
        return {
          check: "garbled_text",
          column: column.name,
          value: raw,
          ...(column.isPrivate ? { isPrivate: true } : {}),
          row,
          line,
          expected: `${meant === undefined ? "the letters that were there" : `${JSON.stringify(meant)}, it seems`}${like}`,
          remedy: "export again from the source, and save as CSV UTF-8 only once",
        };
      }),
  };
}

/** What a text encoded twice was; undefined where letters of it are lost. */
function mended(raw: string): string | undefined {
  const bytes = [...raw].map((sign) => {
    const at = upper.indexOf(sign);
    return at === -1 ? (sign.codePointAt(0) ?? 0) : 0x80 + at;
  });
  if (bytes.some((byte) => byte > 0xff)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}
