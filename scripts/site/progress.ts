import type { IntakeProgress } from "../../src/intake/index.ts";
import { formatSeconds } from "./seconds.ts";

export interface Progress {
  show: (event: IntakeProgress) => void;
  /** Takes the line away; what is printed next starts where it stood. */
  clear: () => void;
}

/** What a terminal's error stream is here. */
export interface Terminal {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

const redrawEvery = 100;
const barWidth = 20;
const eraseLine = "\r\u001b[2K";
const whole = new Intl.NumberFormat("en-US");

/**
 * One line on a terminal while a file is read: share of its bytes, rows, rows a second, time left.
 * The bytes are looked through first: an unchanged file ends there.
 * Silent where the stream is no terminal, and on CI.
 */
export function openProgress(
  terminal: Terminal,
  environment: Readonly<Record<string, string | undefined>>,
  now: () => number = () => performance.now(),
): Progress {
  if (!terminal.isTTY || environment.CI) return { show: () => undefined, clear: () => undefined };
  let current = "";
  let isReading = false;
  let started = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show(event) {
      const name = `${event.dataset} ${event.file}`;
      const time = now();
      // Each pass over the file has a clock of its own.
      const isNew = name !== current || isReading !== event.rows > 0;
      if (isNew) {
        current = name;
        isReading = event.rows > 0;
        started = time;
      }
      if (!isNew && time - drawn < redrawEvery) return;
      drawn = time;
      isShown = true;
      const line = describe(event, (time - started) / 1000);
      terminal.write(eraseLine + line.slice(0, (terminal.columns || 80) - 1));
    },
    clear() {
      if (isShown) terminal.write(eraseLine);
      isShown = false;
    },
  };
}

function describe(event: IntakeProgress, seconds: number): string {
  const { file, rows, bytesRead, bytesTotal } = event;
  const share = bytesTotal > 0 ? Math.min(1, bytesRead / bytesTotal) : 0;
  const full = Math.round(share * barWidth);
  const bar = bytesTotal > 0 ? `${"█".repeat(full)}${"░".repeat(barWidth - full)} ` : "";
  const percent = bytesTotal > 0 ? `${Math.round(share * 100)}%` : "";
  const rate =
    rows > 0 && seconds > 0 ? `, ${whole.format(Math.round(rows / seconds))} rows/s` : "";
  const count = rows > 0 ? `  ${whole.format(rows)} rows${rate}` : "";
  const left =
    share > 0 && seconds > 0.5 ? `, ${formatSeconds((seconds / share) * (1 - share))} left` : "";
  const step = rows > 0 ? "reading " : "checking";
  return `  ${step} ${bar}${percent}  ${file}${count}${left}`;
}
