const list = new Intl.ListFormat("en-GB", { style: "long", type: "conjunction" });
const order = new Intl.PluralRules("en");

export function plural(count: number, one: string, many = `${one}s`): string {
  return order.select(count) === "one" ? one : many;
}

/** "a, b and c" */
export function listed(items: readonly string[]): string {
  return list.format(items);
}

/** A sentence may start with a segment's name, which is in lower case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const files = (datasets: readonly string[]) => datasets.map((dataset) => `${dataset}.csv`);

export const site = {
  language: "en",
  skip: "Skip to the content",
  navigation: "Pages",
  readChart: "Chart. The arrow keys read its values.",
  table: "Table",
  sql: "SQL",
  openInConsole: "Open in the console",
  madeBy: (table: string) => `How ${table} is made`,
  sqlOf: (table: string) => `SQL of ${table}`,
  pages: [
    { path: "", label: "Overview" },
    { path: "retention/", label: "Retention" },
    { path: "cash-flow/", label: "Cash flow" },
    { path: "nps/", label: "NPS" },
    { path: "metrics/", label: "Metrics" },
    { path: "data/", label: "Data" },
    { path: "sql/", label: "SQL" },
  ],
  lost: "There is no such page",
  lostRemedy: "The pages of this site are listed above.",
  colophon: (asOf: string, source: string, hash: string) =>
    `As of ${asOf} (${source}). Input ${hash}. Made with Hourglass from CSV files; nothing on this page is fetched from another host.`,
  boardDeck: "Board deck (PowerPoint)",
  missing: (what: string, datasets: readonly string[]) =>
    `${what} cannot be shown: this build was not given ${listed(files(datasets))}.`,
  missingRemedy: (datasets: readonly string[]) =>
    `Name ${plural(datasets.length, "it", "them")} under datasets in the configuration (${listed(datasets)}) and build again.`,
  largest: (shown: number, all: number) => `The ${shown} largest of ${all} are shown.`,
  noCustomers: (asOf: string) =>
    `No customer has paid a recurring amount by ${asOf}, so there is nothing to measure yet.`,
  noCustomersRemedy:
    "Check as_of in the configuration, and that contracts has recurring lines with an amount above 0.",
  segments: { all: "everyone", unknown: "not stated" } as Readonly<Record<string, string>>,
  dimensions: {
    all: "whole company",
    tier: "tier",
    industry: "industry",
    region: "region",
    fit: "fit",
    channel: "channel",
    plan: "plan",
    owner: "success manager",
    role: "role",
    module: "module",
    service: "service",
    cohort: "quarter of start",
  } as Readonly<Record<string, string>>,
  under: (limit: string) => `under ${limit}`,
  n: (count: string) => `n ${count}`,
  points: (size: string) => `${size} ${size === "1" ? "point" : "points"}`,
  asOf: (day: string) => `As of ${day}.`,
} as const;
