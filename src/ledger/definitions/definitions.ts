import { createHash } from "node:crypto";
import { metricsInDeck, placesOf } from "../../figures/index.ts";
import { readModels, settingPaths, standsOn } from "../../metrics/index.ts";
import type { MeasuredReport } from "../../report.ts";
import type { PresentedFigure } from "../numbers.ts";

/** What numbers follow from beside rows, in words and as SQL. */
export interface Definitions {
  /** Version of Hourglass. */
  hourglass: string;
  /** What the configuration chose, by the path of its field, as JSON; null: not set. */
  settings: Record<string, string | null>;
  figures: Record<string, FigureDefinition>;
  /** Of the metrics that the figures show, by id. */
  metrics: Record<string, MetricText>;
  /** Of the tables that the figures stand on, by name. */
  tables: Record<string, { hash: string; sql: string }>;
}

export interface FigureDefinition {
  measure: string;
  /** Of the settings and the SQL that it follows from; of the same ones always the same. */
  hash: string;
  /** Path of its page in the site. */
  page: string;
  metrics: string[];
  /** Names in `tables`. */
  tables: string[];
  /** Datasets that they read. */
  inputs: string[];
  /** Paths in `settings`. */
  settings: string[];
}

interface MetricText {
  title: string;
  definition: string;
  formula: string;
}

/** @param version of Hourglass */
export function definitionsOf(
  report: MeasuredReport,
  figures: readonly PresentedFigure[],
  version: string,
): Definitions {
  const settings = settingsOf(report);
  const models = new Map(readModels().map(({ name, sql }) => [name, sql]));
  const defined = figures.map(
    (figure) => [figure.id, defineFigure(report, figure, settings, models)] as const,
  );
  const shown = new Set(defined.flatMap(([, { metrics }]) => metrics));
  const stoodOn = [...new Set(defined.flatMap(([, { tables }]) => tables))].sort();
  return {
    hourglass: version,
    settings,
    figures: Object.fromEntries(defined),
    metrics: Object.fromEntries(
      report.metrics
        .filter(({ id }) => shown.has(id))
        .map(({ id, title, definition, formula }) => [id, { title, definition, formula }]),
    ),
    tables: Object.fromEntries(
      stoodOn.map((name) => {
        const sql = models.get(name) ?? "";
        return [name, { hash: hashOf(meaningOf(sql)), sql }];
      }),
    ),
  };
}

function defineFigure(
  report: MeasuredReport,
  { figure: id, measure, queries = [] }: PresentedFigure,
  settings: Definitions["settings"],
  models: ReadonlyMap<string, string>,
): FigureDefinition {
  const { lineage } = report;
  const metrics = [...metricsInDeck(report, id)];
  const marts = new Set(queries.map(({ mart }) => mart));
  const under = [...new Set([...marts].flatMap((mart) => standsOn(lineage, mart)))].sort();
  const tables = under.filter((name) => models.has(name));
  const taken = lineage.filter(({ name }) => tables.includes(name));
  const paths = new Set([
    ...taken.flatMap((table) => table.settings.map((name) => settingPaths[name])),
    ...report.metrics.filter((one) => metrics.includes(one.id)).flatMap((one) => one.settings),
  ]);
  const own = [...paths].filter((path) => path !== null && path !== "as_of").sort() as string[];
  const parts = [
    ...own.map((path) => `${path}=${settings[path] ?? null}`),
    ...tables.map((name) => `${name} ${meaningOf(models.get(name) ?? "")}`),
  ];
  return {
    measure,
    hash: hashOf(parts.join("\n")),
    page: placesOf(report).find(({ figure }) => figure === id)?.page ?? "",
    metrics,
    tables,
    inputs: under.filter((name) => !models.has(name)),
    settings: own,
  };
}

/** What names and shows the site, and what is checked, changes no number that passes. */
const aside = ["publish", "site", "checks", "on_error", "max_bad_share", "as_of"];

/** Every setting by its path; lists and records of free names in one piece. */
function settingsOf({ company, definitions }: MeasuredReport): Definitions["settings"] {
  const found: Definitions["settings"] = { "company.currency": JSON.stringify(company.currency) };
  const visit = (path: string, value: unknown): void => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      for (const [name, inner] of Object.entries(value))
        visit(path ? `${path}.${name}` : name, inner);
    } else if (value !== undefined) found[path] = JSON.stringify(value);
  };
  for (const [name, value] of Object.entries(definitions)) {
    if (!aside.includes(name)) visit(name, value);
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SQL without comments and without how it is laid out. */
function meaningOf(sql: string): string {
  return sql.replaceAll(/--.*$/gm, "").replaceAll(/\s+/g, " ").trim();
}

const hashOf = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 12);
