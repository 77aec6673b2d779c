import { basename } from "node:path";
import { formatFact } from "../problem-report.ts";
import { type Fault, UnreadableFile } from "../unreadable.ts";
import { type Guesses, guessDatasets } from "./datasets.ts";
import { renderDraft } from "./draft.ts";
import { type Sample, sampleFile } from "./sample.ts";

export interface MappingDraft {
  /** The configuration, as TypeScript. */
  text: string;
  guesses: Guesses;
  /** Files that could not be read at all, with the reason. */
  unreadable: { path: string; reason: string }[];
}

/** An archive is read by a configuration, which names the files in it; here it is not unpacked. */
function mappable(path: string, fault: Fault): Pick<Fault, "expected" | "remedy"> {
  const isZip = /\.zip$/i.test(path) && fault.value?.startsWith("a zip archive") === true;
  if (!isZip) return fault;
  return {
    expected: "the files in it, one by one",
    remedy: `unpack it and map its files; in the draft they may then be named in the archive, such as "${basename(path)}/customers.csv"`,
  };
}

/**
 * Guesses from the heads of unknown files which datasets they are and how their columns map.
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
  for (const path of paths) {
    try {
      samples.push(await sampleFile(path));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      const { expected, remedy } = mappable(path, error.fault);
      const reason = `${formatFact(error.fault)}; expected ${expected}; ${remedy}`;
      unreadable.push({ path, reason });
    }
  }
  const guesses = guessDatasets(samples);
  return { text: renderDraft(guesses, draftPath, unreadable), guesses, unreadable };
}
