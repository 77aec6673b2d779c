import { basename, dirname, relative } from "node:path";
import { datasetOf } from "../../contracts/index.ts";
import { presets } from "../presets/index.ts";
import { guessCurrency } from "./currency.ts";
import type { Guesses } from "./datasets.ts";
import { derivedAccounts } from "./derived-accounts.ts";
import type { DatasetGuess } from "./guess.ts";
import type { Sample } from "./sample.ts";
import { guessSettings, percent, type Settings } from "./settings.ts";

/** Under this, a guess is marked. */
const sureFrom = 0.75;

/**
 * A configuration as TypeScript, with what is doubtful as comments.
 *
 * @param path Where it will stand; the files are named relative to it.
 * @param unreadable Files that made no table; their rows are in no dataset.
 */
export function renderDraft(
  guesses: Guesses,
  path: string,
  unreadable: readonly { path: string; reason: string }[] = [],
): string {
  const folder = dirname(path);
  const parts = guesses.datasets.map((guess) => renderDataset(guess, guessSettings(guess), folder));
  const derived = derivedAccounts(guesses);
  if (derived) parts.unshift(derived.dataset);
  for (const name of ["accounts", "contracts"] as const) {
    const isThere = guesses.datasets.some(({ dataset }) => dataset === name);
    if (isThere || (name === "accounts" && derived)) continue;
    parts.push([
      `// ? No file seems to hold the ${name}, which every site needs: name one here.`,
      `${name}: "${name}.csv",`,
    ]);
  }
  const unused = guesses.unused.map(
    ({ sample, reason }) => `// ${relativePath(sample, folder)} is not used: ${reason}.`,
  );
  for (const file of unreadable) {
    unused.push(`// ? ${relativePath(file, folder)} cannot be read: ${file.reason}.`);
  }
  return `${[
    'import { defineDashboard } from "hourglass";',
    "",
    "/**",
    " * Drafted from the heads of the files. Every ? is a guess to look at; then run",
    ` * npm run check -- --config ${basename(path).replaceAll("*/", "")}`,
    " */",
    "export default defineDashboard({",
    ...indent(renderCompany(guesses)),
    ...indent(derived ? rawLines(derived.samples, folder) : []),
    "  datasets: {",
    ...indent(indent([...parts.flat(), ...unused.map(oneLine)])),
    "  },",
    "});",
  ].join("\n")}\n`;
}

function renderCompany(guesses: Guesses): string[] {
  const { code, why } = guessCurrency(guesses);
  return [
    "company: {",
    '  name: "Our company", // ? as the pages shall print it',
    `  currency: "${code}", // ? ${why}`,
    "},",
  ];
}

function renderDataset(guess: DatasetGuess, settings: Settings, folder: string): string[] {
  const { dataset, samples, confidence, preset } = guess;
  const sure = percent(confidence);
  const mark = confidence < sureFrom ? "? " : "";
  const body = [...readingLines(samples, folder)];
  if (preset === undefined) body.push(...columnLines(guess), ...ignoredLines(guess));
  else body.push(comment(presets[preset].caveat), `preset: "${preset}",`);
  body.push(...endingLines(samples), ...groupLines(guess));
  return [
    comment(
      `${mark}${sure} sure that this is ${dataset}: one row is one ${datasetOf(dataset).grain}`,
    ),
    `${dataset}: {`,
    ...indent([
      ...body,
      ...settingLines(settings),
      ...settings.doubts.map((doubt) => comment(`? ${doubt}`)),
    ]),
    "},",
  ];
}

function readingLines(samples: readonly Sample[], folder: string): string[] {
  const paths = samples.map((sample) => JSON.stringify(relativePath(sample, folder)));
  const [sample] = samples;
  const lines = [`files: ${paths.length === 1 ? paths[0] : `[${paths.join(", ")}]`},`];
  if (sample?.encoding) lines.push(`encoding: "${sample.encoding}", // ? the file is not UTF-8`);
  if (sample && sample.skipLines > 0) lines.push(`skip_lines: ${sample.skipLines},`);
  return lines;
}

