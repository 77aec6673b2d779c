import type { Move } from "./overview.ts";

const moved = ({ direction, by }: Move) =>
  direction === "flat" ? "unchanged in a year" : `${direction} ${by} in a year`;
const ofPeriod = (period: string) => (period === "" ? "" : ` (${period})`);

/** The board deck: what its slides say beside the words of its figures. */
export const deck = {
  /** As lists of figures name those that only a deck has. */
  figures: {
    headline: "headline numbers against plan",
    "nrr-grr": "NRR and GRR",
    definitions: "definitions",
    "by-segment": "score by segment",
  },
  subtitle: (asOf: string) => `Board deck, as of ${asOf}`,
  made: (hash: string) => `Input ${hash}. Made with Hourglass from CSV files.`,
  input: (hash: string) => `Input ${hash}.`,
  source: (source: string, hash: string) => `${source}, input ${hash}`,
  strip: {
    measure: (month: string, hasPlan: boolean) =>
      `Headline numbers at the end of ${month}${hasPlan ? ", against plan" : ""}`,
    plan: "Plan",
    planned: (target: string, period: string) => `Plan${ofPeriod(period)} ${target}`,
    variance: (gap: string, isMet: boolean) =>
      isMet ? `${gap} better than plan` : `${gap} short of plan`,
  },
  rates: {
    measure: "Net and gross revenue retention over the 12 months to each month's end",
    finding: (nrr: string, move: Move | undefined, grr: string, month: string) =>
      `NRR is ${nrr} in ${month}${move ? `, ${moved(move)}` : ""}; GRR is ${grr}`,
    customers: "Customers of a year before",
  },
  definitions: {
    title: "What the numbers mean",
    measure: "As the metrics' catalogue defines them",
    metric: "Metric",
    definition: "Definition",
  },
  pages: (title: string, page: number, all: number) => `${title} (${page} of ${all})`,
  moreRows: (rows: number) => `${rows} more ${rows === 1 ? "row is" : "rows are"} on the site.`,
  cut: (start: string) => `The axis starts at ${start}.`,
  pale: "Pale italics: not every customer of the cohort is that old yet.",
  olderCohorts: (shown: number, all: number) => `The newest ${shown} of ${all} cohorts are shown.`,
  untold: (what: string) => `${what}: nothing is known of it in this view.`,
  left: { title: "Not in this deck", measure: "Figures that this build could not tell" },
  notes: {
    sql: (mart: string) => `SQL over ${mart}:`,
    made: (mart: string) => `How ${mart} is made:`,
    filtered: "Numbers inside the chart are in its data sheet: choose Edit data.",
  },
  chart: {
    category: "Category",
    interval: {
      from: "95% from",
      to: "95% to",
      size: "width of the 95% band",
      above: "up to the upper end",
      below: "down to the lower end",
    },
    bridge: {
      base: "unseen base",
      stock: "stock",
      up: "gained",
      down: "lost",
      top: "top, for the label",
    },
  },
} as const;
