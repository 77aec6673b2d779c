/** npm run map -- path/to/*.csv: drafts a configuration for files of other tools. */
import { existsSync } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { draftMapping, type MappingDraft } from "../src/intake/index.ts";

const usage = "npm run map -- FILE... [--out FILE]";

try {
  process.exitCode = await map(process.argv.slice(2));
} catch (error) {
  console.error(process.env.DEBUG ? error : error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @throws an Error that says what is wrong with the arguments */
async function map(argv: readonly string[]): Promise<number> {
  const { positionals, values } = readArguments(argv);
  const paths = positionals.map((path) => resolve(path));
  const [first] = paths;
  if (first === undefined) throw new Error(`no file to map; ${usage}`);
  for (const path of paths) {
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) throw new Error(`${path} is not a file; ${usage}`);
  }
  const out = freePath(resolve(values.out ?? join(dirname(first), "dashboard.config.ts")));
  const draft = await draftMapping(paths, out);
  await writeFile(out, draft.text, { flag: "wx" });
  printGuesses(draft);
  console.log(`\n  draft    ${out}`);
  console.log("  next     look at every ? in it, then: npm run check -- --config", out, "\n");
  return draft.guesses.datasets.length > 0 ? 0 : 1;
}

function readArguments(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { out: { type: "string" } },
    });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new Error(`${message}; ${usage}`, { cause });
  }
}

/** A configuration that is there stays as it is: dashboard.config-2.ts is named instead. */
function freePath(wanted: string): string {
  const [, stem = wanted, ending = ""] = /^(.*?)(\.\w+)?$/.exec(wanted) ?? [];
  for (let number = 1; ; number++) {
    const path = number === 1 ? wanted : `${stem}-${number}${ending}`;
    if (!existsSync(path)) return path;
  }
}

function printGuesses({ guesses, unreadable }: MappingDraft): void {
  const rows = guesses.datasets.flatMap(({ dataset, samples, confidence, columns, preset }) =>
    samples.map(({ path, header }) => [
      basename(path),
      dataset,
      `${Math.round(100 * confidence)}%`,
      preset ? `preset ${preset}` : `${columns.length} of ${header.length} columns`,
    ]),
  );
  for (const { sample, reason } of guesses.unused) {
    rows.push([basename(sample.path), "-", "", reason]);
  }
  for (const { path, reason } of unreadable) rows.push([basename(path), "-", "", reason]);
  const widths = [0, 1, 2].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  console.log("");
  for (const row of rows) {
    console.log(`  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")}`.trimEnd());
  }
}
