import { type FileReport, type Refusal, renderProblems } from "../../src/intake/index.ts";
import type { Reading } from "../../src/pipeline/index.ts";
import { formatSeconds } from "./seconds.ts";

const whole = new Intl.NumberFormat("en-US");

export function printReading(reading: Reading): void {
  const width = Math.max(12, ...reading.files.map(({ file }) => file.length));
  for (const file of reading.files) {
    console.log(`  ${describeFile(file, width)}`);
    const dialect = describeDialect(file);
    if (dialect) console.log(`           ${dialect}`);
  }
  const absent = reading.datasets.filter(({ isPresent }) => !isPresent);
  if (absent.length > 0) {
    console.log(`  absent   ${absent.map(({ dataset }) => dataset).join(", ")}`);
  }
  const { errors, warnings } = reading.summary;
  if (errors + warnings > 0) {
    console.log(`  problems ${plural(errors, "error")}, ${plural(warnings, "warning")}`);
    console.log(renderProblems(reading.problems, { perFile: 20, counts: reading.counts }));
  }
}

/** One line: what became of the rows of a file, and how it was read where that is not plain. */
export function describeFile(file: FileReport, width = 0): string {
  const name = file.file.padEnd(width);
  if (file.refusal) return `refused  ${name} no row taken${describeRefused(file, file.refusal)}`;
  const { rows, accepted, setAside, leftOut, seconds } = file;
  const parts = [
    `${whole.format(accepted)} read`,
    ...(setAside > 0 ? [`${whole.format(setAside)} set aside`] : []),
    ...(leftOut > 0 ? [`${whole.format(leftOut)} left out`] : []),
  ];
  const sum = parts.length > 1 ? ` = ${parts.join(" + ")}` : "";
  const known = file.preset ? `, as ${file.preset.title} (${file.preset.certainty})` : "";
  const count = whole.format(rows).padStart(11);
  return `read     ${name} ${count} rows  ${formatSeconds(seconds)}${sum}${known}`;
}

const delimiters: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};

/** How a file was read, or nothing where that is UTF-8 and comma from the first line on. */
export function describeDialect(file: FileReport): string {
  const { encoding, isEncodingDetected, delimiter, headerLine } = file;
  const isPlain = encoding === "utf-8" && (delimiter === "," || delimiter === "");
  if (encoding === "" || (isPlain && headerLine <= 1)) return "";
  const known = delimiter === "" ? [] : [delimiters[delimiter] ?? delimiter];
  const header = headerLine > 1 ? [`header on line ${headerLine}`] : [];
  const sure = isEncodingDetected ? `${encoding} (detected)` : encoding;
  return `as ${[sure, ...known, ...header].join(", ")}`;
}

function describeRefused({ rows }: FileReport, { check, isCounted, lines }: Refusal): string {
  const why = check.replaceAll("_", " ");
  if (check === "empty_file") return ": the file is empty";
  if (isCounted) return ` of ${whole.format(rows)} (${why})`;
  return lines === undefined
    ? `; its rows cannot be counted (${why})`
    : `; its ${plural(lines, "line")} cannot be told apart as rows (${why})`;
}

export function plural(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}
