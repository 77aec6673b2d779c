import { readdir, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { nearest } from "../../contracts/index.ts";
import { listMembers } from "../packed/members.ts";
import { type Fault, faultOf } from "../unreadable.ts";

/** A zip by its place and its size. */
interface Archive {
  path: string;
  bytes: number;
}

export function emptyArchive(): Fault {
  const remedy = "pack the exported tables, or take the archive out of the configuration";
  return { check: "empty_archive", expected: "members that end in .csv, .tsv or .txt", remedy };
}

/** An archive was found, and no table in it has the name. */
export async function noMember(archives: readonly Archive[]): Promise<Fault> {
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

export function ignoredMembers(names: readonly string[]): Fault {
  const more = names.length > 10 ? ` and ${names.length - 10} more` : "";
  return {
    check: "ignored_members",
    value: `${names.slice(0, 10).join(", ")}${more}`,
    expected: "members that end in .csv, .tsv or .txt",
    remedy: "nothing to do, if they hold no rows; else export them as CSV",
  };
}

/** Of a path or a pattern to which there is no file. */
export async function nothingFound(
  pattern: string,
  directory: string,
  isGlob: boolean,
): Promise<Fault> {
  const path = resolve(directory, pattern);
  const remedy =
    "check the path in the configuration; it is relative to the configuration's folder";
  if (isGlob)
    return { check: "no_file_matches", expected: `at least one file in ${directory}`, remedy };
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) {
    const all = JSON.stringify(join(pattern, "*.csv").replaceAll("\\", "/"));
    const expected = "a file: this is a folder";
    return { check: "missing_file", expected, remedy: `name the files in it, such as ${all}` };
  }
  const beside = await readdir(dirname(path)).catch((): string[] => []);
  if (beside.includes(basename(path))) return brokenLink;
  const stems = new Map(beside.map((name) => [stemOf(name), name]));
  const near = stems.get(nearest(stemOf(path), stems.keys()) ?? "");
  const question = near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
  return {
    check: "missing_file",
    expected: `a file in ${directory}`,
    remedy: `${question}${remedy}`,
  };
}

/** The ending is mostly right, and would make any two names alike. */
function stemOf(path: string): string {
  return basename(path).replace(/(?<=.)\..*$/, "");
}

/** Of a file that matches a pattern, and is not there when it is opened. */
export function unopened(error: unknown, path: string): Fault {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOENT" || code === "ELOOP" ? brokenLink : faultOf(error, path);
}

const brokenLink: Fault = {
  check: "unreadable_file",
  value: "it is a link that leads to no file",
  expected: "a readable file",
  remedy: "copy the file itself here, or take the link away",
};
