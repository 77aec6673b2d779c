import { readFile } from "node:fs/promises";
import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const contractsUrl = new URL("../contracts/index.ts", import.meta.url).href;

/**
 * What a file exports: TypeScript, JavaScript or JSON.
 *
 * @param define what a file without an export should call
 */
export function loadValue(path: string, define: string): Promise<unknown> {
  return path.endsWith(".json") ? readJson(path) : importModule(path, define);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (cause) {
    const remedy = "mend the quotes, commas and brackets there";
    throw new Error(`${path} is not valid JSON: ${messageOf(cause)}; ${remedy}`, { cause });
  }
}

async function importModule(path: string, define: string): Promise<unknown> {
  const url = pathToFileURL(path).href;
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      if (specifier === "hourglass") return { url: contractsUrl, shortCircuit: true };
      const resolved = next(specifier, context);
      return resolved.url === url ? { ...resolved, format: formatOf(path) } : resolved;
    },
  });
  try {
    const module = (await import(/* @vite-ignore */ url).catch((cause: unknown) => {
      throw new Error(explainLoading(cause, path), { cause });
    })) as { default?: unknown };
    if (module.default === undefined) {
      throw new Error(
        `${path} has no default export; write \`export default ${define}({ ... })\` in it`,
      );
    }
    return module.default;
  } finally {
    hooks.deregister();
  }
}

/** The place in the file stands in the error's stack alone. */
function explainLoading(cause: unknown, path: string): string {
  const stack = cause instanceof Error ? (cause.stack ?? "") : "";
  const at = stack.indexOf(path);
  const line = at === -1 ? "" : (/^:\d+/.exec(stack.slice(at + path.length))?.[0] ?? "");
  const message = messageOf(cause);
  return cause instanceof SyntaxError
    ? `${path}${line} is not valid TypeScript: ${message}; look for a missing comma, quote or bracket there or just above`
    : `${path}${line} could not be loaded: ${message}; correct it there`;
}

/** Spares the reader Node's warning about a folder without package.json. */
function formatOf(path: string): string {
  if (/\.[mc]?ts$/.test(path)) return "module-typescript";
  return path.endsWith(".cjs") ? "commonjs" : "module";
}

function messageOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  return message.replaceAll(/\s+/g, " ").trim();
}
