import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Report, reportVariable } from "../../src/report.ts";
import { writeManifest } from "./manifest.ts";
import { type Options, projectRoot } from "./options.ts";
import { formatSeconds } from "./print.ts";

/** What every page of ours carries. */
const generator = '<meta name="generator" content="Hourglass">';

/**
 * Checks the data, draws the pages aside, and puts them in the place of the old site in one move.
 * Whatever fails leaves the old site as it was.
 *
 * @returns the path under which the site expects to be served, or undefined where it was refused
 */
export async function buildSite(options: Options): Promise<{ base: string } | undefined> {
  const workDirectory = await mkdtemp(join(tmpdir(), "hourglass-"));
  // Inside the project, since Astro runs the drawn pages' code from there, two builds apart.
  const drawn = join(projectRoot, `.astro/site-${process.pid}`);
  try {
    await checkTarget(options.out);
    if (!(await readData("build", options, workDirectory))) return undefined;
    const started = performance.now();
    const reportPath = join(workDirectory, "report.json");
    process.env[reportVariable] = reportPath;
    const report = JSON.parse(await readFile(reportPath, "utf8")) as Report;
    const base = options.base ?? report.definitions.site.base;
    const { build } = await import("astro");
    await build({ root: projectRoot, outDir: drawn, base, logLevel: "warn" });
    await writeManifest(drawn, report);
    await putInPlace(drawn, options.out);
    const seconds = formatSeconds((performance.now() - started) / 1000);
    console.log(`  pages    ${seconds}, ${await describeSite(options.out)} in ${options.out}\n`);
    return { base };
  } finally {
    await rm(workDirectory, { recursive: true, force: true });
    await rm(drawn, { recursive: true, force: true });
  }
}

/** Collects young garbage sooner: 100 MB less at 2 million rows, for no time that could be measured. */
const memoryFlags = ["--max-semi-space-size=8"];

/**
 * Fresh memory of the engine and of its C library is filled on Linux. DuckDB 1.4.3 writes blocks of
 * a database whole, with whatever their unused ends and the places of nulls held before: bytes that
 * differ from run to run, and that could be a name which the publish policy keeps back.
 */
const cleanMemory = { DUCKDB_JE_MALLOC_CONF: "zero:true", MALLOC_PERTURB_: "1" };

const deathRemedy =
  "the machine may be short of memory, or the engine failed; build again, and report it if it stays";

/**
 * Runs the pipeline in a process of its own.
 *
 * @returns whether the data was taken; its refusal is printed by that process
 * @throws where the process did not end by itself
 */
export async function readData(
  mode: "build" | "check",
  { config, cache }: Pick<Options, "config" | "cache">,
  workDirectory: string,
): Promise<boolean> {
  const script = join(import.meta.dirname, "read-data.ts");
  const args = [mode, config, workDirectory, cache ?? ""];
  const child = spawn(process.execPath, [...memoryFlags, script, ...args], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...cleanMemory },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      if (signal === null) resolve(code === 0);
      else reject(new Error(`reading and measuring ended by ${signal}; ${deathRemedy}`));
    });
  });
}

/** @throws where the target holds anything but an earlier site of ours: it would be gone. */
async function checkTarget(site: string): Promise<void> {
  const found = await stat(site).catch(() => undefined);
  if (!found) return;
  if (!found.isDirectory()) {
    throw new Error(`--out ${site} is a file; name a folder that is empty or not there yet`);
  }
  if ((await readdir(site)).length === 0) return;
  const page = await readFile(join(site, "index.html"), "utf8").catch(() => "");
  if (!page.includes(generator)) {
    throw new Error(
      `--out ${site} holds files that are not a site of ours; name an empty folder, or remove them first`,
    );
  }
}

/** Beside the old site first, then two renames: the moment without a site is shorter than a request. */
async function putInPlace(drawn: string, site: string): Promise<void> {
  const next = `${site}.next-${process.pid}`;
  const old = `${site}.old-${process.pid}`;
  try {
    await cp(drawn, next, { recursive: true });
    const hasOld = existsSync(site);
    if (hasOld) await rename(site, old);
    try {
      await rename(next, site);
    } catch (error) {
      if (hasOld) await rename(old, site);
      throw error;
    }
  } finally {
    await rm(next, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function describeSite(site: string): Promise<string> {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  const pages = files.filter(({ name }) => name.endsWith(".html")).length;
  const kilobytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000);
  return `${pages} pages, ${kilobytes} kB`;
}
