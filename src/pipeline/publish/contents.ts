import {
  type DatasetName,
  datasetNames,
  datasetOf,
  type PublishPolicy,
} from "../../contracts/index.ts";
import {
  catalogue,
  grainOf,
  inOrder,
  type Model,
  meaningOf,
  openingOf,
  readModels,
  referencesOf,
  settingColumn,
  settingPaths,
} from "../../metrics/index.ts";
import type { PublishedName } from "../../report.ts";
import type { PublishedTable, PublishedView, Warehouse } from "../../warehouse/index.ts";
import { datasetTable } from "./dataset-table.ts";
import { isOfSingleAccounts } from "./grain.ts";

/** What the catalogue's table says of one name. */
export interface Entry extends Omit<PublishedName, "rows"> {
  title: string;
  definition: string;
  /** What to know before its numbers are used. */
  caveat: string;
  unit: string;
  grain: string;
  /** Tables it is made from. */
  sources: string[];
  /** Null: a dataset. */
  sql: string | null;
}

export interface Contents {
  tables: PublishedTable[];
  views: PublishedView[];
  entries: Entry[];
}

const marts = new Map(Object.values(catalogue).map((mart) => [mart.name, mart]));

/**
 * Every dataset and mart, and the tables the marts are made from; what those are made from in turn
 * stands there as views. Under the policy "none", without all that has a row for a single customer.
 */
export async function contentsOf(
  warehouse: Warehouse,
  policy: PublishPolicy,
  currency: string,
): Promise<Contents> {
  const models = inOrder(readModels(), [...datasetNames, "settings"]);
  const views = new Set(modelsKeptAsViews());
  const contents: Contents = { tables: [settingsTable], views: [], entries: [] };
  const published = new Set(["settings"]);
  const commentsOf = await columnComments(warehouse, currency);
  const isHidden = (name: string) =>
    policy.accounts === "none" ? isOfSingleAccounts(warehouse, name) : false;
  for (const name of datasetNames) {
    const isPublished = !(await isHidden(name));
    contents.entries.push({ ...datasetEntry(name), isPublished, isView: false });
    if (!isPublished) continue;
    published.add(name);
    contents.tables.push(await datasetTable(warehouse, name, policy));
  }
  for (const model of models) {
    const { name, sql } = model;
    const isView = views.has(name);
    const isPublished = isView
      ? referencesOf(sql).every((reference) => published.has(reference))
      : !(await isHidden(name));
    const entry = { ...modelEntry(model), isPublished, isView };
    contents.entries.push(entry);
    if (!isPublished) continue;
    published.add(name);
    const comment = commentOf(entry);
    if (isView) contents.views.push({ name, sql, comment });
    else {
      const rows: [string] = [`select * from main.${name}`];
      contents.tables.push({ name, rows, comment, columnComments: commentsOf.get(name) ?? {} });
    }
  }
  return contents;
}

/** Models that the published database has as views: those that no mart reads itself. */
export function modelsKeptAsViews(): string[] {
  const models = readModels();
  const isMart = ({ name }: Model) => marts.has(name);
  const direct = new Set(models.filter(isMart).flatMap(({ sql }) => referencesOf(sql)));
  return models
    .filter((model) => !isMart(model) && !direct.has(model.name))
    .map(({ name }) => name);
}

const settingsTable: PublishedTable = {
  name: "settings",
  rows: ["select * from main.settings"],
  comment: "What of the configuration the metrics depend on. One row",
  columnComments: Object.fromEntries(
    Object.entries(settingPaths)
      .filter(([, path]) => path !== null)
      .map(([name, path]) => [settingColumn(name), `${path} of the configuration`]),
  ),
};

function datasetEntry(name: DatasetName): Omit<Entry, "isPublished" | "isView"> {
  const { grain, lights } = datasetOf(name);
  return {
    name,
    kind: "dataset",
    title: name,
    definition: `Rows of the files, one for each ${grain}; for ${lights}.`,
    caveat: "",
    unit: "",
    grain,
    sources: [],
    sql: null,
  };
}

function modelEntry({ name, sql }: Model): Omit<Entry, "isPublished" | "isView"> {
  const made = { name, grain: grainOf(sql), sources: [...referencesOf(sql)].sort(), sql };
  const mart = marts.get(name);
  if (mart) {
    const { title, definition, caveat = "", unit } = mart;
    return { ...made, kind: "mart", title, definition, caveat, unit };
  }
  const title = name.replace(/^stg_/, "").replaceAll("_", " ");
  const definition = openingOf(sql).replace(/^Grain: /, "");
  return { ...made, kind: "staging", title, definition, caveat: "", unit: "" };
}

function commentOf({ kind, title, definition, caveat, grain, unit }: Entry): string {
  if (kind !== "mart") return `Between datasets and metrics. ${definition}`;
  return [`${title}.`, definition, caveat, `Unit: ${unit}.`, `Grain: ${grain}.`]
    .filter((part) => part !== "")
    .join(" ");
}

/** What the columns of marts and tables between hold, by their table; money with its currency. */
async function columnComments(
  warehouse: Warehouse,
  currency: string,
): Promise<Map<string, Record<string, string>>> {
  const columns = await warehouse.rows<{ model: string; name: string; type: string }>(`
    select table_name as model, column_name as name, data_type as type
    from duckdb_columns()
    where schema_name = 'main'
        and database_name = current_database()
    order by table_name, column_index`);
  const found = new Map<string, Record<string, string>>();
  for (const { model, name, type } of columns) {
    const isMart = marts.has(model);
    const money = isMart && type === "DECIMAL(38,6)" ? `Money, ${currency}` : undefined;
    const told = [meaningOf(model, name, isMart), money].filter((text) => text !== undefined);
    if (told.length === 0) continue;
    found.set(model, { ...found.get(model), [name]: told.join(". ") });
  }
  return found;
}
