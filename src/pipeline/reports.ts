import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { problemsCsv, problemsJson } from "../intake/index.ts";
import type { Reading } from "./steps.ts";

/**
 * Writes the full list of problems, and the rows set aside, to `reports/` beside the configuration:
 * for the owner of the files, never published. Those of an earlier run are removed.
 */
export async function writeReports(directory: string, reading: Reading): Promise<void> {
  const { files, problems, counts, setAsideDirectory } = reading;
  const reports = join(directory, "reports");
  for (const ours of ["problems.csv", "problems.json", "set-aside"]) {
    await rm(join(reports, ours), { recursive: true, force: true });
  }
  if (problems.length === 0) return;
  await mkdir(reports, { recursive: true });
  await writeFile(join(reports, "problems.csv"), problemsCsv(problems, { counts, files }));
  await writeFile(join(reports, "problems.json"), problemsJson(problems, files, { counts }));
  await cp(setAsideDirectory, join(reports, "set-aside"), { recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    },
  );
}
