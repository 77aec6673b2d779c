import { spawn } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { projectRoot } from "../site/options.ts";

export interface BuildFigures {
  readSeconds: number;
  checkSeconds: number;
  measureSeconds: number;
  publishSeconds: number;
  pagesSeconds: number;
  wholeSeconds: number;
  /** Highest resident memory of the build's processes together, sampled. */
  peakMegabytes: number;
}

const sampleEvery = 50;

/** As `npm run build` has them. */
const memoryFlags = ["--optimize-for-size", "--max-semi-space-size=8"];

/** A cache of the bench's own: a build is cold once it is removed. */
export function cacheOf(folder: string): string {
  return join(folder, "cache");
}

/** Runs a whole build as a user would, and reads its times from what it prints. */
export async function measureBuild(folder: string, config: string): Promise<BuildFigures> {
  const started = performance.now();
  const script = join(projectRoot, "scripts/build.ts");
  const flags = ["--config", config, "--out", join(folder, "site"), "--cache", cacheOf(folder)];
  const child = spawn(process.execPath, [...memoryFlags, script, ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  let peak = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const timer = setInterval(async () => {
    peak = Math.max(peak, await residentMegabytes(child.pid ?? 0));
  }, sampleEvery);
  const code = await new Promise((resolve) => child.once("close", resolve));
  clearInterval(timer);
  if (code !== 0) throw new Error(`the build failed with ${code}:\n${output}`);
  const secondsAfter = (label: string) => {
    const found = new RegExp(`${label}\\s+([\\d.]+) s`).exec(output)?.[1];
    if (!found) throw new Error(`no time of "${label}" in what the build printed:\n${output}`);
    return Number(found);
  };
  return {
    readSeconds: secondsAfter("read"),
    checkSeconds: secondsAfter("check"),
    measureSeconds: secondsAfter("measure"),
    publishSeconds: secondsAfter("publish"),
    pagesSeconds: secondsAfter("pages"),
    wholeSeconds: (performance.now() - started) / 1000,
    peakMegabytes: peak,
  };
}

/** Resident memory of a process and its children, from Linux's /proc; 0 where there is none. */
async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const own = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000;
  let total = own;
  for (const child of await childrenOf(pid)) total += await residentMegabytes(child);
  return total;
}

async function childrenOf(pid: number): Promise<number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, "utf8").catch(() => "")),
  );
  return lists.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}
