import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readData } from "./site/build-site.ts";
import { run } from "./site/run.ts";

await run(async ({ config }) => {
  const workDirectory = await mkdtemp(join(tmpdir(), "hourglass-"));
  try {
    return await readData("check", config, workDirectory);
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
  }
});
