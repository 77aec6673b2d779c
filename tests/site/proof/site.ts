import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { say } from "../../../src/text/index.ts";
import { undrawnNumbers } from "./drawn.ts";
import type { BrowserEngine } from "./engine.ts";
import { type PrintedPage, readTable } from "./figures.ts";
import { curvesOf, modelOf } from "./model.ts";
import { readerOf } from "./printed.ts";
import { type Allowed, complaintsOf, type Result, unprovedNumbers } from "./prove.ts";

/** Every page of a built site, by its path. */
export function pagesOf(site: string): Map<string, string> {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(join(site, file), "utf8")]));
}

/** All that a page may print without SQL, and its words for what the SQL gives. */
export async function allowedOn(
  pages: ReadonlyMap<string, string>,
  engine: BrowserEngine,
  locale: string,
): Promise<Allowed> {
  const metrics = await engine.rows("select title, definition from metrics");
  const [settings] = await engine.rows("select as_of, currency from settings");
  const headlines = Object.entries(say.headline).map(([metric, { short, what }]) => [
    metric,
    `${short}: ${what}`,
  ]);
  const reader = readerOf(locale, String(settings?.currency), say.site.language);
  return {
    reader,
    words: {
      ...say.site.dimensions,
      ...say.site.segments,
      ...say.nps.classes,
      none: say.nps.noTheme,
      ...Object.fromEntries(headlines),
      true: say.retention.yes,
      false: say.retention.no,
      csat: "CSAT",
      ces: "CES",
    },
    headings: [
      ...Object.values(say.overview.steps),
      ...Object.values(say.overview.concentrationRows),
      say.retention.triangle.pooled,
      ...Object.values(say.definitions.metrics),
    ],
    worded: {
      "north-star": [2],
      arr: [5],
      accounts: [3, 4],
      quarters: [1],
      targets: [0, 1],
      alerts: [0, 1],
      benchmarks: [0, 2, 3, 4],
    },
    days: [String(settings?.as_of)],
    // Settings of the configuration, all of which the data page lists.
    constants: settingsOn(pages.get("data/index.html") ?? ""),
    events: happened,
    phrases: [
      ...happened.map((told) => new RegExp(escaped(told), "g")),
      // Names and definitions of metrics: the largest 20%, month 12.
      ...metrics
        .flatMap(({ title, definition }) => [String(title), String(definition)])
        .sort((a, b) => b.length - a.length)
        .map((text) => new RegExp(escaped(text), "gi")),
      /points from -100 to 100/g,
      // The confidence of a band or an interval, and the level of a test.
      /\b95% (confidence|interval|from)|^95%: |\bband: 95%|\bHolm-corrected at 5%/g,
      // Definitions: of ARR, break-even, CSAT and CES, and spans of time that a metric is of.
      /of 4 or 5 on a scale of 1 to 5|of 5 to 7 on a scale of 1 to 7/g,
      /\b12 x (the )?MRR|\b1 is break-even|\b12 (complete )?months\b|\b24 months ago|\bin the last 12\b|\b10 years\b/g,
      // Groups of customers, whose sizes their metrics define.
      /\blargest (1|5|20)%|\bmake 80% of (it|ARR)/g,
      // What a metric is of in its short name, and the rule of thumb for LTV:CAC.
      /\bLargest (1|5|20)%|\bof 80%|\bhealthy from 3[.,]0×/g,
      // The rules of forecasts and of unusual changes, and who gave them.
      /\bin 4 of 5 cases|\bby 3 x 1\.4826 x|\(Leys and others, 2013\)|\bfrom 12 changes on/g,
      /\babout 1 in 90 where 36 are known, 1 in 25 where 12 are/g,
      ...published(reader.share),
      // From how many answers, comments or terms on groups are compared.
      /\b[Ff]ewer than 10 (answers|comments|terms)/g,
    ],
  };
}

/** What happened to the sample company, typed here once more. */
const happened = [
  "List price raised (price, Feb 1, 2024)",
  "New reporting, disliked (launch, Oct 14, 2024)",
  "Old reports restored (launch, Feb 17, 2025)",
];

