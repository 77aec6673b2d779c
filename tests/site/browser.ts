import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { root } from "./build.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** Chromium as it comes from npm on 64-bit Linux; elsewhere the system's Chrome. */
export async function launchBrowser(own: readonly string[] = []): Promise<Browser> {
  const args = [...flags, ...own];
  const packed = await unpackChromium();
  if (!packed) return chromium.launch({ channel: "chrome", args });
  const { executablePath, libraries } = packed;
  const env = { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>;
  return chromium.launch({ executablePath, args, env });
}

/**
 * The package unpacks into the temporary folder, and the libraries that a bare system lacks (nss)
 * only where it believes to be on a host without them. Both are told by the environment. A second
 * process would start what the first is still writing, so that it is done once before all tests.
 */
export async function unpackChromium(): Promise<
  { executablePath: string; libraries: string } | undefined
> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const folder = join(root, "node_modules/.cache/chromium");
  await mkdir(folder, { recursive: true });
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = "24.x";
  try {
    const { default: packaged } = await import("@sparticuz/chromium");
    const executablePath = await packaged.executablePath();
    const libraries = join(folder, "al2023/lib");
    if (!existsSync(libraries)) {
      throw new Error(`chromium was not unpacked whole; remove ${folder} and run again`);
    }
    return { executablePath, libraries };
  } finally {
    for (const name of ["TMPDIR", "AWS_EXECUTION_ENV", "LD_LIBRARY_PATH", "FONTCONFIG_PATH"]) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}
