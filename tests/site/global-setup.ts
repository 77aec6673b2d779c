import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { unpackChromium } from "./browser.ts";
import { runScript } from "./build.ts";
import { smallest } from "./company.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the sample company's site, served at /. */
    site: string;
    /** The same, built to be served under /board/metrics/. */
    subPathSite: string;
    /** Folder of the site of the smallest company. */
    smallSite: string;
  }
}

/** Builds once the sites that several tests open, and unpacks their browser. */
export default async function setup(project: TestProject): Promise<() => void> {
  await unpackChromium();
  const folder = mkdtempSync(join(tmpdir(), "hourglass-site-"));
  const small = join(folder, "small");
  mkdirSync(small);
  for (const [name, content] of Object.entries(smallest)) writeFileSync(join(small, name), content);
  for (const [name, args] of [
    ["site", []],
    ["subPathSite", ["--base", "/board/metrics/"]],
    ["smallSite", ["--config", join(small, "dashboard.config.ts")]],
  ] as const) {
    const out = join(folder, name);
    const { code, output } = runScript("build", ["--out", out, ...args]);
    if (code !== 0) throw new Error(`${name} could not be built:\n${output}`);
    project.provide(name, out);
  }
  return () => rmSync(folder, { recursive: true, force: true });
}
