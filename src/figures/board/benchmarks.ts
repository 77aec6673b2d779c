import type { Unit } from "../../charts/index.ts";
import { type Benchmark, benchmarks, positionOf } from "../../shared/benchmarks.ts";
import { say } from "../../text/index.ts";
import { ask } from "../ask.ts";
import type { FigureModel } from "../figure.ts";
import type { PageFormats } from "../formats.ts";
import { tabulate } from "../table.ts";
import { isEveryone, type View } from "../view.ts";
import { metricOf } from "./metric.ts";

/** A benchmark with what this company has of it. */
interface Compared {
  benchmark: Benchmark;
  name: string;
  own: number;
  written: string;
  numbers: string;
  position: string;
}

/** What other companies have of a metric, in one line with its source; none where it is switched off or unknown. */
export function benchmarkLine(
  report: { definitions: { benchmarks: boolean } },
  metric: string,
  format: PageFormats,
): string | undefined {
  const benchmark = benchmarks.find((one) => one.metric === metric && one.tier === undefined);
  if (!report.definitions.benchmarks || !benchmark) return undefined;
  const words = say.benchmarks;
  const { quarters: _quarters, ...short } = benchmark;
  return words.line(
    words.numbers(short, writerOf(benchmark, format)),
    words.sources[benchmark.source].name,
  );
}

/** All that is published of a metric, each number with its source and of whom; nothing where it is switched off. */
export function benchmarksOf(
  report: { definitions: { benchmarks: boolean } },
  metric: string,
  format: PageFormats,
): string | undefined {
  const known = benchmarks.filter((one) => one.metric === metric);
  if (!report.definitions.benchmarks || known.length === 0) return undefined;
  const words = say.benchmarks;
  return words.elsewhere(
    known.map((benchmark) => {
      const numbers = words.numbers(benchmark, writerOf(benchmark, format));
      const { name, of } = words.sources[benchmark.source];
      const { tier } = benchmark;
      return words.line(
        tier === undefined ? numbers : words.ofTier(format.segment(tier), numbers),
        `${name}: ${of}`,
      );
    }),
  );
}

/** The metrics that have a published benchmark, beside it; undefined where none is known or it is switched off. */
export function comparison(view: View): FigureModel | undefined {
  const { report, format } = view;
  if (!report.definitions.benchmarks || !isEveryone(view)) return undefined;
  const words = say.benchmarks;
  const asked = askOwn(view);
  const rows = comparedOf(view, asked);
  const [first] = rows;
  if (!first) return undefined;
  const surveyed = rows.find(({ benchmark }) => benchmark.middle !== undefined);
  return {
    id: "benchmarks",
    isWide: true,
    measure: words.measure,
    finding: surveyed
      ? words.finding(surveyed.name, surveyed.written, surveyed.position)
      : words.findingPlain(rows.length),
    facts: words.facts(format.monthLabel(report.lastMonth), format.day(report.asOf.day)),
    caveat: words.caveat,
    table: tabulate(format, rows, { caption: words.measure, isStacked: true }, [
      { label: words.columns.metric, value: ({ name }) => name },
      {
        label: words.columns.own,
        unit: ({ benchmark }) => unitOf(benchmark),
        value: ({ own }) => own,
      },
      { label: words.columns.benchmark, value: ({ numbers }) => numbers },
      { label: words.columns.position, value: ({ position }) => position },
      {
        label: words.columns.source,
        value: ({ benchmark }) => {
          const { name, of } = words.sources[benchmark.source];
          return `${name}: ${of}`;
        },
      },
    ]),
    queries: Object.values(asked),
  };
}

const ofCompany = benchmarks.flatMap(({ metric, tier }) =>
  tier === undefined && metric !== "nps" ? [metric] : [],
);
const tiers = benchmarks.flatMap(({ tier }) => (tier === undefined ? [] : [tier]));

function askOwn({ report }: View) {
  return {
    headlines: ask(report, "headlineMetrics", {
      columns: ["metric", "value"],
      where: { metric: ofCompany, month: report.lastMonth, value: { isNull: false } },
      order: [{ by: "metric", as: ofCompany }],
    }),
    paybacks: ask(report, "unitEconomics", {
      columns: ["segment", "payback_months"],
      where: {
        dimension: "tier",
        segment: tiers,
        // With the company's CAC it would not be the tier's payback.
        is_cac_own: true,
        payback_months: { isNull: false },
      },
      order: [{ by: "segment", as: tiers }],
    }),
    score: ask(report, "npsByWave", {
      columns: ["nps", "lower", "upper"],
      where: { dimension: "all", nps: { isNull: false } },
      order: [{ descending: "wave" }],
      limit: 1,
    }),
  };
}

function comparedOf(
  { report, format }: View,
  { headlines, paybacks, score }: ReturnType<typeof askOwn>,
): Compared[] {
  const words = say.benchmarks;
  return benchmarks.flatMap((benchmark) => {
    const { metric, tier } = benchmark;
    const wave = metric === "nps" ? score.rows[0] : undefined;
    const own =
      tier === undefined
        ? (wave?.nps ?? headlines.rows.find((row) => row.metric === metric)?.value)
        : paybacks.rows.find((row) => row.segment === tier)?.payback_months;
    if (own == null) return [];
    const write = writerOf(benchmark, format);
    const interval = wave?.lower == null || wave.upper == null ? undefined : wave;
    const title = metricOf(report, metric).short;
    return [
      {
        benchmark,
        name: tier === undefined ? title : words.paybackOf(title, format.segment(tier)),
        own,
        written: write(own),
        numbers: words.numbers(benchmark, write),
        position:
          words.positions[
            positionOf(
              own,
              benchmark,
              interval ? [interval.lower ?? own, interval.upper ?? own] : undefined,
            )
          ],
      },
    ];
  });
}

function unitOf({ metric }: Benchmark): Unit {
  if (metric === "cac_payback") return "number";
  if (metric === "nps") return "points";
  return metric === "ltv_cac" ? "ratio" : "share";
}

const writerOf = (benchmark: Benchmark, format: PageFormats) => format[unitOf(benchmark)];
