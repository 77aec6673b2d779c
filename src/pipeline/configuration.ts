import { readFile, stat } from "node:fs/promises";
import { registerHooks } from "node:module";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Dashboard, parseDashboard } from "../contracts/index.ts";

export interface Configuration {
  dashboard: Dashboard;
  /** Folder of the file: the paths inside are relative to it. */
  directory: string;
  path: string;
}

const contractsUrl = new URL("../contracts/index.ts", import.meta.url).href;

/**
 * Loads a configuration from anywhere on disk: TypeScript, JavaScript or JSON.
 * `import { defineDashboard } from "hourglass"` works in it without an install beside it.
 *
 * @throws an Error that names the file, and what is wrong with it
 */
export async function loadConfiguration(file: string): Promise<Configuration> {
  const path = resolve(file);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) {
    throw new Error(`no configuration at ${path}; name one with --config FILE`);
  }
  const value = path.endsWith(".json") ? await readJson(path) : await importModule(path);
  return { dashboard: parseDashboard(value, file), directory: dirname(path), path };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    throw new Error(`${path} is not valid JSON: ${messageOf(cause)}`, { cause });
  }
}

async function importModule(path: string): Promise<unknown> {
  const url = pathToFileURL(path).href;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "hourglass") return { url: contractsUrl, shortCircuit: true };
      const resolved = next(specifier, context);
      return resolved.url === url ? { ...resolved, format: formatOf(path) } : resolved;
    },
  });
  try {
    const module = (await import(/* @vite-ignore */ url)) as { default?: unknown };
    if (module.default === undefined) {
      throw new Error("it has no default export; write `export default defineDashboard({...})`");
    }
    return module.default;
  } catch (cause) {
    throw new Error(`${path} could not be loaded: ${messageOf(cause)}`, { cause });
  } finally {
    hooks.deregister();
  }
}

/** Spares the reader Node's warning about a folder without package.json. */
function formatOf(path: string): string {
  if (/\.[mc]?ts$/.test(path)) return "module-typescript";
  return path.endsWith(".cjs") ? "commonjs" : "module";
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
