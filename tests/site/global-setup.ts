import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { runScript } from "./build.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the sample company's site, served at /. */
    site: string;
    /** The same, built to be served under /board/metrics/. */
    subPathSite: string;
  }
}

/** Builds the sample company's site once for all the tests that open it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-site-"));
  for (const [name, args] of [
    ["site", []],
    ["subPathSite", ["--base", "/board/metrics/"]],
  ] as const) {
    const out = join(folder, name);
    const { code, output } = runScript("build", ["--out", out, ...args]);
    if (code !== 0) throw new Error(`the sample company's site could not be built:\n${output}`);
    project.provide(name, out);
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
