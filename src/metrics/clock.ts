import type { Warehouse } from "../warehouse/index.ts";

export interface AsOf {
  /** YYYY-MM-DD */
  day: string;
  /** Where the day came from, such as `usage.day`. */
  source: string;
}

const observed = [
  ["usage", "day"],
  ["surveys", "answered_on"],
  ["tickets", "opened_at"],
  ["touchpoints", "on"],
  ["contracts", "signed_on"],
] as const;

/**
 * The day up to which the data is complete. `latest` = the newest day on which something was
 * observed; contract starts count only where nothing else has a day, contract ends never.
 *
 * @throws an Error when no dataset has a day.
 */
export async function resolveAsOf(warehouse: Warehouse, configured: string): Promise<AsOf> {
  if (configured !== "latest") return { day: configured, source: "as_of in the configuration" };
  const found = await newestOf(warehouse, observed);
  if (found) return found;
  const started = await newestOf(warehouse, [["contracts", "starts_on"]]);
  if (started) return started;
  throw new Error(
    'no dataset has a day for as_of "latest"; set as_of to a day such as 2025-12-31 in the configuration',
  );
}

async function newestOf(
  warehouse: Warehouse,
  columns: readonly (readonly [table: string, column: string])[],
): Promise<AsOf | undefined> {
  const days = columns.map(
    ([table, column], place) =>
      `select cast(max("${column}") as date) as day, '${table}.${column}' as source, ${place} as place from ${table}`,
  );
  const rows = await warehouse.rows<AsOf>(
    `select day, source from (${days.join(" union all ")}) where day is not null
    order by day desc, place limit 1`,
  );
  return rows[0];
}