/** What of the file's last lines is no data. */
function endingLines([sample]: readonly Sample[]): string[] {
  const lines: string[] = [];
  const footer = sample?.footer;
  if (footer !== undefined) {
    lines.push(`footer: ${JSON.stringify(footer)}, // ? the last lines of the file are no data`);
  }
  if (sample?.total !== undefined) {
    const { header, value } = sample.total;
    const rows = `{ ${JSON.stringify(header)}: [${JSON.stringify(value)}] }`;
    lines.push(`leave_out: ${rows}, // ? the last row sums the others up`);
  }
  return lines;
}

/** Merged cells and grouped reports name the customer in the first row of a group only. */
function groupLines({ columns, samples: [sample] }: DatasetGuess): string[] {
  const header = columns.find(({ column }) => column === "account_id")?.header;
  const cell = sample?.header.findIndex((name) => name.trim() === header) ?? -1;
  const cells = sample?.rows.map((row) => (row[cell] ?? "").trim()) ?? [];
  const blank = cells.filter((text) => text === "").length;
  const isGrouped = cells.every((text, index) => text === "" || text !== cells[index - 1]);
  if (cell === -1 || blank === 0 || cells[0] === "" || !isGrouped) return [];
  return [
    comment(
      `? ${blank} of ${cells.length} rows name no customer; where they mean the one above: fill_down: ${JSON.stringify([header])}`,
    ),
  ];
}

function rawLines(samples: readonly Sample[], folder: string): string[] {
  const fields = readingLines(samples, folder);
  return ["raw: {", ...indent(["contract_lines: {", ...indent(fields), "},"]), "},"];
}

function columnLines({ columns }: DatasetGuess): string[] {
  const lines = columns.map(({ column, header, confidence, why }) => {
    const reason = why === undefined ? "" : `: ${why}`;
    const doubt = confidence < sureFrom ? ` // ? ${percent(confidence)} sure${reason}` : "";
    return `${column}: ${JSON.stringify(header)},${doubt}`;
  });
  return ["columns: {", ...indent(lines), "},"];
}

function ignoredLines({ columns, contents }: DatasetGuess): string[] {
  const read = new Set(columns.map(({ header }) => header));
  const ignored = contents.map(({ header }) => header).filter((name) => name && !read.has(name));
  return ignored.length === 0 ? [] : [comment(`not used: ${ignored.join(", ")}`)];
}

function settingLines(settings: Settings): string[] {
  const lines: string[] = [];
  const { date_format, dateFormats, decimal, thousands, strip, values, unknown, constants } =
    settings;
  if (date_format !== undefined) lines.push(`date_format: ${JSON.stringify(date_format)},`);
  if (dateFormats) {
    lines.push(comment("? days and months could change places; take one of:"));
    lines.push(...dateFormats.map((format) => comment(`date_format: ${JSON.stringify(format)},`)));
  }
  if (decimal !== undefined) lines.push(`decimal: "${decimal}",`);
  if (thousands !== undefined) lines.push(`thousands: ${JSON.stringify(thousands)},`);
  if (strip.length > 0) lines.push(`strip: ${JSON.stringify(strip)},`);
  const mapped = new Set([...Object.keys(values), ...unknown.map(({ column }) => column)]);
  if (mapped.size > 0) {
    const inner = [...mapped].flatMap((column) => wordLines(column, settings));
    lines.push("values: {", ...indent(inner), "},");
  }
  if (Object.keys(constants).length > 0) {
    const inner = Object.entries(constants).map(
      ([name, value]) => `${name}: ${JSON.stringify(value)},`,
    );
    lines.push("constants: {", ...indent(inner), "},");
  }
  return lines;
}

function wordLines(column: string, { values, unknown }: Settings): string[] {
  const known = Object.entries(values[column] ?? {}).map(
    ([theirs, ours]) => `${JSON.stringify(theirs)}: ${JSON.stringify(ours)},`,
  );
  const open = unknown
    .filter((entry) => entry.column === column)
    .flatMap(({ words, choices }) =>
      words.map((word) =>
        comment(`? ${JSON.stringify(word)}: one of ${choices.join(", ")}, or ""`),
      ),
    );
  return [`${column}: {`, ...indent([...known, ...open]), "},"];
}

function relativePath({ path }: Pick<Sample, "path">, folder: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}

/** Nothing in a file's header or cells may end the comment it is told in. */
function oneLine(text: string): string {
  return text.replaceAll(/[\r\n\u2028\u2029]+/g, " ");
}

function comment(text: string): string {
  return `// ${oneLine(text)}`;
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
