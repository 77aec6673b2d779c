import type { Dashboard } from "../../contracts/index.ts";
import type { MeasuredReport } from "../../report.ts";
import type { Definitions } from "./definitions.ts";

type Settings = Definitions["settings"];

/** What happened is drawn beside numbers, and no slide of a deck shows the north star: neither moves any. */
const movesNone = /^(events|north_star)(\.|$)/;

/** Paths of the settings that are not what they were, of those that can move a number. */
export function changedSettings(was: Settings, now: Settings): string[] {
  const paths = new Set([...Object.keys(was), ...Object.keys(now)]);
  return [...paths]
    .filter((path) => (was[path] ?? null) !== (now[path] ?? null) && !movesNone.test(path))
    .sort();
}

/** A configuration with some of its settings as they were. */
export function withSettings(
  dashboard: Dashboard,
  was: Settings,
  paths: readonly string[],
): Dashboard {
  const changed = structuredClone(dashboard);
  for (const path of paths) {
    writeAt(changed as unknown as Tree, path.split("."), was[path] ?? null);
  }
  return changed;
}

/** A report whose figures read these settings. */
export function reportUnder<Report extends Pick<MeasuredReport, "company" | "definitions">>(
  report: Report,
  { company, datasets: _, raw: _raw, publish: _publish, ...others }: Dashboard,
): Report {
  return {
    ...report,
    company: { ...report.company, currency: company.currency },
    definitions: { ...report.definitions, ...others },
  };
}

interface Tree {
  [name: string]: unknown;
}

/** Every section of a configuration is there: what is not is a free name, which may have dots. */
function writeAt(tree: Tree, [first = "", ...rest]: readonly string[], json: string | null): void {
  const inner = tree[first];
  if (rest.length > 0 && isTree(inner)) {
    writeAt(inner, rest, json);
    return;
  }
  const name = [first, ...rest].join(".");
  if (json === null) delete tree[name];
  else tree[name] = JSON.parse(json);
}

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);
