import { checkCatalogue, type Dashboard, type DatasetName } from "../../contracts/index.ts";
import { buildMetrics, type MetricSettings } from "../../metrics/index.ts";
import type { HeadlineReading } from "../../report.ts";
import { ownRows, quoteText, type Warehouse } from "../../warehouse/index.ts";
import { copiesOf, inSchema } from "./priced-lines.ts";

/** Datasets whose rows the headline metrics are made of, accounts aside. */
const measured = ["contracts", "surveys", "costs"] as const;

/** The headline metrics that the data page compares, and the tables they stand in. */
const wanted = ["headline_metrics", "recurring_revenue"];

export interface CountedHeadlines {
  /** Rows set aside that are in the second reading. */
  rows: number;
  headlines: HeadlineReading[];
}

/**
 * The headline metrics of a month as the site reads them, and with the rows set aside that can be
 * counted: every cell could be read, and what they failed leaves nothing about them unknown
 * (isCountable in the catalogue). A copy of a row is not counted again; a second row of a key is a
 * line of its own; an account that is missing is counted by its id, its segments not stated.
 */
export async function countHeadlines(
  warehouse: Warehouse,
  dashboard: Dashboard,
  settings: MetricSettings,
  month: string,
): Promise<CountedHeadlines> {
  const without = await headlinesOf(warehouse, month);
  return inSchema(warehouse, "counted", async () => {
    let rows = 0;
    for (const dataset of measured) rows += await countRows(warehouse, dashboard, dataset);
    if (rows === 0) return { rows, headlines: [] };
    await warehouse.run(`create table counted.accounts as select * from main.accounts`);
    await addMissingAccounts(warehouse);
    await buildMetrics(warehouse, settings, wanted);
    const counted = await headlinesOf(warehouse, month);
    const metrics = new Set([...without.keys(), ...counted.keys()]);
    const headlines = [...metrics].map((metric) => {
      const value = without.get(metric) ?? null;
      return { metric, without: value, counted: counted.get(metric) ?? null };
    });
    return { rows, headlines };
  });
}

/** Accounts of contract lines that stand in no row of accounts, by their id alone. */
export async function addMissingAccounts(warehouse: Warehouse): Promise<void> {
  await ownRows(warehouse, "accounts");
  await warehouse.run(`
    insert into accounts by name
    select distinct account_id, account_id as name
    from contracts
    where account_id not in (select account_id from accounts)
    order by account_id`);
}

async function countRows(
  warehouse: Warehouse,
  { company }: Dashboard,
  dataset: DatasetName,
): Promise<number> {
  const ids = [...checkCatalogue.values()].filter((check) => check.isCountable);
  const list = ids.map(({ id }) => quoteText(id)).join(", ");
  // A row leaves at its first check; these would have been the later ones.
  const later = `
        and coalesce(currency, ${quoteText(company.currency)}) in (
            select ${quoteText(company.currency)}
            union all
            select currency from main.fx
        )
        and starts_on >= date '1901-01-01'
        and coalesce(ends_on >= starts_on, true)`;
  const unnamed: Partial<Record<DatasetName, string>> = {
    contracts:
      "replace (concat(contract_id, ' (', source_file, '#', source_row, ')') as contract_id)",
    surveys:
      "replace (concat(response_id, ' (', source_file, '#', source_row, ')') as response_id)",
  };
  await warehouse.run(`
    create table counted.${dataset} as
    select *
    from main.${dataset}
    union all by name
    select * exclude (checks, unreadable) ${unnamed[dataset] ?? ""}
    from aside.${dataset}
    where unreadable = ''
        and checks in (${list})
        and (source_file, source_row) not in (
            select (source_file, source_row) from (${copiesOf(dataset)})
        )${dataset === "contracts" ? later : ""}`);
  const [sizes] = await warehouse.rows<{ added: number }>(`
    select (select count(*) from counted.${dataset})
        - (select count(*) from main.${dataset}) as added`);
  return sizes?.added ?? 0;
}

async function headlinesOf(
  warehouse: Warehouse,
  month: string,
): Promise<Map<string, number | null>> {
  const rows = await warehouse.rows<{ metric: string; value: number | null }>(`
    select metric, value
    from headline_metrics
    where month = date ${quoteText(month)}
    union all
    unpivot (
        select cast(mrr as double) as mrr, cast(customers as double) as customers
        from recurring_revenue
        where dimension = 'all' and month = date ${quoteText(month)}
    )
    on mrr, customers into name metric value value`);
  return new Map(rows.map(({ metric, value }) => [metric, value]));
}
