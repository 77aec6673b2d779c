import { UnreadableFile } from "../unreadable.ts";
import type { Parsed } from "./batches.ts";
import { lineBreaks, type Place } from "./oddities.ts";

/**
 * Characters of one record; the warehouse reads lines of at most 1 MiB, and a quote that never
 * closes must not draw the whole file into memory.
 */
export const longestRecord = 262_144;

export function emptyFile(): UnreadableFile {
  return new UnreadableFile({
    check: "empty_file",
    expected: "a header line",
    remedy: "export the file again, or take it out of the configuration; check skip_lines",
  });
}

/** A record whose quote runs over lines has swallowed the rows behind it: no row of it is safe. */
export function unterminated(
  record: readonly string[],
  place: Place,
  header: readonly string[],
): UnreadableFile {
  const broken = record.findIndex((cell) => cell.includes("\n"));
  const index = broken === -1 ? record.length - 1 : broken;
  const column = header[index]?.trim();
  return new UnreadableFile({
    check: "unterminated_quote",
    row: place.row,
    line: place.line + lineBreaks(record.slice(0, index)),
    ...(column ? { column } : {}),
    value: (record[index] ?? "").slice(0, 60),
    isPrivate: true,
    expected: 'a closing " at the end of the cell, and "" for a quote within it',
    remedy: "close or double the quote in the source and export again",
  });
}

export function tooLong(parsed: Parsed, place: Place, header: readonly string[]): UnreadableFile {
  const record = parsed.data[0] ?? [];
  if (parsed.errors.length > 0) return unterminated(record, place, header);
  return new UnreadableFile({
    check: "record_too_long",
    row: place.row,
    line: place.line,
    value: (record[0] ?? "").slice(0, 60),
    isPrivate: true,
    expected: `at most ${longestRecord} characters in a row`,
    remedy: "check that the lines end in a line break, and that the delimiter is right",
  });
}
