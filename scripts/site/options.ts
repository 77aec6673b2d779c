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
  const { values } = readFlags(argv);
  const port = Number(values.port);
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

function readFlags(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        out: { type: "string" },
        base: { type: "string" },
        port: { type: "string", default: "4321" },
        cache: { type: "string" },
        "no-cache": { type: "boolean", default: false },
      },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new Error(
      `${message}; known: --config FILE, --out DIR, --base /PATH/, --port N, --cache DIR, --no-cache`,
      {
        cause,
      },
    );
  }
}
