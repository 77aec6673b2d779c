import type { Scope } from "../../../figures/index.ts";
import type { FilterDimension } from "../../../shared/filter.ts";
import { literal } from "../../../shared/query/index.ts";
import { type Engine, published } from "../../engine/open.ts";

/** What costs are told by, the nearest to a customer first, as its acquisition cost is taken. */
const nearest = ["tier", "channel", "all"] as const;

/** Models that stay as they are published: the company's, since its costs are not restricted. */
const ofCompany = ["acquisition_cost", "gross_margin"];

export interface Costs {
  /** Whose cost of winning a customer it is; undefined where none is known. */
  costOf: Scope | undefined;
  /** Selects that stand in the place of models, by their name. */
  given: ReadonlyMap<string, string>;
}

/**
 * What customers of several segments together cost: as much as all of their tier, or else of their
 * channel, or else of the company. Costs do not say for whom of these they were spent.
 */
export async function costsOf(
  engine: Engine,
  segments: { readonly [Dimension in FilterDimension]?: string },
): Promise<Costs> {
  const year = `${published}.stg_acquisition_year`;
  const scopes = nearest.flatMap((dimension): Scope[] => {
    const segment = dimension === "all" ? dimension : segments[dimension];
    return segment === undefined ? [] : [{ dimension, segment }];
  });
  const known = await engine.rows(
    `select dimension, segment from ${year}
    where cac is not null
        and month = (select max(month) from ${published}.stg_months where is_complete)`,
  );
  const costOf = scopes.find(({ dimension, segment }) =>
    known.some((row) => row.dimension === dimension && row.segment === segment),
  );
  const { dimension, segment } = costOf ?? { dimension: "all", segment: "all" };
  // Segments of these customers cost their own; of a tier none is nearer than the tier.
  const own = dimension === "tier" ? "'tier'" : "'tier', 'channel'";
  return {
    costOf,
    given: new Map([
      ...ofCompany.map((name) => [name, `select * from ${published}.${name}`] as const),
      [
        "stg_acquisition_year",
        `select 'all' as dimension, 'all' as segment, month, cac from ${year}
where dimension = ${literal(dimension)} and segment = ${literal(segment)}
union all
select dimension, segment, month, cac from ${year}
where dimension in (${own})`,
      ],
    ]),
  };
}
