import { listed, site } from "./site.ts";

/** A segment chosen, with the words that the reader sees for it. */
interface Chosen {
  dimension: string;
  segment: string;
}

const nameOf = (dimension: string) => site.dimensions[dimension] ?? dimension;

/** "Jan 2024 to Jun 2025", "from Jan 2024", "to Jun 2025" */
function months(from: string | undefined, to: string | undefined): string {
  if (from !== undefined && to !== undefined) return `${from} to ${to}`;
  return from === undefined ? `to ${to}` : `from ${from}`;
}

export const filter = {
  everyone: "Everyone",
  theseCustomers: "these customers",
  theseCustomersAt: (value: string) => `these customers ${value}`,
  open: "Filter",
  any: (dimension: string) => `any ${nameOf(dimension)}`,
  label: (dimension: string) => {
    const name = nameOf(dimension);
    return name.charAt(0).toUpperCase() + name.slice(1);
  },
  from: "First month",
  to: "Last month",
  start: "the first",
  end: "the newest",
  clear: "Show everyone",
  loading: "Fetching the rows of the segments…",
  failed:
    "The rows of the segments could not be fetched, so this page shows everyone. Reload it to try again.",
  unknown: (dimension: string, segment: string) =>
    `No customer of this company is of ${nameOf(dimension)} ${segment}, so it is left out of the filter.`,
  /** What a figure is of: "Only tier small and region Europe". */
  onlyThese: (chosen: readonly Chosen[]) =>
    `Only ${listed(chosen.map(({ dimension, segment }) => `${nameOf(dimension)} ${segment}`))}`,
  period: months,
  onlyMonths: (from: string | undefined, to: string | undefined) => `Only ${months(from, to)}`,
  noneWhole: (every: "quarter" | "half", from: string | undefined, to: string | undefined) =>
    `No whole ${every === "half" ? "half-year" : "quarter"} of this figure lies in the months ${months(from, to)}.`,
  allMonths: "All months: a period does not limit this figure",
  /** Of a figure that compares segments, where one is chosen. */
  compareWithin: "Compare these customers among themselves",
  cohortsWithin: "Work out the cohorts of these customers",
  allSegments: "All segments stand here side by side, whatever the filter",
  /** Why a figure has nothing to say of a segment. */
  untold: {
    "churn-by-segment":
      "This figure compares segments of everyone; those within these customers do not come with the page",
    "left-before-payback":
      "Who left before paying back is not known of these customers: the cost of winning them is not.",
    "one-customer":
      "None of these customers was won in the last 12 months, or their costs are not known.",
    fleet: "None of these customers was won in the last 12 months, or their costs are not known.",
    "payback-map":
      "None of these customers was won in the last 12 months, or their costs are not known.",
    levers: "None of these customers was won in the last 12 months, or their costs are not known.",
    payback: "No acquisition cost of these customers is known.",
    targets: "Targets are set for the whole company only.",
    alerts:
      "Usual ranges are told of the whole company only: in a segment, one customer who comes or goes can pass any.",
    benchmarks: "Benchmarks are of whole companies.",
    concentration: "None of these customers paid at the end of the newest month.",
    distribution: "Nobody among these customers answered.",
    shares: "Nobody among these customers answered.",
    drivers: "No breakdown of these customers' answers has two groups to compare.",
    renewals: "No term of these customers has ended after an answer.",
    response: "Nobody among these customers was asked.",
    themes: "None of these customers' answers has a comment.",
    comments: "No comment of these customers is published.",
    satisfaction: "Nobody among these customers answered.",
  } as Readonly<Record<string, string>>,
  fetching: (megabytes: string) =>
    `Fetching the engine that works this out, once: ${megabytes} of about 4 MB…`,
  making: (made: number, all: number) => `Working it out: table ${made} of ${all}…`,
  worked: (seconds: string) => `Worked out in this browser in ${seconds} s.`,
  nobody: "No customer is of all these segments, so this page shows everyone.",
  notWorked: (reason: string) =>
    `These customers could not be worked out, so this page shows everyone: ${reason}`,
  /** Which filter a page that has no use for it carries on to those that have. */
  carried: (words: string) =>
    `${words}: on the pages that can be filtered. This one stays as it is.`,
  /** Why pages that show no figure of customers are of everyone. */
  ofEveryone: {
    metrics:
      "This list has the values of the whole company. The page of each metric can be filtered, as the four pages of figures can.",
    definitions:
      "The rules of vendors are compared on the whole company; the pages of figures and metrics can be filtered.",
    data: "Files and rows are checked and counted as they are, whosever they are; the pages of figures and metrics can be filtered.",
    reference: "Fields, checks and columns are the same whoever is chosen.",
    deck: "A deck keeps each figure as it was added, and says which filter it had; choose one on the pages of figures and metrics.",
    changes: "Decks are presented for the whole company, and so are their changes.",
    console:
      "A query asks of all rows. For some customers, name them in it: where tier = 'small', or dimension = 'tier' and segment = 'small' in a table by segment.",
  },
  noCombinations:
    "This site publishes no customers one by one, so one segment at a time can be shown; choose one of them.",
  /** @param hasCosts Whether what they cost is reckoned. */
  madeOf: (condition: string, hasCosts: boolean) =>
    `Asked of tables made again for the accounts where ${condition}: the datasets hold these accounts only, ${hasCosts ? "acquisition cost and margin are taken as they are published, targets left out" : "costs and targets none"}.`,
  oneSegment:
    "These customers are of one segment in every breakdown, so there is nothing to compare.",
  oneGroup: "All answers of these customers are of one group here, so there is nothing to compare.",
  untoldAny: "This figure is known for the whole company only.",
  whatIf: "Starts from the numbers of everyone, not only of the filter",
  sharedCost: (dimensions: readonly string[]) =>
    `The cost of winning a customer is the company's: costs are not told by ${listed(dimensions.map(nameOf))}.`,
  sharedCostOf: ({ dimension, segment }: Chosen) =>
    `The cost of winning a customer is that of all of ${nameOf(dimension)} ${segment}, the nearest that is told.`,
  ownCost: (dimension: string) => `Of each ${nameOf(dimension)} it is that ${nameOf(dimension)}'s.`,
  sharedMargin: "Gross margin is the company's.",
  nearestCost:
    "Measured: each customer at the nearest cost known of it, its tier's, else its channel's, else the company's, in the month of its start.",
} as const;
