import { isRecord, type Kept, kept } from "../kept.ts";

/** A statement that was run. */
export interface Run {
  sql: string;
  /** ISO, in UTC. */
  at: string;
  milliseconds: number;
  /** Rows that came, or what DuckDB said instead. */
  outcome: { rows: number; isCut: boolean } | { problem: string };
}

export const limits = { runs: 200, characters: 20_000 };

export function keptRuns(base: string): Kept<readonly Run[]> {
  return kept(base, "history", parseRuns, []);
}

export function parseRuns(value: unknown): Run[] | undefined {
  return Array.isArray(value) ? value.filter(isRun).slice(0, limits.runs) : undefined;
}

function isRun(value: unknown): value is Run {
  return (
    isRecord(value) &&
    typeof value.sql === "string" &&
    typeof value.at === "string" &&
    !Number.isNaN(Date.parse(value.at)) &&
    typeof value.milliseconds === "number" &&
    isRecord(value.outcome) &&
    (typeof value.outcome.rows === "number" || typeof value.outcome.problem === "string")
  );
}

/** The newest first; the same statement run again takes the place of the run before. */
export function withRun(runs: readonly Run[], run: Run): Run[] {
  if (run.sql.length > limits.characters) return [...runs];
  const [last] = runs;
  const before = last?.sql === run.sql ? runs.slice(1) : runs;
  return [run, ...before].slice(0, limits.runs);
}
