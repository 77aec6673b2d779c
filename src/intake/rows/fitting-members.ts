import { matchesGlob } from "node:path";
import type { Dataset, FileSource } from "../../contracts/index.ts";
import type { FoundFile } from "../found/files.ts";
import { openBytes } from "../text/bytes.ts";
import { decodeText } from "../text/decode.ts";
import type { Encoding } from "../text/decode-with.ts";
import { withLineFeeds } from "../text/line-breaks.ts";
import { openRecords } from "../text/records.ts";
import { type Fault, UnreadableFile } from "../unreadable.ts";
import { mapFile } from "./file-mapping.ts";

/** Tables of an archive whose headers are looked at, to name those that were meant. */
const mostAsked = 50;

/**
 * The faults of a table that does not fit, with the tables of its archive that do: whoever names an
 * archive of many tables mostly means some of them.
 */
export async function namingMembers(
  dataset: Dataset,
  { name: theirs, among = [] }: FoundFile,
  source: FileSource & { encoding?: Encoding | undefined },
  faults: readonly Fault[],
): Promise<readonly Fault[]> {
  const [first, ...others] = faults;
  const fitting: string[] = [];
  for (const file of first ? among.slice(0, mostAsked) : []) {
    if (await isFitting(dataset, file, source)) fitting.push(file.name);
  }
  if (!first || fitting.length === 0) return faults;
  const names = [theirs, ...among.map(({ name }) => name)];
  const files = JSON.stringify(patternOf(fitting, names) ?? fitting).replaceAll(",", ", ");
  const tables = fitting.length === 1 ? "only the table that has" : "only the tables that have";
  const remedy = `name ${tables} the columns of ${dataset.name}: files: ${files}; else ${first.remedy}`;
  return [{ ...first, remedy }, ...others];
}

async function isFitting(
  dataset: Dataset,
  file: FoundFile,
  source: FileSource & { encoding?: Encoding | undefined },
): Promise<boolean> {
  try {
    const decoded = await decodeText(openBytes(file).chunks, source.encoding);
    const { header } = await openRecords(withLineFeeds(decoded.text), source);
    return mapFile(dataset, header, source).match.faults.length === 0;
  } catch (error) {
    if (error instanceof UnreadableFile) return false;
    throw error;
  }
}

/** `export.zip/contracts*.csv` for contracts-1.csv and contracts-2.csv, where it finds no others. */
function patternOf(fitting: readonly string[], names: readonly string[]): string | undefined {
  const [one = "", ...others] = fitting;
  if (others.length === 0) return one;
  const isShared = (length: number) =>
    fitting.every((name) => name.startsWith(one.slice(0, length)));
  let length = one.length;
  while (!isShared(length)) length -= 1;
  const ending = /\.\w+$/.exec(one)?.[0] ?? "";
  const stem = one.slice(0, length).replace(/[-_ .\d]+$/, "");
  const pattern = `${stem}*${ending}`;
  const found = names.filter((name) => matchesGlob(name, pattern));
  const isSame = found.length === fitting.length && found.every((name) => fitting.includes(name));
  return isSame && !/[*?[\]{}\\]|\/$/.test(stem) ? pattern : undefined;
}
