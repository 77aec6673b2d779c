import type { Report } from "../../report.ts";

type Cell = Report["marts"]["cohortRetention"][number];

/**
 * All cohorts together at each age: sums over the complete cells, so that a customer counts as one
 * and a cohort that has not reached the age counts for nothing.
 */
export function poolCohorts(cells: readonly Cell[]): Cell[] {
  const complete = cells.filter((cell) => cell.is_complete);
  const byAge = Map.groupBy(complete, (cell) => cell.age);
  return [...byAge]
    .sort(([a], [b]) => a - b)
    .flatMap(([age, members]) => {
      const first = members[0];
      if (!first) return [];
      const sum = (pick: (cell: Cell) => number) =>
        members.reduce((total, cell) => total + pick(cell), 0);
      const [live, reached, mrr, capped_mrr, start_mrr] = [
        sum((cell) => cell.live),
        sum((cell) => cell.reached),
        sum((cell) => cell.mrr),
        sum((cell) => cell.capped_mrr),
        sum((cell) => cell.start_mrr),
      ];
      const ofMrr = (amount: number) => (start_mrr === 0 ? null : amount / start_mrr);
      return [
        {
          ...first,
          age,
          size: sum((cell) => cell.size),
          reached,
          live,
          mrr,
          capped_mrr,
          start_mrr,
          logo_retention: reached === 0 ? null : live / reached,
          revenue_retention: ofMrr(mrr),
          gross_retention: ofMrr(capped_mrr),
        },
      ];
    });
}
