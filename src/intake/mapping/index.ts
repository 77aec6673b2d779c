import { dirname, resolve } from "node:path";
import { findFiles } from "../found/files.ts";
import { formatFact } from "../problem-report.ts";
import { type Fault, UnreadableFile } from "../unreadable.ts";
import { type Guesses, guessDatasets } from "./datasets.ts";
import { renderDraft } from "./draft.ts";
import { type Sample, type SampledFile, sampleFile } from "./sample.ts";

export interface MappingDraft {
  /** The configuration, as TypeScript. */
  text: string;
  guesses: Guesses;
  /** Files that could not be read at all, with the reason. */
  unreadable: { path: string; reason: string }[];
}

/** A file, or the tables of an archive. */
async function tablesIn(path: string, folder: string) {
  const { files, faults } = await findFiles(path, folder);
  const tables: SampledFile[] = files.map((found) => ({
    path: resolve(folder, found.name),
    found,
  }));
  const unreadable = faults
    .filter(({ severity }) => severity === "error")
    .map(({ name, fault }) => ({ path: resolve(folder, name), reason: reasonOf(fault) }));
  return { tables, unreadable };
}

function reasonOf(fault: Fault): string {
  return `${formatFact(fault)}; expected ${fault.expected}; ${fault.remedy}`;
}

/**
 * Guesses from the heads of unknown files, packed ones too, which datasets they are and how their columns map.
 *
 * @param paths Absolute paths of the files.
 * @param draftPath Where the configuration will stand.
 */
export async function draftMapping(
  paths: readonly string[],
  draftPath: string,
): Promise<MappingDraft> {
  const samples: Sample[] = [];
  const unreadable: MappingDraft["unreadable"] = [];
  for (const named of paths) {
    const found = await tablesIn(named, dirname(draftPath));
    unreadable.push(...found.unreadable);
    for (const table of found.tables) {
      try {
        samples.push(await sampleFile(table));
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        unreadable.push({ path: table.path, reason: reasonOf(error.fault) });
      }
    }
  }
  const guesses = guessDatasets(samples);
  return { text: renderDraft(guesses, draftPath, unreadable), guesses, unreadable };
}
