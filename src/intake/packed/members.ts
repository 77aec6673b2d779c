import { type Entry, getFileNameLowLevel } from "yauzl";
import { type Fault, UnreadableFile } from "../unreadable.ts";
import { entriesOf } from "./archive.ts";
import { bomb, isBomb } from "./limits.ts";

/** Many times what any export holds; each costs a pass over the directory. */
const mostEntries = 1_000;

export interface Member {
  /** Path within the archive, cleaned; for people only, nothing is ever written there. */
  name: string;
  /** Place in the archive's directory. */
  place: number;
  /** Size when unpacked. */
  bytes: number;
}

export interface Members {
  members: Member[];
  /** What cannot be read, by member. */
  faults: { name: string; fault: Fault }[];
  /** Names of what is no table. */
  ignored: string[];
}

/**
 * The tables within a zip archive: members that end in .csv, .tsv or .txt.
 * @throws UnreadableFile where the archive is broken, or made to harm
 */
export async function listMembers(path: string, archiveBytes: number): Promise<Members> {
  const found: Members = { members: [], faults: [], ignored: [] };
  const names = new Set<string>();
  let place = -1;
  let unpacked = 0;
  for await (const { entry } of entriesOf(path)) {
    place += 1;
    if (place >= mostEntries) throw tooManyEntries();
    const theirs = getFileNameLowLevel(
      entry.generalPurposeBitFlag,
      entry.fileNameRaw,
      entry.extraFields,
      false,
    );
    if (theirs.endsWith("/")) continue;
    let name = cleanName(theirs) || `member ${place + 1}`;
    if (names.has(name)) name = `${name} (member ${place + 1})`;
    names.add(name);
    const fault = faultOf(entry, name);
    if (fault) found.faults.push({ name, fault });
    else if (!isTable(name)) found.ignored.push(name);
    else {
      found.members.push({ name, place, bytes: entry.uncompressedSize });
      unpacked += entry.uncompressedSize;
    }
  }
  // Members that share their bytes each stay below the limit.
  if (isBomb(archiveBytes, unpacked)) throw bomb(unpacked);
  return found;
}

/** Macs put a shadow of each file beside it. */
function isTable(name: string): boolean {
  return /\.(csv|tsv|txt)$/i.test(withoutNumber(name)) && !/(^|\/)(__MACOSX\/|\._)/.test(name);
}

function withoutNumber(name: string): string {
  return name.replace(/ \(member \d+\)$/, "");
}

/** A path that leads nowhere but down, without signs that a terminal or a page would obey. */
function cleanName(name: string): string {
  return name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "_")
    .split(/[\\/]/)
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:$/.test(part))
    .join("/");
}

function faultOf(entry: Entry, name: string): Fault | undefined {
  if (/\.zip$/i.test(name)) {
    const remedy = "unpack the outer archive and name the inner one";
    return { check: "nested_archive", expected: "tables in the archive itself", remedy };
  }
  if (!isTable(name)) return undefined;
  if (entry.isEncrypted()) {
    const remedy = "pack the file again without a password, or give it unpacked";
    return { check: "encrypted_member", expected: "a member without a password", remedy };
  }
  if (!entry.canDecodeFileData()) {
    return {
      check: "unknown_packing",
      value: String(entry.compressionMethod),
      expected: "stored (0) or deflated (8), which every zip program can",
      remedy: "pack the file again with the usual settings, or give it unpacked",
    };
  }
  const isHarmful = isBomb(entry.compressedSize, entry.uncompressedSize);
  return isHarmful ? bomb(entry.uncompressedSize).fault : undefined;
}

function tooManyEntries(): UnreadableFile {
  return new UnreadableFile({
    check: "too_many_members",
    expected: `at most ${mostEntries} members`,
    remedy: "unpack the archive and name the files by a pattern",
  });
}
