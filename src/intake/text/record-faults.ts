import { UnreadableFile } from "../unreadable.ts";
import type { Reading } from "./batches.ts";
import { cutRecord, unquoted } from "./misquoted.ts";
import { lineBreaks } from "./oddities.ts";

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

type Where = Pick<Reading, "place" | "header" | "dialect">;

/**
 * A record whose quote runs over lines has swallowed the rows behind it: no row of it is safe.
 * @param text from the start of the record on
 */
export function unterminated(text: string, { place, header, dialect }: Where): UnreadableFile {
  const record = cutRecord(text, 0, dialect);
  const { cells, state } = record;
  const faulty = record.faulty ?? cells.length - 1;
  const broken = cells.findIndex((cell) => cell.includes("\n"));
  // A lone quote behind a cell of several lines is the one that was to close it.
  const isCloser = state === "stray" && broken !== -1 && broken < faulty;
  const index = isCloser ? broken : faulty;
  const column = header[index]?.trim();
  return new UnreadableFile({
    check: "unterminated_quote",
    row: place.row,
    line: place.line + lineBreaks(cells.slice(0, index)),
    ...(column ? { column } : {}),
    value: unquoted(cells[index] ?? "")
      .replace(/^ *"/, "")
      .slice(0, 60),
    isPrivate: true,
    expected: 'a closing " at the end of the cell, and "" for a quote within it',
    remedy: "close or double the quote in the source and export again",
  });
}

/** @param text from the start of the record on */
export function tooLong(text: string, reading: Where & Pick<Reading, "parse">): UnreadableFile {
  const parsed = reading.parse(text, true);
  const record = parsed.data[0] ?? [];
  if (parsed.errors.length > 0) return unterminated(text, reading);
  const { place } = reading;
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
