import { nameInSql } from "./names.ts";
import type { Column, Rows, Table } from "./read.ts";

/** What stands in a column. Values are as the engine writes them. */
export interface Summary {
  rows: number;
  nulls: number;
  distinct: number;
  /** Counted by estimate, since the table is large. */
  isEstimated: boolean;
  lowest: string | null;
  highest: string | null;
  /** Ranges of equal width from the lowest to the highest number or day; else the values seen most. */
  bars: { label: string; rows: number }[];
  areRanges: boolean;
}

const mostBars = 8;
const exactUpTo = 500_000;
const longest = 200;

type Kind = "number" | "time" | "value";

function kindOf(type: string): Kind {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL.*)$/.test(type)) return "number";
  return /^(DATE|TIMESTAMP.*)$/.test(type) ? "time" : "value";
}

/** Distinct values, nulls, range and how often: asked of the engine when a reader wants to know. */
export async function summarize(rows: Rows, table: Table, column: Column): Promise<Summary> {
  const name = nameInSql(column.name);
  const from = `(select ${name} as v from ${table.inSql})`;
  const kind = kindOf(column.type);
  const isEstimated = (table.rows ?? 0) > exactUpTo;
  const ordered = kind === "value" ? "cast(v as varchar)" : "v";
  const text = (value: string) => `left(cast(${value} as varchar), ${longest})`;
  const [found] = await rows(`
    select
        count(*) as row_count,
        count(v) as known,
        ${isEstimated ? "approx_count_distinct(v)" : "count(distinct v)"} as different,
        ${text(`min(${ordered})`)} as lowest,
        ${text(`max(${ordered})`)} as highest
    from ${from}`);
  const count = Number(found?.row_count ?? 0);
  const distinct = Number(found?.different ?? 0);
  const areRanges = kind !== "value" && distinct > mostBars;
  const bars = await rows(areRanges ? rangesOf(from, kind) : mostSeen(from, text("v")));
  return {
    rows: count,
    nulls: count - Number(found?.known ?? 0),
    distinct,
    isEstimated,
    lowest: found?.lowest == null ? null : String(found.lowest),
    highest: found?.highest == null ? null : String(found.highest),
    bars: bars.map((bar) => ({ label: String(bar.label ?? ""), rows: Number(bar.row_count) })),
    areRanges,
  };
}

/** The order is by the number, where the values are few numbers. */
function mostSeen(from: string, label: string): string {
  return `
    select ${label} as label, count(*) as row_count
    from ${from}
    where v is not null
    group by v
    order by row_count desc, label
    limit ${mostBars}`;
}

/** Infinite values are in no range. */
function rangesOf(from: string, kind: Kind): string {
  const asNumber = kind === "time" ? "epoch(cast(v as timestamp))" : "cast(v as double)";
  const label =
    kind === "time"
      ? "strftime(make_timestamp(cast(1000000 * edge as bigint)), '%Y-%m-%d')"
      : "format('{:.6g}', edge)";
  return `
    with
    numbers as (
        select ${asNumber} as x
        from ${from}
        where isfinite(${kind === "time" ? "cast(v as timestamp)" : "cast(v as double)"})
    ),
    ends as (
        select min(x) as first, max(x) as last
        from numbers
    ),
    places as (
        select
            least(${mostBars - 1}, cast(floor(
                ${mostBars} * (numbers.x - ends.first) / nullif(ends.last - ends.first, 0)
            ) as integer)) as place,
            count(*) as row_count
        from numbers
        cross join ends
        group by place
    ),
    edges as (
        select
            range as place,
            first + (last - first) * range / ${mostBars} as edge
        from ends, range(${mostBars})
    )
    select ${label} as label, coalesce(places.row_count, 0) as row_count
    from edges
    left join places
        on edges.place = places.place
    order by edges.place`;
}
