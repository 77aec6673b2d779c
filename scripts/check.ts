import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readData } from "./site/processes.ts";
import { run } from "./site/run.ts";

await run(async (options) => {
  const workDirectory = await mkdtemp(join(tmpdir(), "hourglass-"));
  try {
    return await readData("check", options, workDirectory);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
});
