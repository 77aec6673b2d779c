import type { Problem } from "../contracts/index.ts";

/** How often a check failed in a file, those beyond the kept problems too. */
export interface ProblemCount {
  dataset: string;
  file: string;
  check: string;
  severity: Problem["severity"];
  count: number;
}

/** Problems kept in full per file and check; a broken column of ten million rows must fit in memory. */
export const keptPerCheck = 1_000;

export interface ProblemLog {
  add(problem: Problem): void;
  /** Takes over what another log holds of other files. */
  take(other: Pick<ProblemLog, "problems" | "counts">): void;
  problems: Problem[];
  counts: ProblemCount[];
}

export function openProblemLog(): ProblemLog {
  const problems: Problem[] = [];
  const counts = new Map<string, ProblemCount>();
  return {
    problems,
    get counts() {
      return [...counts.values()];
    },
    add(problem) {
      const { dataset, file, check, severity } = problem;
      const key = JSON.stringify([dataset, file, check, severity]);
      const known = counts.get(key) ?? { dataset, file, check, severity, count: 0 };
      known.count += 1;
      counts.set(key, known);
      if (known.count <= keptPerCheck) problems.push(detachedProblem(problem));
    },
    take(other) {
      problems.push(...other.problems);
      for (const entry of other.counts) {
        const { dataset, file, check, severity, count } = entry;
        const key = JSON.stringify([dataset, file, check, severity]);
        counts.set(key, { ...entry, count: count + (counts.get(key)?.count ?? 0) });
      }
    },
  };
}

function detachedProblem(problem: Problem): Problem {
  return problem.value === undefined
    ? problem
    : { ...problem, value: detached(problem.value.slice(0, 10_000)) };
}

/**
 * A copy that does not hold on to the text it was cut from. V8 keeps the whole parent of a
 * substring of 13 characters or more alive: here that is a whole chunk of the file per kept cell.
 */
export function detached(text: string): string {
  if (text.length < 13) return text;
  return Buffer.from(text, "utf16le").toString("utf16le");
}
