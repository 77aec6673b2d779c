import type { Dataset, FileSource, PresetName } from "../../contracts/index.ts";
import type { PresetUse } from "../file-report.ts";
import {
  columnsInCents,
  completeSource,
  countCells,
  presetUse,
  recognisePreset,
  unreadColumns,
} from "../presets/index.ts";
import { type HeaderMatch, matchHeader } from "./header.ts";

export interface FileMapping {
  match: HeaderMatch;
  /** The source as given, completed by the preset. */
  source: FileSource;
  /** Whether the date format is what the recognised export mostly has; nobody declared it. */
  isDateFormatAssumed: boolean;
  /** Title of the export whose usual date format is taken, since none is declared. */
  usualIn?: string | undefined;
  /** Columns that are in cents by the preset alone. */
  inCents: readonly string[];
  preset?: PresetUse;
}

/**
 * How the cells of a file become columns: by the source's preset; else by the header's own names;
 * else, where those do not fit and the source maps no columns, by the known export it looks like.
 */
export function mapFile(
  dataset: Dataset,
  header: readonly string[],
  source: FileSource,
): FileMapping {
  if (source.preset !== undefined) return mapBy(source.preset, dataset, header, source, false);
  const match = matchHeader(dataset, header, source);
  const isOpen = match.faults.length > 0 && Object.keys(source.columns).length === 0;
  const known = isOpen ? recognisePreset(header, dataset.name) : undefined;
  return known === undefined
    ? { match, source, isDateFormatAssumed: false, inCents: [] }
    : mapBy(known, dataset, header, source, true);
}

function mapBy(
  name: PresetName,
  dataset: Dataset,
  header: readonly string[],
  given: FileSource,
  isRecognised: boolean,
): FileMapping {
  const source = completeSource(name, given, header, dataset);
  const unread = unreadColumns(name, given, header);
  // What the export's other headers mean is known: none of them is one of ours misspelt.
  const found = matchHeader(dataset, header, { ...source, unread });
  const counts = countCells(name, given, header);
  const read = new Set([...counts.values()].map((cell) => header[cell]?.trim()));
  const ignored = found.ignored.filter((theirs) => !read.has(theirs));
  const match = { ...found, counts, ignored, unused: [] };
  const preset = presetUse(name, isRecognised);
  const isAssumed = isRecognised && preset.certainty !== "sure" && given.date_format === undefined;
  const inCents = columnsInCents(name, given);
  const isUsual = given.date_format === undefined && source.date_format !== undefined;
  const usualIn = isUsual ? preset.title : undefined;
  return { match, source, isDateFormatAssumed: isAssumed, usualIn, inCents, preset };
}
