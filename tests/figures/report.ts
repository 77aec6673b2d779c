import { configSchema } from "../../src/contracts/index.ts";
import { catalogue } from "../../src/metrics/index.ts";
import type { Report } from "../../src/report.ts";

type Marts = Report["marts"];

const emptyMarts = Object.fromEntries(
  Object.keys(catalogue).map((name) => [name, []]),
) as unknown as Marts;

const {
  company,
  datasets: _datasets,
  raw: _raw,
  ...definitions
} = configSchema.parse({
  company: { name: "Paper Ltd", currency: "USD" },
  datasets: { accounts: "a.csv", contracts: "c.csv" },
});

/** A report with the rows a test is about, typed by hand, and nothing else. */
export function reportWith(
  marts: { [Name in keyof Marts]?: Partial<Marts[Name][number]>[] },
  changes: Partial<Report> = {},
): Report {
  return {
    company,
    asOf: { day: "2025-09-30", source: "usage.day" },
    lastMonth: "2025-09-01",
    definitions,
    datasets: [],
    files: [],
    problems: { errors: 0, warnings: 0, checks: [], shown: [] },
    inputHash: "",
    metrics: [],
    lineage: [],
    supporting: [],
    readings: { sets: [], readings: [], pairs: [] },
    sql: {},
    template: { colours: {}, fonts: {}, size: "16:9" },
    reference: { config: [], deck: [], datasets: [], checks: [] },
    publication: {
      accounts: "pseudonymous",
      isKeyed: false,
      leftOut: [],
      coded: [],
      optedIn: [],
      bytes: 0,
      sha256: "",
      engine: "v1.4.3",
      storage: "v1.0.0",
      tables: [],
    },
    ...changes,
    marts: { ...emptyMarts, ...marts } as Marts,
  };
}

/** A dataset that was given. */
export function dataset(name: string): Report["datasets"][number] {
  return {
    dataset: name,
    grain: "",
    lights: "",
    isPresent: true,
    rows: 1,
    accepted: 1,
    setAside: 0,
    firstDay: null,
    lastDay: null,
  };
}

type Metric = Report["metrics"][number];

/** A metric of the catalogue as far as figures know it. */
export function metricNamed(
  id: string,
  short: string,
  unit: Metric["unit"],
  direction: Metric["direction"],
): Metric {
  return { id, short, unit, direction } as Metric;
}
