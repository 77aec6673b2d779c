import { type FigureModel, formatsOf, tabulate } from "../../../figures/index.ts";
import type { Report } from "../../../report.ts";
import { say } from "../../../text/index.ts";
import { askTests, hasTests } from "../queries.ts";
import type { Metric } from "../values.ts";

/** Chance of a false alarm that the mart of the counts accepts, over all dimensions. */
const level = 0.05;

/** The tests behind the count of dimensions that differ; undefined of other metrics. */
export function tellTests(report: Report, metric: Metric): FigureModel | undefined {
  if (!hasTests(report, metric)) return undefined;
  const { metrics: words, site } = say;
  const { testsColumns: columns } = words;
  const tests = askTests(report);
  const nameOf = (dimension: string) => site.dimensions[dimension] ?? dimension;
  const differing = tests.rows.filter((row) => row.holm_p_value < level);
  const measure = words.testsMeasure(tests.rows.length);
  return {
    id: "tests",
    measure,
    finding: words.testsFinding(differing.map(({ dimension }) => nameOf(dimension))),
    facts: words.testsFacts,
    table: tabulate(formatsOf(report), tests.rows, { caption: measure }, [
      { label: columns.dimension, isWhole: true, value: ({ dimension }) => nameOf(dimension) },
      { label: columns.segments, unit: "number", value: ({ segments }) => segments },
      { label: columns.chiSquare, unit: "number", value: (row) => row.chi_square },
      { label: columns.p, unit: "chance", value: (row) => row.p_value },
      { label: columns.holm, unit: "chance", value: (row) => row.holm_p_value },
    ]),
    queries: [tests],
  };
}
