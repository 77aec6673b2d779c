import { catalogueRows, definedMetrics } from "../../metrics/index.ts";
import type { ReportSummary } from "../../report.ts";
import { type Cell, type PublishedTable, quoteText } from "../../warehouse/index.ts";
import type { Entry } from "./contents.ts";

/** What the database says of itself: its catalogue and metrics, and what was wrong with the data. */
export function aboutTables(
  {
    problems,
    quarantine,
    metrics: reported,
    readings: { sets, readings, pairs },
    lastMonth,
  }: ReportSummary,
  entries: readonly Entry[],
): PublishedTable[] {
  const metrics = catalogueRows(reported);
  const rulesOf = (place: number) => sets[place]?.names.join(", ") ?? "";
  const metricColumns = Object.keys(metrics[0] ?? {});
  return [
    {
      name: "catalogue",
      rows: rowsOf(
        {
          name: "varchar",
          kind: "varchar",
          title: "varchar",
          definition: "varchar",
          caveat: "varchar",
          unit: "varchar",
          grain: "varchar",
          sources: "varchar",
          sql: "varchar",
          is_published: "boolean",
        },
        entries.map((entry) => [
          entry.name,
          entry.kind,
          entry.title,
          entry.definition,
          entry.caveat,
          entry.unit,
          entry.grain,
          entry.sources.join(", "),
          entry.sql,
          entry.isPublished,
        ]),
      ),
      comment: "Every dataset, mart and table between them: what it is, from what, by which SQL",
      columnComments: {
        kind: "dataset, staging (between datasets and marts) or mart",
        caveat: "What to know before its numbers are used",
        sources: "Tables it is made from",
        sql: "Runs on this database as it stands; null for datasets",
        is_published: "false where it is left out, since its rows stand for single customers",
      },
    },
    {
      name: "metrics",
      rows: rowsOf(
        Object.fromEntries(metricColumns.map((name) => [name, "varchar"])),
        metrics.map((metric) => Object.values(metric)),
      ),
      comment: "Every metric: its definition and formula, and where its value stands",
      columnComments: {
        direction: "Which way is good",
        mart: "Table its value is read from",
        column_name: "Column of that table",
        filter: "Rows of that table that are the whole company's",
        period_column: "Column that carries the time; null where there is one value only",
        vendors: "Who defines it otherwise, and how",
      },
    },
    {
      name: "readings",
      rows: rowsOf(
        {
          rules: "varchar",
          month: "date",
          ...Object.fromEntries(definedMetrics.map((metric) => [metric, "double"])),
        },
        readings.map((reading, place) => [
          rulesOf(place),
          lastMonth,
          ...definedMetrics.map((metric) => reading[metric]),
        ]),
      ),
      comment: "The headline metrics of the newest complete month by several rules, own ones first",
      columnComments: { rules: "Whose they are: own = the configuration's, or presets" },
    },
    {
      name: "account_readings",
      rows: rowsOf(
        {
          rules: "varchar",
          other_rules: "varchar",
          account_id: "varchar",
          mrr: "decimal(38, 6)",
          other_mrr: "decimal(38, 6)",
          accounts_in_all: "bigint",
          place: "bigint",
        },
        pairs.flatMap(({ left, right, count, accounts }) =>
          accounts.map((account, place) => [
            rulesOf(left),
            rulesOf(right),
            account.account,
            account.left.mrr,
            account.right.mrr,
            count,
            place + 1,
          ]),
        ),
      ),
      comment: "Accounts that count otherwise by two sets of rules, the largest differences first",
      columnComments: {
        mrr: "By the first rules",
        other_mrr: "By the others",
        accounts_in_all: "That the two count otherwise; only the largest differences are listed",
      },
    },
    {
      name: "problems_summary",
      rows: rowsOf(
        { check_id: "varchar", severity: "varchar", dataset: "varchar", problems: "bigint" },
        problems.checks.map(({ check, severity, dataset, count }) => [
          check,
          severity,
          dataset,
          count,
        ]),
      ),
      comment: "How often each check of the data failed. No row: it never did",
      columnComments: { severity: "An error set the row aside; a warning left it in" },
    },
    {
      name: "rows_set_aside",
      rows: rowsOf(
        {
          file: "varchar",
          dataset: "varchar",
          check_ids: "varchar",
          row_count: "bigint",
          mrr: "decimal(38, 6)",
          live_mrr: "decimal(38, 6)",
          unreadable_lines: "bigint",
        },
        (quarantine?.groups ?? []).map((group) => [
          group.file,
          group.dataset,
          group.checks,
          group.rows,
          group.mrr,
          group.liveMrr,
          group.unknown,
        ]),
      ),
      comment: "Rows that no metric counts, by file and the checks they failed",
      columnComments: {
        check_ids: "Blanks between",
        mrr: "Of contract lines: what they are worth a month while they run",
        live_mrr: "The part that runs on the last day of the newest complete month",
        unreadable_lines: "Contract lines whose worth cannot be read",
      },
    },
  ];
}

/** A select that gives the cells in their order. */
function rowsOf(columns: Readonly<Record<string, string>>, rows: readonly Cell[][]): [string] {
  const types = Object.entries(columns);
  const selects = types.map(([name, type], place) => `cast(column_${place} as ${type}) as ${name}`);
  const names = ["place", ...types.map((_, place) => `column_${place}`)];
  const blank = types.map(() => "null");
  const values = rows.map((row, place) => [String(place), ...row.map(literal)]);
  const lines = [["-1", ...blank], ...values].map((cells) => `(${cells.join(", ")})`);
  return [
    `select ${selects.join(", ")}
    from (values ${lines.join(", ")}) as cells (${names.join(", ")})
    where place >= 0
    order by place`,
  ];
}

function literal(cell: Cell): string {
  return typeof cell === "string" ? quoteText(cell) : String(cell);
}
