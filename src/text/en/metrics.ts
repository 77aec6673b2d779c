import { listed, plural, site } from "./site.ts";

const namesOf = (dimensions: readonly string[]) =>
  listed(dimensions.map((name) => site.dimensions[name] ?? name));

const filesOf = (datasets: readonly string[]) => listed(datasets.map((name) => `${name}.csv`));

const wholeCompany = ", whole company";

export const metrics = {
  wholeCompany,
  name: "Metrics",
  finding: (count: number, unknown: number) => {
    if (unknown === count) return `None of the ${count} metrics can be told from this data`;
    return unknown === 0
      ? `${count} metrics, each defined once`
      : `${count} metrics, each defined once; ${unknown} cannot be told from this data`;
  },
  otherRules: (settings: readonly string[]) =>
    `Definition, formula and caveats are by the rules of this site. Not the defaults: ${listed(settings)}.`,
  byVendors: "The headline numbers by other vendors' rules.",
  lead: (month: string, isComplete: boolean) =>
    `Values are of the whole company in ${month}, ${isComplete ? "the newest complete month" : "which is still running"}, unless a value names another period. Each metric has a page with its formula, history, SQL and all it stands on.`,
  contents: "Themes",
  machine: "Machine-readable: ",
  machineWhat:
    ", the same values with definitions, settings and the hashes of the input files, to be read by other programs.",
  schemaTitle: "metrics.json",
  schemaFacts: (version: number) =>
    `Schema ${version}. The number rises when a field changes its meaning or goes; new fields may come at any time.`,
  schemaCaption: "Fields of metrics.json",
  schemaColumns: { field: "Field", meaning: "What it is" },
  schemaFields: {
    schema: "Version of this form, a whole number",
    company: "Name, currency and locale, as configured",
    as_of: "Day up to which the data counts, YYYY-MM-DD, and where it came from",
    month: "Newest complete month, YYYY-MM",
    inputs: "Every file read, with the SHA-256 of its bytes",
    settings: "What the configuration chose, by the path of its field; null: measured or not set",
    headline: "The overview's metrics by id: value and month; null: not known",
    metrics:
      "Every metric: id, title, theme, definition, formula, unit, direction (up: more is good), value in its unit (a share of 0.05 is 5%; null: not known), period (2025-09, 2025-Q3, 2025-H2; null: as of the day) and its first day (period_starts_on), mart, column, filter and column of the period (period_column, which holds first days) that it is read from, datasets that it stands on (inputs), fields of settings that change it",
  },
  themes: {
    revenue: "Recurring revenue",
    movements: "Movements of a month",
    retention: "Retention and churn",
    survival: "Cohorts and survival",
    cash: "Cash, cost and break-even",
    surveys: "Surveys",
  },
  themeWhat: {
    revenue: "What customers pay in a month, and what they have signed.",
    movements: "What came, what went, and why the end of the month is not its start.",
    retention: "How much of what was there a month or a year ago is still there.",
    survival: "How long customers stay, counted from each one's own start.",
    cash: "What a customer costs, brings, and when it has paid back.",
    surveys: "What customers answer when asked.",
  },
  units: {
    money: (currency: string) => `money, ${currency}`,
    share: () => "share, told as a percentage",
    count: () => "count",
    months: () => "months",
    points: () => "points from -100 to 100",
    ratio: () => "ratio",
    score: () => "mean score",
  },
  directions: { up: "more is good", down: "less is good", neither: "neither way is good" },
  asOf: (day: string) => `as of ${day}`,
  periods: { month: "Month", quarter: "Quarter of start", half: "Half-year" },
  byPeriod: { month: "by month", quarter: "by quarter of start", half: "by half-year" },
  notKnown: "not known",
  needs: (datasets: readonly string[]) =>
    `This build was not given ${filesOf(datasets)}, which it needs.`,
  needsShort: (datasets: readonly string[]) => `Needs ${filesOf(datasets)}.`,
  is: (title: string, value: string, period: string) => `${title}: ${value}, ${period}`,
  /** Whose the numbers are where a filter does not reach. */
  toldOfCompany: "Of everyone: this page tells it of the whole company only.",
  pastOfCompany: "Of everyone: its past is told here for the whole company only.",
  cohortsElsewhere: "Cash flow tells the cohorts by segment.",
  costsOfWhom:
    "The costs do not say for whom they are; Cash flow reckons with the nearest known and says whose it is.",
  costsNotBy: (dimensions: readonly string[]) => `Costs are not told by ${namesOf(dimensions)}.`,
  costsShared: (dimensions: readonly string[]) =>
    `Reckoned with the company's cost of winning a customer by ${namesOf(dimensions)}: costs do not say for whom of these they are.`,
  noPastThen: "No past is known in this time.",
  noPastOfThese: "No past is known of these customers in this time.",
  isUnknown: (title: string) => `${title} is not known`,
  sparkline: (title: string, first: string, last: string) => `${title} from ${first} to ${last}`,
  sqlOf: (title: string) => `SQL of ${title}`,
  back: "All metrics",
  historyMeasure: (title: string, unit: string, every: string, isPart = false) =>
    `${title}, ${every}${isPart ? "" : wholeCompany} (${unit})`,
  historyFinding: (name: string, low: string, high: string, since: string) =>
    low === high
      ? `${name}: ${low} in every period since ${since}`
      : `${name}: between ${low} and ${high} since ${since}`,
  historyOne: (name: string, value: string, period: string, isCut = false) =>
    `${name}: ${value} in ${period}; nothing older is ${isCut ? "shown" : "known"}`,
  historyFacts: (known: number, every: "month" | "quarter" | "half", asOf: string) => {
    const names = { month: "month", quarter: "quarter", half: "half-year" };
    return `Known for ${known} ${plural(known, names[every])}. As of ${asOf}.`;
  },
  byCohort:
    "The metric itself is one number over all time, so its past is told by cohort: each quarter's customers by their start, as they stand on the newest day. Young cohorts have had less time.",
  cohortTitles: {
    left_before_share: "Left before paying back",
    unrecovered_cac: "Acquisition cost not recovered",
  },
  noHistoryTitle: "No history by month",
  noHistory:
    "It is one number over all time up to the newest day, so no earlier month has one of its own.",
  noHistoryOfAwaiting:
    "It is known on the newest day only: of an earlier one it is known by now who renewed.",
  partsWithHistory: "What it is made of or follows from has a history:",
  historyTarget: (value: string) => `Target: ${value}.`,
  howTitle: "How it is computed",
  formula: "Formula",
  unit: "Unit",
  direction: "Direction",
  readFrom: "Read from",
  mart: "Mart",
  martOf: (mart: string, grain: string) => `${mart}, ${grain}`,
  inputs: "Datasets",
  source: "Source",
  caveats: "Caveats",
  settingsTitle: "Settings that change it",
  settingsNone: "No field of the configuration changes it but as_of and company.currency.",
  chosen: (value: string, usual: string) =>
    value === usual ? `${value}, the default` : `${value}; the default is ${usual}`,
  notSet: "not set",
  vendorsTitle: "Who defines it otherwise",
  vendorsCaption: "Tools that define it otherwise, from their own help pages",
  vendorsColumns: { vendor: "Tool", rule: "Its rule" },
  segmentsTitle: (period: string) => `By segment, ${period}`,
  /** Away from the page, whose title says of what. */
  segmentsTaken: (name: string, period: string) => `${name} by segment, ${period}`,
  segmentsMeasure: (title: string, unit: string) => `${title} by segment (${unit})`,
  dimension: "Dimension",
  segment: "Segment",
  segmentsCaption: (title: string, dimension: string) => `${title} by ${dimension}`,
  value: "Value",
  segmentsMore: (count: string) => `${count} more are in the mart.`,
  placesTitle: "Where it appears",
  placesNone: "On no figure of the other pages.",
  place: (page: string, figure: string) => `${page}: ${figure}`,
  figures: {
    "north-star": "the number on top",
    scorecard: "scorecard",
    arr: "growth of ARR",
    targets: "targets",
    alerts: "changes beyond the usual",
    "arr-bridge": "what moved ARR",
    benchmarks: "benchmarks",
    movements: "movements of the month",
    concentration: "concentration of ARR",
    quarters: "ARR by quarter",
    churn: "churn curve",
    "churn-by-segment": "churn curves by segment",
    hazard: "hazard by month of age",
    horizons: "customers kept at fixed ages",
    "left-before-payback": "left before paying back",
    "cohorts-customers": "triangle of customers",
    "cohorts-revenue": "triangle of revenue",
    "one-customer": "cash from one customer",
    fleet: "cash of a growing company",
    "payback-map": "payback over acquisition cost and churn",
    levers: "what moves break-even",
    "what-if": "what if",
    payback: "payback by cohort",
    "ltv-cac": "LTV to CAC",
    waves: "score by half-year",
    distribution: "answers by score",
    shares: "promoters, passives, detractors",
    drivers: "groups against the rest",
    renewals: "renewal by score",
    response: "response rate",
    themes: "score by theme of the comment",
    satisfaction: "CSAT and CES",
  },
  figureBy: (dimension: string) => `score by ${dimension}`,
  lineageMeasure: "What it stands on: datasets on top, the metric at the end",
  lineageFinding: (metric: string, datasets: readonly string[], tables: number, mart: string) =>
    `${metric} stands on ${listed(datasets)}, by way of ${tables} ${plural(tables, "step")} and ${mart}`,
  lineageShort: (metric: string, datasets: readonly string[], mart: string) =>
    `${metric} stands on ${listed(datasets)}, by way of ${mart}`,
  lineageFacts:
    "A line leads from each table to those that read it. What a table reads for other metrics only is left out.",
  lineageNote: "one row is one",
  lineageCaveat:
    "Where a table is read directly and by way of another, only the longer way is drawn; the table lists all.",
  lineageColumns: { table: "Table", kind: "Layer", row: "One row is", reads: "Reads" },
  layers: { dataset: "Datasets", staging: "Steps", mart: "Mart", metric: "Metric" },
  testsMeasure: (dimensions: number) =>
    `Log-rank tests of the segments of ${dimensions} ${plural(dimensions, "dimension")}`,
  testsFinding: (names: readonly string[]) =>
    names.length === 0
      ? "No dimension's segments differ beyond chance"
      : `Segments differ beyond chance by ${listed(names)}`,
  testsFacts:
    "A p value is the chance of differences as large or larger between segments that leave alike. Which differ is Holm-corrected at 5%.",
  testsColumns: {
    dimension: "Dimension",
    segments: "Segments",
    chiSquare: "Chi-square",
    p: "p",
    holm: "p after Holm",
  },
  besideTitle: "Tables that no metric is read from",
  besideFacts: "They are in the published database too, for figures and for questions of your own.",
  besideCaption: "What each of these tables is for",
  besideColumns: { table: "Table", what: "What it holds", why: "What it is for" },
  sqlTitle: (mart: string) => `SQL of ${mart}`,
  sqlFacts: "The whole of it; the build runs this file as it stands.",
} as const;
