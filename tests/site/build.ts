import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

export interface Run {
  code: number;
  output: string;
}

/** Runs a script of the project as a user's `npm run` would, in a process of its own. */
export function runScript(
  script: "build" | "check" | "present",
  args: readonly string[],
  env: Record<string, string> = {},
): Run {
  const result = spawnSync(process.execPath, [join(root, `scripts/${script}.ts`), ...args], {
    cwd: root,
    encoding: "utf8",
    env: { ...withoutVitest(), ...env },
  });
  return { code: result.status ?? -1, output: `${result.stdout}${result.stderr}` };
}

/** Astro would take vitest's variables for its own mode. */
function withoutVitest(): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    ([name, value]) =>
      value !== undefined && !/^(VITEST|NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)/.test(name),
  );
  return Object.fromEntries(kept) as Record<string, string>;
}
