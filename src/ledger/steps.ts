import type { PresentedNumber } from "./numbers.ts";
import type { ChangeKind, RowChange } from "./rows/compare.ts";
import { isSame } from "./same.ts";

/** A change of what numbers follow from beside rows: of the SQL, or of settings. */
export interface DefinitionStep {
  kind: "sql" | "setting";
  /** Of the settings; the SQL is of all tables that changed. */
  paths: readonly string[];
}

/** Of more settings than these none is told apart from the others. */
const mostSettings = 4;

/** What changed of the definitions, the SQL first: each setting by itself unless they are many. */
export function definitionSteps(isOtherSql: boolean, paths: readonly string[]): DefinitionStep[] {
  const settings = paths.length > mostSettings ? [paths] : paths.map((path) => [path]);
  return [
    ...(isOtherSql ? [{ kind: "sql", paths: [] } as const] : []),
    ...settings.map((own) => ({ kind: "setting", paths: own }) as const),
  ];
}

/** Changes of rows that are told together: what they do to a number is measured. */
export interface Step {
  dataset: string;
  /** Null where they are of several files, or of several kinds. */
  file: string | null;
  kind: ChangeKind | null;
  rows: readonly RowChange[];
}

/** What a step did to a number; null where one of both values is not known. */
export interface Part {
  /** Place among the steps. */
  step: number;
  by: number | null;
}

/** Of more rows than these none is told apart from the others of its dataset and kind. */
const mostRows = 2_000;

/**
 * Changes in as many steps as there are measurements for: row by row, else by dataset and kind, else
 * by dataset; none where that is more than are allowed, or the rows are too many.
 */
export function stepsOf(rows: readonly RowChange[], most: number): Step[] {
  if (rows.length === 0 || rows.length > mostRows) return [];
  const levels = [
    (_: RowChange, place: number) => String(place),
    ({ dataset, kind }: RowChange) => `${dataset} ${kind}`,
    ({ dataset }: RowChange) => dataset,
  ];
  for (const nameOf of levels) {
    const groups = Map.groupBy(rows, nameOf);
    if (groups.size <= most) return [...groups.values()].map(stepOf);
  }
  return [];
}

function stepOf(rows: RowChange[]): Step {
  const only = <T>(values: readonly T[]): T | null =>
    new Set(values).size === 1 ? (values[0] ?? null) : null;
  return {
    dataset: rows[0]?.dataset ?? "",
    file: only(rows.map(({ file }) => file)),
    kind: only(rows.map(({ kind }) => kind)),
    rows,
  };
}

/** What each step did to a number: what it read before the first, and what it read after each. */
export function partsOf(
  before: number | null,
  after: readonly ReadonlyMap<string, PresentedNumber>[],
  id: string,
): Part[] {
  let from = before;
  return after.flatMap((numbers, step) => {
    const to = numbers.get(id)?.value ?? null;
    const isUnmoved = isSame(from, to);
    const by = from === null || to === null ? null : to - from;
    from = to;
    return isUnmoved ? [] : [{ step, by }];
  });
}
