import type { Dirent } from "node:fs";
import { access, constants, glob, stat } from "node:fs/promises";
import { join, matchesGlob, relative, resolve } from "node:path";
import type { Problem } from "../../contracts/index.ts";
import { listMembers } from "../packed/members.ts";
import { type Fault, faultOf } from "../unreadable.ts";
import { emptyArchive, ignoredMembers, noMember, nothingFound, unopened } from "./unfound.ts";

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
    const faultsBefore = faults.length;
    const { files, memberPattern } = await filesOrMembers(pattern, directory, faults);
    let count = 0;
    for (const packed of files) {
      for (const file of await expand(packed, memberPattern, faults)) {
        count += 1;
        if (!found.has(file.name)) found.set(file.name, file);
      }
    }
    if (count > 0 || faults.length > faultsBefore) continue;
    const fault =
      files.length > 0
        ? await noMember(files)
        : await nothingFound(pattern, directory, isGlob(pattern));
    faults.push({ name: pattern, fault, severity: "error" });
  }
  return { files: [...found.values()], faults };
}

async function filesOrMembers(pattern: string, directory: string, faults: FoundFiles["faults"]) {
  const files = await matching(pattern, directory, faults);
  const [, archive, memberPattern] = /^(.*?\.zip)\/(.+)$/i.exec(pattern) ?? [];
  if (files.length > 0 || archive === undefined) return { files, memberPattern: undefined };
  return { files: await matching(archive, directory, faults), memberPattern };
}

/** What a pattern matches and cannot be opened, as a link that leads nowhere, is a fault. */
async function matching(
  pattern: string,
  directory: string,
  faults: FoundFiles["faults"],
): Promise<FoundFile[]> {
  const isOne = !isGlob(pattern) || (await sizeOf(resolve(directory, pattern))) !== undefined;
  const names = isOne ? [pattern] : await globbed(pattern, directory, faults);
  const files: FoundFile[] = [];
  for (const theirs of names) {
    const path = resolve(directory, theirs);
    const name = relative(directory, path).replaceAll("\\", "/");
    try {
      const found = await stat(path);
      if (found.isFile()) files.push({ path, name, bytes: found.size });
    } catch (error) {
      const isTold = isOne || faults.some((fault) => fault.name === name);
      if (!isTold) faults.push({ name, fault: unopened(error, path), severity: "error" });
    }
  }
  return files;
}

/** Windows and Macs take export.CSV for *.csv; the same configuration reads it everywhere. */
const endings = /\.(?:csv|tsv|txt|zip)(?:\.gz)?$/i;
const inCapitals = (pattern: string) => pattern.replace(endings, (ending) => ending.toUpperCase());

/** What a check or a build before this one wrote beside the configuration, with rows of the files. */
const ours = /^reports\/(?:problems\.|set-aside\/)/;

/** A folder that may not be listed would hide its files. */
async function globbed(
  pattern: string,
  directory: string,
  faults: FoundFiles["faults"],
): Promise<string[]> {
  const names = new Set<string>();
  const folders = new Set<string>();
  const pathOf = (entry: Dirent) => relative(directory, join(entry.parentPath, entry.name));
  const entries = glob([pattern, inCapitals(pattern)], {
    cwd: directory,
    withFileTypes: true,
    exclude(entry) {
      if (entry.isDirectory()) folders.add(pathOf(entry));
      return false;
    },
  });
  for await (const entry of entries) names.add(pathOf(entry).replaceAll("\\", "/"));
  for (const name of folders) {
    const path = resolve(directory, name);
    await access(path, constants.R_OK).catch((error: unknown) => {
      const isTold = faults.some((told) => told.name === name);
      if (!isTold) faults.push({ name, fault: faultOf(error, path), severity: "error" });
    });
  }
  return [...names]
    .filter((name) => !ours.test(name))
    .sort((left, right) => (left < right ? -1 : 1));
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
      memberPattern === undefined ||
      name === memberPattern ||
      matchesGlob(name, memberPattern) ||
      matchesGlob(name, inCapitals(memberPattern));
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
