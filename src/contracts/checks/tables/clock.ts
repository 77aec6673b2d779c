import type { QueryContext } from "./query.ts";

/** What the newest of these days is, the data is complete to; see resolveAsOf. */
export const observed = [
  { dataset: "usage", column: "day" },
  { dataset: "surveys", column: "answered_on" },
  { dataset: "tickets", column: "opened_at" },
  { dataset: "touchpoints", column: "on" },
  { dataset: "contracts", column: "signed_on" },
] as const;

/** Selects one day, up to which the data is complete. */
export function completeTo({ asOf }: QueryContext): string {
  if (asOf !== "latest") return `select date '${asOf}' as day`;
  const days = observed.map(
    ({ dataset, column }) => `select cast(max("${column}") as date) as day from ${dataset}`,
  );
  return `
    select coalesce(max(day), (select max(starts_on) from contracts)) as day
    from (${days.join(" union all ")})`;
}
