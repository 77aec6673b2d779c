import type { Move } from "./overview.ts";
import { listed, plural } from "./site.ts";

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
    measure: "As this site computes them",
    metric: "Metric",
    definition: "Definition",
  },
  pages: (title: string, page: number, all: number) => `${title} (${page} of ${all})`,
  moreRows: (rows: number) => `${rows} more ${rows === 1 ? "row is" : "rows are"} on the site.`,
  cut: (start: string) => `The axis starts at ${start}.`,
  pale: "Pale italics: not every customer of the cohort is that old yet.",
  olderCohorts: (shown: number, all: number) => `The newest ${shown} of ${all} cohorts are shown.`,
  untold: (what: string) => `${what}: nothing is known of it in this view.`,
  noSegment: (what: string, dimension: string, segment: string, known: readonly string[]) =>
    `${what}: no customer is of ${dimension} ${segment}; there ${plural(known.length, "is", "are")} ${known.length > 0 ? listed(known) : "none"}.`,
  left: { title: "Not in this deck", measure: "Figures that this build could not tell" },
  sql: "SQL:",
  builder: {
    add: "Add to deck",
    added: (slides: number) =>
      `Added: your deck has ${slides} ${slides === 1 ? "slide" : "slides"}.`,
    open: "Open your deck",
    name: "Your deck",
    title: "Your own deck",
    lead: "Figures that you added from the pages, as they were shown: with their filter, and the numbers of that day. It stays in this browser. “Add to deck” stands under every figure of numbers and every chart of the console; lists of files, fields, settings and accounts are no figures and have none.",
    noScript: "Decks are put together by scripts, which this browser does not run.",
    deckTitle: "Title of the deck",
    file: "Download PowerPoint",
    clear: "Start again",
    empty: "Nothing is in it yet. “Add to deck” under a figure puts it here:",
    ready: "Or take the one that every build makes, in the order of a board meeting:",
    up: "Up",
    down: "Down",
    drag: "Drag to another place",
    remove: "Remove",
    of: (act: string, slide: string) => `${act}: ${slide}`,
    page: "Its page",
    edit: "Title, commentary and notes",
    fields: {
      title: "Title",
      commentary: "Commentary beside the figure",
      notes: "Notes for the speaker",
    },
    hints: {
      commentary: "Markdown: paragraphs, - lists, **bold**",
      notes: "Said before where the numbers come from",
    },
    old: "Its numbers are of other files than this site’s. Open its page and add it again to have the new ones.",
    moved: (place: number, all: number) => `Slide ${place} of ${all} now.`,
    removed: (left: number) => `Removed; ${left} left.`,
    cleared: "The deck is empty.",
    sure: (slides: number) =>
      `Remove ${slides === 1 ? "the slide" : `all ${slides} slides`} of your deck?`,
    working: "Writing the file…",
    fileName: "deck.pptx",
    saved: (name: string) => `${name} is in your downloads.`,
    full: "This browser keeps no more: remove a slide, or allow the site to store data.",
    failed: (why: string) => `That did not work: ${why}`,
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
