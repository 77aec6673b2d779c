import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import type { BundledScript } from "../../src/components/scripts.ts";
import { projectRoot } from "./options.ts";

/** Beside the styles that Astro writes; hosts that know Astro let browsers keep what lies there. */
const siteFolder = "_astro";
const manifestName = "scripts.json";
const named = "[name].[hash].js";
const keptFor = 24 * 60 * 60 * 1000;

interface Chunk {
  fileName: string;
  imports: readonly string[];
  dynamicImports: readonly string[];
}

interface Manifest {
  /** By the name of a file of `src/client`, without its ending. */
  scripts: Readonly<Record<string, BundledScript>>;
  files: readonly string[];
}

/** The browser's code, bundled; `folder` holds its files. */
export interface ClientCode extends Manifest {
  folder: string;
}

/**
 * Bundles what runs in the browser once per version of the code, since it depends on no data: a
 * build of changed data spends nothing on it.
 *
 * @param project folder with `src/client`, the rest of its code, and a lockfile
 */
export async function bundleClient(project = projectRoot): Promise<ClientCode> {
  const cache = join(project, "node_modules/.cache/hourglass-client");
  const folder = join(cache, codeKey(project));
  const kept = await readManifest(folder);
  if (kept) return { ...kept, folder };
  await removeOld(cache);
  return { ...(await bundleInto(folder, project)), folder };
}

/** Puts the scripts into a drawn site. */
export async function shipClient(site: string, { folder, files }: ClientCode): Promise<void> {
  await mkdir(join(site, siteFolder), { recursive: true });
  await Promise.all(
    files.map((name) => copyFile(join(folder, name), join(site, siteFolder, name))),
  );
}

/**
 * The lockfile stands for every package, this file for how it is bundled. Read in step: 400 small
 * files take 10 ms so, and 150 apart.
 */
function codeKey(project: string): string {
  const hash = createHash("sha256").update(readFileSync(import.meta.filename));
  const code = readdirSync(join(project, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort();
  for (const name of ["../package-lock.json", ...code]) {
    const content = readFileSync(join(project, "src", name));
    hash.update(`${name} ${content.length} `).update(content);
  }
  return hash.digest("hex").slice(0, 16);
}

/** @returns undefined where it is not there, or not whole */
async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, manifestName), "utf8")) as Manifest;
    return manifest.files.every((name) => existsSync(join(folder, name))) ? manifest : undefined;
  } catch {
    return undefined;
  }
}

async function bundleInto(folder: string, project: string): Promise<Manifest> {
  const { build } = await import("vite");
  const client = join(project, "src/client");
  const entries = (await readdir(client)).filter((name) => name.endsWith(".ts")).sort();
  // Two builds may bundle at once; a name of its own until it is whole.
  await mkdir(dirname(folder), { recursive: true });
  const own = await mkdtemp(`${folder}.`);
  const made = await build({
    root: project,
    configFile: false,
    // Scripts name one another by where they lie, so that any base path will do.
    base: "./",
    publicDir: false,
    logLevel: "warn",
    build: {
      outDir: own,
      assetsDir: "",
      emptyOutDir: true,
      // The console's editor and engine come late, and a reader of the build can do nothing about them.
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: entries.map((name) => join(client, name)),
        output: { entryFileNames: named, chunkFileNames: named },
        // Modules of these rooms do nothing by being imported: what a script does not use of them stays away.
        treeshake: {
          moduleSideEffects: [
            { test: /\/src\/(charts|figures|shared|text)\//, sideEffects: false },
          ],
        },
      },
    },
  });
  const outputs = [made].flat().flatMap((each) => ("output" in each ? each.output : []));
  const chunks = outputs.filter((output) => output.type === "chunk");
  const pathOf = (name: string) => `${siteFolder}/${name}`;
  const scripts = chunks
    .filter(({ isEntry }) => isEntry)
    .map((chunk) => [
      chunk.name,
      { path: pathOf(chunk.fileName), needs: neededBy(chunk, chunks).map(pathOf) },
    ]);
  const files = outputs.map(({ fileName }) => fileName);
  const manifest: Manifest = { scripts: Object.fromEntries(scripts), files };
  await writeFile(join(own, manifestName), JSON.stringify(manifest));
  await putInPlace(own, folder);
  return manifest;
}

/** What a script imports, now or soon, and what that imports: fetched side by side, not one after another. */
function neededBy(entry: Chunk, chunks: readonly Chunk[]): string[] {
  const needed = new Set<string>();
  const add = (name: string) => {
    if (needed.has(name)) return;
    needed.add(name);
    chunks.find(({ fileName }) => fileName === name)?.imports.forEach(add);
  };
  entry.imports.forEach(add);
  entry.dynamicImports.forEach(add);
  return [...needed];
}

async function putInPlace(own: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(own, folder);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    // Somebody else was faster, with the same.
    if (!(await readManifest(folder))) throw error;
  }
}

/** Those of yesterday and before: a younger one may be of a build that runs now. */
async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache).catch(() => [])) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > keptFor) await rm(folder, { recursive: true, force: true });
  }
}
