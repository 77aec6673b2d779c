import type { Dataset, Problem } from "../../contracts/index.ts";
import type { LineWriter } from "../csv-lines.ts";
import type { FileReport } from "../file-report.ts";
import { openProblemLog, type ProblemCount } from "../problem-log.ts";
import type { Session } from "../session.ts";

/** A thing that is read as a whole: a file of a dataset, or all files of a raw table. */
export interface Unit<Lines extends string> {
  /** Everything that decides what comes out. Undefined: always read. */
  key: readonly unknown[] | undefined;
  /** SHA-256 of its files, in their order, as they were when the key was made. */
  hashes: readonly string[];
  /** Where its rows go. */
  rows: string;
  /** Where what is told of rows set aside goes, by what it is. */
  lines: Readonly<Record<Lines, LineWriter>>;
}

export interface Outcome<T> {
  /** Plain data about the rows. */
  result: T;
  /** Whether the files were read to their end; otherwise nothing is kept. */
  isWhole: boolean;
  /** Whether there is a file of rows. */
  hasRows: boolean;
}

interface Kept<T> {
  result: T;
  reports: FileReport[];
  problems: Problem[];
  counts: ProblemCount[];
  /** By what they are; see Unit. */
  lines: Record<string, string>;
}

/** A file that sets more than this aside is about to be mended; it is read again. */
const longestAside = 4_000_000;

/**
 * Reads a unit, or takes what an earlier build read from the same bytes under the same contract
 * and configuration: rows, rows set aside, problems and reports all come back the same.
 */
export async function readOnce<T, Lines extends string>(
  session: Session,
  unit: Unit<Lines>,
  read: (session: Session, lines: Unit<Lines>["lines"]) => Promise<Outcome<T>>,
): Promise<T> {
  const { cache } = session;
  const started = performance.now();
  const names = Object.keys(unit.lines) as Lines[];
  const key = unit.key && cache?.keyOf(...unit.key);
  const kept = key && ((await cache?.find(key, unit.rows)) as Kept<T> | undefined);
  if (kept) {
    const seconds = (performance.now() - started) / 1000 / kept.reports.length;
    for (const report of kept.reports) {
      session.files.push({ ...report, id: session.firstId + session.files.length, seconds });
    }
    session.log.take(kept);
    for (const name of names) {
      unit.lines[name].add(kept.lines[name] ?? "");
      await unit.lines[name].flush();
    }
    return kept.result;
  }
  const firstId = session.firstId + session.files.length;
  const own: Session = { ...session, firstId, log: openProblemLog(), files: [] };
  const remembered = names.map((name) => ({ name, ...remembering(unit.lines[name]) }));
  const lines: Record<Lines, LineWriter> = { ...unit.lines };
  for (const { name, writer } of remembered) lines[name] = writer;
  const { result, isWhole, hasRows } = await read(own, lines);
  session.files.push(...own.files);
  session.log.take(own.log);
  const isSame = own.files.every(({ sha256 }, index) => sha256 === unit.hashes[index]);
  const texts = remembered.flatMap(({ name, text }) => {
    const kept = text();
    return kept === undefined ? [] : [[name, kept]];
  });
  if (key && cache && isWhole && isSame && texts.length === names.length) {
    const { problems, counts } = own.log;
    const told = Object.fromEntries(texts);
    const content = { result, reports: own.files, problems, counts, lines: told };
    await cache.save(key, content satisfies Kept<T>, hasRows ? unit.rows : undefined);
  }
  return result;
}

/** The writer, and what it was given: undefined where that is too long. */
function remembering(to: LineWriter) {
  let text: string | undefined = "";
  const writer: LineWriter = {
    ...to,
    add(line) {
      to.add(line);
      if (text !== undefined) text += line;
      if (text !== undefined && text.length > longestAside) text = undefined;
    },
  };
  return { writer, text: () => text };
}

/** What of a contract decides about rows; its code is part of the cache's version besides. */
export function contractKey({ name, columns, rules = [] }: Dataset): unknown {
  return [name, columns, rules.map((rule) => ({ ...rule, holds: String(rule.holds) }))];
}
