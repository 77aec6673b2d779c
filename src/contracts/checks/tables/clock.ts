import type { QueryContext } from "./query.ts";

/** What the newest of these days is, the data is complete to; see resolveAsOf. */
export const observed = [
  { dataset: "usage", column: "day" },
  { dataset: "surveys", column: "answered_on" },
  { dataset: "tickets", column: "opened_at" },
  { dataset: "touchpoints", column: "on" },
  { dataset: "contracts", column: "signed_on" },
] as const;

/** A select for each column that gives its newest day. */
export function newestDays(
  columns: readonly { readonly dataset: string; readonly column: string }[],
): string[] {
  return columns.map(
    ({ dataset, column }) => `select cast(max("${column}") as date) as day from ${dataset}`,
  );
}

/** Selects one day, up to which the data is complete. */
export function completeTo({ asOf }: QueryContext): string {
  if (asOf !== "latest") return `select date '${asOf}' as day`;
  return `
    select coalesce(max(day), (select max(starts_on) from contracts)) as day
    from (${newestDays(observed).join(" union all ")})`;
}
