import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { sitePath } from "../../src/shared/site-path.ts";

export const projectRoot = resolve(import.meta.dirname, "../..");
/** Goes with the packages, and is never beside the files of a user. */
const cacheDirectory = join(projectRoot, "node_modules/.cache/hourglass");

export interface Options {
  config: string;
  out: string;
  base: string | undefined;
  port: number;
  /** Folder from which files that did not change since an earlier build are taken; undefined: none. */
  cache: string | undefined;
}

/** @throws an Error that names the unknown flag and lists the known ones */
export function parseOptions(argv: readonly string[]): Options {
  return optionsOf(readFlags(argv, siteFlags));
}

/** Those of a deck to present, which takes no place and no address of a site. */
export interface PresentOptions extends Pick<Options, "config" | "cache"> {
  name: string;
}

/** @throws an Error that names the unknown flag and lists the known ones, or where the name is missing */
export function parsePresentOptions(argv: readonly string[]): PresentOptions {
  const values = readFlags(argv, presentFlags);
  const name = values.name?.trim();
  if (!name) {
    throw new Error('no name to present under; give one with --name "Q3 board"');
  }
  const { config, cache } = optionsOf(values);
  return { name, config, cache };
}

interface Values {
  config?: string;
  out?: string;
  base?: string;
  port?: string;
  cache?: string;
  "no-cache"?: boolean;
  name?: string;
}

function optionsOf(values: Values): Options {
  const port = Number(values.port ?? "4321");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port; expected a number from 0 to 65535`);
  }
  if (values.base !== undefined && !sitePath.pattern.test(values.base)) {
    throw new Error(`--base ${values.base} is not allowed; expected ${sitePath.expected}`);
  }
  return {
    config: resolve(values.config ?? join(projectRoot, "data/dashboard.config.ts")),
    out: resolve(values.out ?? join(projectRoot, "dist")),
    base: values.base,
    port,
    cache: values["no-cache"] ? undefined : resolve(values.cache ?? cacheDirectory),
  };
}

const dataFlags = {
  config: { type: "string", shown: "FILE" },
  cache: { type: "string", shown: "DIR" },
  "no-cache": { type: "boolean", shown: "" },
} as const;
const siteFlags = {
  config: dataFlags.config,
  out: { type: "string", shown: "DIR" },
  base: { type: "string", shown: "/PATH/" },
  port: { type: "string", shown: "N" },
  cache: dataFlags.cache,
  "no-cache": dataFlags["no-cache"],
} as const;
const presentFlags = { name: { type: "string", shown: '"NAME"' }, ...dataFlags } as const;

function readFlags(
  argv: readonly string[],
  options: Readonly<Record<string, { type: "string" | "boolean"; shown: string }>>,
): Values {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    const known = Object.entries(options).map(([name, { shown }]) => `--${name} ${shown}`.trim());
    throw new Error(`${message}; known: ${known.join(", ")}`, { cause });
  }
}
