import { glob, stat } from "node:fs/promises";
import { matchesGlob, relative, resolve } from "node:path";
import type { Problem } from "../contracts/index.ts";
import { listMembers } from "./packed/members.ts";
import { type Fault, faultOf } from "./unreadable.ts";

export interface FoundFile {
  /** Of the archive, for a member of a zip: with `member` it is unique, alone it is not. */
  path: string;
  /** Relative to the configuration, with `/`; `archive.zip/member.csv` within a zip. */
  name: string;
  /** Size on the disk; of a member when unpacked. */
  bytes: number;
  /** Place in the directory of the zip archive at `path`. */
  member?: number;
  /** Where the archive is named as a whole and holds several tables: the others. */
  among?: readonly FoundFile[];
}

export interface FoundFiles {
  files: FoundFile[];
  /** By the path or pattern that found nothing, or by the file that cannot be opened. */
  faults: { name: string; fault: Fault; severity: Problem["severity"] }[];
}

/**
 * The files of a path, a glob or a list of them, each once; those of a glob in order of name. A
 * .zip stands for the tables in it; `archive.zip/contracts*.csv` for some of them.
 */
export async function findFiles(
  patterns: string | readonly string[],
  directory: string,
): Promise<FoundFiles> {
  const found = new Map<string, FoundFile>();
  const faults: FoundFiles["faults"] = [];
  for (const pattern of [patterns].flat()) {
    const { files, memberPattern } = await filesOrMembers(pattern, directory);
    const before = found.size + faults.length;
    for (const packed of files) {
      for (const file of await expand(packed, memberPattern, faults)) {
        if (!found.has(file.name)) found.set(file.name, file);
      }
    }
    const isNothing = memberPattern !== undefined && found.size + faults.length === before;
    if (files.length === 0 || isNothing) {
      const fault = isNothing ? await noMember(files) : nothingFound(pattern, directory);
      faults.push({ name: pattern, fault, severity: "error" });
    }
  }
  return { files: [...found.values()], faults };
}

async function filesOrMembers(pattern: string, directory: string) {
  const files = await matching(pattern, directory);
  const [, archive, memberPattern] = /^(.*?\.zip)\/(.+)$/i.exec(pattern) ?? [];
  if (files.length > 0 || archive === undefined) return { files, memberPattern: undefined };
  return { files: await matching(archive, directory), memberPattern };
}

async function matching(pattern: string, directory: string): Promise<FoundFile[]> {
  const names = [pattern];
  if (isGlob(pattern) && (await sizeOf(resolve(directory, pattern))) === undefined) {
    names.length = 0;
    for await (const name of glob(pattern, { cwd: directory })) names.push(name);
    names.sort((left, right) => (left < right ? -1 : 1));
  }
  const files: FoundFile[] = [];
  for (const theirs of names) {
    const path = resolve(directory, theirs);
    const bytes = await sizeOf(path);
    const name = relative(directory, path).replaceAll("\\", "/");
    if (bytes !== undefined) files.push({ path, name, bytes });
  }
  return files;
}

/** The file itself, or the tables of a zip archive, in order of name. */
async function expand(
  file: FoundFile,
  memberPattern: string | undefined,
  faults: FoundFiles["faults"],
): Promise<FoundFile[]> {
  if (!/\.zip$/i.test(file.name)) return [file];
  try {
    const listed = await listMembers(file.path, file.bytes);
    const isAsked = ({ name }: { name: string }) =>
      memberPattern === undefined || name === memberPattern || matchesGlob(name, memberPattern);
    for (const { name, fault } of listed.faults.filter(isAsked)) {
      faults.push({ name: `${file.name}/${name}`, fault, severity: "error" });
    }
    const isEmpty = listed.members.length + listed.faults.length === 0;
    if (isEmpty) faults.push({ name: file.name, fault: emptyArchive(), severity: "error" });
    else if (listed.ignored.length > 0 && memberPattern === undefined) {
      const fault = ignoredMembers(listed.ignored);
      faults.push({ name: file.name, fault, severity: "warning" });
    }
    const members = listed.members.filter(isAsked);
    members.sort((left, right) => (left.name < right.name ? -1 : 1));
    const tables = members.map(({ name, place, bytes }): FoundFile => {
      return { path: file.path, name: `${file.name}/${name}`, bytes, member: place };
    });
    if (memberPattern !== undefined || tables.length === 1) return tables;
    return tables.map((table) => ({ ...table, among: tables.filter((other) => other !== table) }));
  } catch (error) {
    faults.push({ name: file.name, fault: faultOf(error, file.path), severity: "error" });
    return [];
  }
}

function isGlob(pattern: string): boolean {
  return /[*?[{]/.test(pattern);
}

async function sizeOf(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? found.size : undefined;
}

function emptyArchive(): Fault {
  const remedy = "pack the exported tables, or take the archive out of the configuration";
  return { check: "empty_archive", expected: "members that end in .csv, .tsv or .txt", remedy };
}

/** An archive was found, and no table in it has the name. */
async function noMember(archives: readonly FoundFile[]): Promise<Fault> {
  const names: string[] = [];
  for (const { path, bytes } of archives) {
    names.push(...(await listMembers(path, bytes)).members.map(({ name }) => name));
  }
  const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
  const held = names.length === 0 ? "it holds no table" : names.sort().slice(0, 10).join(", ");
  return {
    check: "no_file_matches",
    expected: `a table of the archive: ${held}${more}`,
    remedy: "name one of these behind the archive, its folder too; * stands for any letters",
  };
}

function ignoredMembers(names: readonly string[]): Fault {
  const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
  return {
    check: "ignored_members",
    value: `${names.slice(0, 10).join(", ")}${more}`,
    expected: "members that end in .csv, .tsv or .txt",
    remedy: "nothing to do, if they hold no rows; else export them as CSV",
  };
}

function nothingFound(pattern: string, directory: string): Fault {
  const remedy =
    "check the path in the configuration; it is relative to the configuration's folder";
  return isGlob(pattern)
    ? { check: "no_file_matches", expected: `at least one file in ${directory}`, remedy }
    : { check: "missing_file", expected: `a file in ${directory}`, remedy };
}
