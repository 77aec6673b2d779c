import { existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import type { AstroInlineConfig } from "astro";
import { scriptsVariable } from "../../src/components/scripts.ts";
import type { Measurement } from "../../src/pipeline/index.ts";
import {
  type Publication,
  publicationName,
  type ReportSummary,
  reportVariable,
} from "../../src/report.ts";
import { databaseName, deckName } from "../../src/shared/files.ts";
import { bundleClient, shipClient } from "./client-code.ts";
import { packDatabase, packEngine, shipDatabase, shipEngine } from "./engine.ts";
import { writeManifest } from "./manifest.ts";
import { type Options, projectRoot } from "./options.ts";
import { type Publisher, readData, startPublisher, summaryName, writeDeck } from "./processes.ts";
import { formatSeconds } from "./seconds.ts";

/** What every page of ours carries. */
const generator = '<meta name="generator" content="Hourglass">';

/**
 * Of the bundler, whose native half reads them when it is loaded: memory given back at once and one
 * thread, beside that which writes the database. 100 MB less, for no time that could be measured.
 */
const smallBundler = { MIMALLOC_PURGE_DELAY: "0", RAYON_NUM_THREADS: "1" };

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
  let publisher: Publisher | undefined;
  try {
    await checkTarget(options.out);
    const isTaken = await readData("build", options, workDirectory, () => {
      publisher = startPublisher(options, workDirectory);
    });
    if (!(isTaken && publisher)) return undefined;
    const started = performance.now();
    process.env[reportVariable] = join(workDirectory, "report.json");
    const { report } = await readJson<Measurement<ReportSummary>>(workDirectory, summaryName);
    const base = options.base ?? report.definitions.site.base;
    const hasEngine = report.definitions.publish.accounts !== "none";
    const engine = hasEngine ? packEngine() : undefined;
    engine?.catch(() => undefined);
    const published = publisher.publish();
    // Told by whoever waits for it; until then a failure is not unhandled.
    published.catch(() => undefined);
    const deck = published.then(() => writeDeck(options, workDirectory));
    deck.catch(() => undefined);
    const database = join(workDirectory, databaseName);
    const packed = hasEngine ? published.then(() => packDatabase(database)) : undefined;
    packed?.catch(() => undefined);
    const clientCode = await bundleClient();
    process.env[scriptsVariable] = JSON.stringify(clientCode.scripts);
    Object.assign(process.env, { ...smallBundler, ...process.env });
    setFlagsFromString("--optimize-for-size");
    const { build } = await import("astro");
    await build({
      root: projectRoot,
      outDir: drawn,
      base,
      logLevel: "warn",
      vite: { plugins: [waitFor(published)] },
    });
    const publication = await readJson<Publication>(workDirectory, publicationName);
    const copy = await packed;
    // No route of Astro's, which would hold it in memory three times.
    await move(database, join(drawn, "data", databaseName));
    // Without customers one by one there is nothing to make anew.
    await shipClient(drawn, clientCode);
    if (engine) await shipEngine(drawn, await engine);
    if (copy) await shipDatabase(drawn, copy);
    await deck;
    await move(join(workDirectory, deckName), join(drawn, deckName));
    await writeManifest(drawn, report, publication);
    await putInPlace(drawn, options.out);
    const seconds = formatSeconds((performance.now() - started) / 1000);
    console.log(`  pages    ${seconds}, ${await describeSite(options.out)} in ${options.out}\n`);
    return { base };
  } finally {
    publisher?.end();
    await rm(workDirectory, { recursive: true, force: true });
    await rm(drawn, { recursive: true, force: true });
  }
}

async function readJson<T>(folder: string, name: string): Promise<T> {
  return JSON.parse(await readFile(join(folder, name), "utf8")) as T;
}

type Plugin = Extract<
  NonNullable<NonNullable<AstroInlineConfig["vite"]>["plugins"]>[number],
  { name: string }
>;

/**
 * The code of the pages is bundled while the database is written; they are drawn after both. Then
 * this process is alone, and need not spare memory any more, which spares a sixth of a build's work.
 */
function waitFor(published: Promise<void>): Plugin {
  const drawFreely = () => setFlagsFromString("--no-optimize-for-size");
  return {
    name: "hourglass:published",
    writeBundle() {
      return this.environment.name === "client" ? published.then(drawFreely) : undefined;
    },
  };
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
    await move(drawn, next);
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

/** By copying where the two lie on different disks. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(from, to, { recursive: true });
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
