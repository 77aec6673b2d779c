import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { draftMapping, formatProblem, type MappingDraft } from "../../../src/intake/index.ts";
import { type Configuration, checkData, loadConfiguration } from "../../../src/pipeline/index.ts";

export interface Mapped extends MappingDraft {
  folder: string;
  configuration: Configuration;
  /** Dataset of each file that has one. */
  found: Record<string, string>;
  /** Problems that the drafted configuration meets in the files. */
  check(): Promise<string[]>;
}

/** Maps files as they are and loads the draft as every configuration is loaded. */
export async function mapFiles(files: Record<string, string | Uint8Array>): Promise<Mapped> {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-map-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const path = join(folder, "dashboard.config.ts");
  const paths = Object.keys(files).map((name) => join(folder, name));
  const draft = await draftMapping(paths, path);
  writeFileSync(path, draft.text);
  const configuration = await loadConfiguration(path);
  const found = draft.guesses.datasets.flatMap(({ dataset, samples }) =>
    samples.map((sample) => [sample.path.slice(folder.length + 1), dataset]),
  );
  return {
    ...draft,
    folder,
    configuration,
    found: Object.fromEntries(found) as Record<string, string>,
    async check() {
      const workDirectory = mkdtempSync(join(folder, "work-"));
      const options = { configuration, workDirectory, now: () => 0 };
      const { reading } = await checkData(options);
      return reading.problems.map((problem) => formatProblem(problem));
    },
  };
}
