/** A table that a SQL file makes; the file's name is the table's. */
export interface Model {
  name: string;
  sql: string;
}

const known = new Map<string, readonly string[]>();

/** Names of the tables a select reads: what follows from or join, its own steps left out. */
export function referencesOf(sql: string): readonly string[] {
  const found = known.get(sql) ?? findReferences(sql);
  known.set(sql, found);
  return found;
}

function findReferences(sql: string): string[] {
  const code = sql
    .replaceAll(/--.*$/gm, "")
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll(/\bdistinct\s+from\b/g, "");
  const steps = new Set(
    [...code.matchAll(/\b(\w+)\s+as\s+(?:materialized\s+)?\(/g)].map((match) => match[1]),
  );
  const names = [...code.matchAll(/\b(?:from|join)\s+(\w+)(?!\w|\s*\()/g)].map(
    (match) => match[1] ?? "",
  );
  return [...new Set(names)].filter((name) => !steps.has(name));
}

/**
 * Models in an order in which each comes after those it reads.
 *
 * @param given Tables that exist before any model.
 * @param wanted Names to make, with what they read; all when absent.
 * @throws an Error that names an unknown reference, a name used twice, or the models of a cycle.
 */
export function inOrder(
  models: readonly Model[],
  given: readonly string[],
  wanted: readonly string[] = models.map((model) => model.name),
): Model[] {
  const byName = new Map<string, Model>();
  for (const model of models) {
    if (byName.has(model.name) || given.includes(model.name))
      throw new Error(`model name "${model.name}" is used twice; rename one of the files`);
    byName.set(model.name, model);
  }
  const ordered: Model[] = [];
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (done.has(name) || given.includes(name)) return;
    const trail = [...path, name];
    if (path.includes(name))
      throw new Error(`models read each other in a cycle: ${trail.join(" -> ")}; break it`);
    const model = byName.get(name);
    if (!model) {
      const where = path.length > 0 ? ` in ${path.at(-1)}.sql` : "";
      const known = [...given, ...byName.keys()].join(", ");
      throw new Error(`unknown table "${name}"${where}; known: ${known}`);
    }
    for (const reference of referencesOf(model.sql)) visit(reference, trail);
    done.add(name);
    ordered.push(model);
  };
  for (const name of wanted) visit(name, []);
  return ordered;
}
