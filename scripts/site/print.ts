import { renderProblems } from "../../src/intake/index.ts";
import type { Reading } from "../../src/pipeline/index.ts";

const whole = new Intl.NumberFormat("en-US");

export function printReading(reading: Reading): void {
  const width = Math.max(12, ...reading.files.map(({ file }) => file.length));
  for (const { file, rows, accepted, setAside, seconds, ...read } of reading.files) {
    const parts = `${whole.format(accepted)} read + ${whole.format(setAside)} set aside`;
    const refused = setAside > 0 ? ` = ${parts}` : "";
    const left = read.leftOut > 0 ? `, ${whole.format(read.leftOut)} left out` : "";
    const guessed = read.isEncodingDetected ? `, ${read.encoding} (detected)` : "";
    const known = read.preset ? `, as ${read.preset.title} (${read.preset.certainty})` : "";
    const count = whole.format(rows).padStart(11);
    console.log(
      `  read     ${file.padEnd(width)} ${count} rows  ${formatSeconds(seconds)}${refused}${left}${guessed}${known}`,
    );
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

export function plural(count: number, noun: string): string {
  return `${whole.format(count)} ${noun}${count === 1 ? "" : "s"}`;
}

export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}
