import { basename, dirname, relative } from "node:path";
import { datasetOf } from "../../contracts/index.ts";
import { presets } from "../presets/index.ts";
import type { DatasetGuess, Guesses } from "./datasets.ts";
import { nameScore } from "./names.ts";
import type { Sample } from "./sample.ts";
import { guessSettings, percent, type Settings } from "./settings.ts";

/** Under this, a guess is marked. */
const sureFrom = 0.75;

/**
 * A configuration as TypeScript, with what is doubtful as comments.
 *
 * @param path Where it will stand; the files are named relative to it.
 */
export function renderDraft(guesses: Guesses, path: string): string {
  const folder = dirname(path);
  const parts = guesses.datasets.map((guess) => renderDataset(guess, guessSettings(guess), folder));
  const derived = derivedAccounts(guesses, folder);
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
  return `${[
    'import { defineDashboard } from "hourglass";',
    "",
    "/**",
    " * Drafted from the heads of the files. Every ? is a guess to look at; then run",
    ` * npm run check -- --config ${basename(path).replaceAll("*/", "")}`,
    " */",
    "export default defineDashboard({",
    ...indent(renderCompany(guesses)),
    ...indent(derived?.raw ?? []),
    "  datasets: {",
    ...indent(indent([...parts.flat(), ...unused.map(oneLine)])),
    "  },",
    "});",
  ].join("\n")}\n`;
}

function renderCompany(guesses: Guesses): string[] {
  const currency = currencyOf(guesses);
  const why = currency ? "the only one in the files" : "no currency stands in the files";
  return [
    "company: {",
    '  name: "Our company", // ? as the pages shall print it',
    `  currency: "${currency ?? "USD"}", // ? ${why}`,
    "},",
  ];
}

const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };

function currencyOf({ datasets }: Guesses): string | undefined {
  const contracts = datasets.find(({ dataset }) => dataset === "contracts");
  if (!contracts) return undefined;
  const header = contracts.columns.find(({ column }) => column === "currency")?.header;
  const named = contracts.contents.find((found) => found.header === header);
  const found = named ? [...named.distinct] : guessSettings(contracts).strip;
  const codes = new Set(found.map((text) => signs[text] ?? text.toUpperCase()));
  const [code = ""] = codes;
  return codes.size === 1 && /^[A-Z]{3}$/.test(code) ? code : undefined;
}

function renderDataset(guess: DatasetGuess, settings: Settings, folder: string): string[] {
  const { dataset, samples, confidence, preset } = guess;
  const sure = percent(confidence);
  const mark = confidence < sureFrom ? "? " : "";
  const body = [...readingLines(samples, folder)];
  if (preset === undefined) body.push(...columnLines(guess), ...ignoredLines(guess));
  else body.push(comment(presets[preset].caveat), `preset: "${preset}",`);
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

function columnLines({ columns }: DatasetGuess): string[] {
  const lines = columns.map(({ column, header, confidence }) => {
    const doubt = confidence < sureFrom ? ` // ? ${percent(confidence)} sure` : "";
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

/** Where contracts name their customers and no file of accounts is there: one account for each. */
function derivedAccounts({ datasets }: Guesses, folder: string) {
  const contracts = datasets.find(({ dataset }) => dataset === "contracts");
  const hasAccounts = datasets.some(({ dataset }) => dataset === "accounts");
  const id = contracts?.columns.find(({ column }) => column === "account_id")?.header;
  if (!contracts || hasAccounts || id === undefined) return undefined;
  const names = contracts.contents
    .map(({ header }) => ({ header, score: nameScore(header, "accounts", "name") }))
    .toSorted((left, right) => right.score - left.score);
  const best = names.find(({ header, score }) => score >= sureFrom && header !== id)?.header ?? id;
  const select = `select ${quoted(id)} as account_id, min(${quoted(best)}) as name from contract_lines where ${quoted(id)} <> '' group by 1`;
  return {
    raw: [
      "raw: {",
      "  contract_lines: {",
      ...indent(indent(readingLines(contracts.samples, folder))),
      "  },",
      "},",
    ],
    dataset: [
      "// ? No file of accounts was given: each customer of the contracts is one.",
      `accounts: { sql: ${JSON.stringify(select)} },`,
    ],
  };
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function relativePath({ path }: Sample, folder: string): string {
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
