import type { PublishPolicy } from "../../contracts/index.ts";
import type { Publication, ReportSummary } from "../../report.ts";
import { storageVersion, type Warehouse, writeDatabase } from "../../warehouse/index.ts";
import { aboutTables } from "./about.ts";
import { hiddenColumns } from "./conceal.ts";
import { contentsOf } from "./contents.ts";

export { codesOf } from "./codes.ts";
export { conceal } from "./conceal.ts";
export { modelsKeptAsViews } from "./contents.ts";

export interface PublishOptions {
  policy: PublishPolicy;
  /** File to write; an older one is replaced. */
  path: string;
}

/**
 * Writes the database that goes with the site, from a warehouse that was concealed by the same
 * policy and measured: settings, datasets, the tables between, marts, the catalogue of them, and
 * what was wrong with the data.
 */
export async function publishDatabase(
  warehouse: Warehouse,
  report: ReportSummary,
  { policy, path }: PublishOptions,
): Promise<Publication> {
  const contents = await contentsOf(warehouse, policy, report.company.currency);
  const about = aboutTables(report, contents.entries);
  const written = await writeDatabase(warehouse, path, {
    tables: [...contents.tables, ...about],
    views: contents.views,
  });
  const rows = new Map(written.tables.map((table) => [table.name, table.rows]));
  const hidden = hiddenColumns(policy);
  const nameOf = ({ dataset, column }: { dataset: string; column: string }) =>
    `${dataset}.${column}`;
  return {
    accounts: policy.accounts,
    isKeyed: policy.key !== undefined,
    leftOut: hidden.filter(({ identifies }) => !identifies).map(nameOf),
    coded: hidden.filter(({ identifies }) => identifies).map(nameOf),
    optedIn: policy.private_columns,
    bytes: written.bytes,
    sha256: written.sha256,
    engine: written.engine,
    storage: storageVersion,
    tables: [
      ...contents.entries.map(({ name, kind, isPublished, isView }) => {
        return { name, kind, isPublished, isView, rows: rows.get(name) ?? null };
      }),
      ...about.map(({ name }) => {
        const kind = "about" as const;
        return { name, kind, isPublished: true, isView: false, rows: rows.get(name) ?? null };
      }),
    ],
  };
}