/** Benchmarks as they were published, typed here once more, and who published them. */
const published = (share: (part: number) => string): RegExp[] =>
  [
    `middle half ${share(0.82)} to ${share(0.95)}`,
    ...[0.91, 1.01].map((median) => `median ${share(median)}`),
    "about +36",
    "6 to 18 months",
    "24 to 36 months",
    ...["KeyBanc-Sapphire 2024", "Benchmarkit 2025", "Bessemer 2012"],
  ]
    .map((text) => new RegExp(`${escaped(text)}(?!\\d)`, "g"))
    .concat(/\b3[.,]0× or more/g);

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Numbers above 0 in the table of settings. */
function settingsOn(html: string): number[] {
  const table = readTable(html, "definitions");
  return table.map(([, value]) => Number(value)).filter((number) => number > 0);
}

/** Rows of every query of a page, by its SQL. */
export async function answersOf(
  page: PrintedPage,
  engine: BrowserEngine,
): Promise<Map<string, Result>> {
  const answers = new Map<string, Result>();
  for (const sql of new Set(page.figures.flatMap(({ queries }) => queries))) {
    answers.set(sql, await engine.rows(sql));
  }
  return answers;
}

/** Pages whose numbers no SQL of theirs proves, by their paths. */
const provedElsewhere: Readonly<Record<string, string>> = {
  "metrics/index.html": "each value is proved by the SQL of its metric's page: a test beside this",
  "data/index.html": "counts the rows and files that were read, before there is SQL",
  "deck/index.html": "lists slides that a reader chooses, whose figures are proved on their pages",
  "deck/changes/index.html":
    "holds numbers of the figures against those that were presented: tests/ledger",
  "data/configuration/index.html": "says what a configuration may hold, and measures nothing",
};

/** What a page prints that its SQL does not say. */
export function complaintsOn(
  path: string,
  page: PrintedPage,
  answers: ReadonlyMap<string, Result>,
  allowed: Allowed,
): string[] {
  const figures = page.figures.map((figure) => {
    const results = figure.queries.map((sql) => answers.get(sql) ?? []);
    return {
      figure,
      results: [...results, ...modelOf(figure.name, results, allowed.reader.share)],
    };
  });
  if (figures.length === 0) {
    return page.hasNumbers && !Object.hasOwn(provedElsewhere, path)
      ? ["shows numbers and no SQL"]
      : [];
  }
  const queries = page.figures.flatMap((figure) => figure.queries);
  const all = figures.flatMap(({ results }) => results);
  return [
    ...figures.flatMap(({ figure, results }) => complaintsOf(figure, results, allowed)),
    ...figures.flatMap(({ figure, results }) =>
      undrawnNumbers(figure, results, curvesOf(figure.name, results), allowed).map(
        (complaint) => `${figure.name}, drawn: ${complaint}`,
      ),
    ),
    ...unprovedNumbers(page.lead, queries, all, allowed).map((complaint) => `lead: ${complaint}`),
  ];
}

/**
 * Marts whose SQL, run over the published staging tables, gives other rows than the published table
 * has; doubles to 12 digits. The SQL is the catalogue's, which is in the same database.
 */
export async function differingMarts(engine: BrowserEngine): Promise<string[]> {
  const differing: string[] = [];
  for (const [name, sql] of await catalogueSql(engine, ["mart"])) {
    const columns = await engine.rows(`describe ${name}`);
    const list = columns
      .map(({ column_name: column, column_type: type }) =>
        type === "DOUBLE" ? column : `cast(${column} as varchar) as ${column}`,
      )
      .join(", ");
    const published = await engine.rows(`select ${list} from ${name} order by rowid`);
    const made = await engine.rows(`select ${list} from (${sql})`);
    const isSame =
      made.length === published.length &&
      made.every((row, index) =>
        Object.entries(row).every(([column, cell]) => equal(cell, published[index]?.[column])),
      );
    if (!isSame) differing.push(name);
  }
  return differing;
}

/** SQL of the catalogue, by the table's name. */
export async function catalogueSql(
  engine: BrowserEngine,
  kinds: readonly ("mart" | "staging")[],
): Promise<Map<string, string>> {
  const list = kinds.map((kind) => `'${kind}'`).join(", ");
  const tables = await engine.rows(
    `select name, sql from catalogue where kind in (${list}) and is_published`,
  );
  return new Map(tables.map(({ name, sql }) => [String(name), String(sql)]));
}

function equal(one: unknown, other: unknown): boolean {
  if (typeof one !== "number" || typeof other !== "number") return one === other;
  return Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(one));
}
