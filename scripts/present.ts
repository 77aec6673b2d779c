import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parsePresentOptions } from "./site/options.ts";
import { readData } from "./site/processes.ts";
import { runWith } from "./site/run.ts";

await runWith(parsePresentOptions, async ({ name, ...options }) => {
  const workDirectory = await mkdtemp(join(tmpdir(), "hourglass-"));
  try {
    return await readData({ present: name }, options, workDirectory);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
});
