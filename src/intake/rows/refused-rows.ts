import type { FoundFile } from "../found/files.ts";
import { openBytes } from "../text/bytes.ts";
import type { RecordTable } from "../text/records.ts";

/** Rows of a table that is refused before any of them was read. */
export async function countRows(table: RecordTable): Promise<number> {
  let count = 0;
  for await (const { rows } of table.batches) count += rows.length;
  return count;
}

/** Checks that a file fails which has no lines. */
const notText = new Set(["packed_file", "not_text"]);

/**
 * Lines of a file whose rows cannot be told apart, unpacked.
 * @param encoding that it was found to have; any but UTF-16 ends its lines with the same bytes
 * @returns undefined where it is no text, or cannot be read to its end
 */
export async function countLines(
  found: FoundFile,
  check: string,
  encoding: string,
): Promise<number | undefined> {
  if (notText.has(check)) return undefined;
  const isWide = encoding.startsWith("utf-16") && check !== "wrong_encoding";
  const decoder = new TextDecoder(isWide ? encoding : "latin1");
  let breaks = 0;
  let last = "";
  try {
    for await (const chunk of openBytes(found).chunks) {
      const text = decoder.decode(chunk, { stream: true }).replaceAll("\0", "");
      const isPairCut = last === "\r" && text.startsWith("\n");
      breaks += (text.match(/\r\n?|\n/g)?.length ?? 0) - (isPairCut ? 1 : 0);
      last = text.at(-1) ?? last;
    }
  } catch {
    return undefined;
  }
  return breaks + (last === "" || last === "\n" || last === "\r" ? 0 : 1);
}
