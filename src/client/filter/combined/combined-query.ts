import { inOrder, type Model, referencesOf } from "../../../shared/models.ts";

/** What the tables of several segments together are made of. */
export interface Combination {
  /** The customers, as a select of their accounts. */
  chosen: string;
  /** By table that no model makes: its rows of these customers, as a select. */
  given: ReadonlyMap<string, string>;
  models: readonly Model[];
}

/**
 * A figure's query over tables made anew, as one that makes them itself, so that it gives the same in
 * any DuckDB that holds the published database.
 *
 * @param mart the table that the query reads
 */
export function combinedQuery(
  sql: string,
  mart: string,
  { chosen, given, models }: Combination,
): string {
  const ordered = inOrder(models, [...given.keys()], [mart]);
  const read = new Set(ordered.flatMap((model) => referencesOf(model.sql)));
  const steps = [
    ["chosen", chosen],
    ...[...given].filter(([table]) => read.has(table)),
    ...ordered.map((model) => [model.name, model.sql]),
  ];
  const made = steps.map(([name, select = ""]) => `${name} as (\n${select.trim()}\n)`);
  return `with\n\n${made.join(",\n\n")}\n\n${sql}`;
}
