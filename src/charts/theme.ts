/**
 * Colours of the charts. The pictures name them as custom properties (chart.css holds the values); the deck and the
 * copied pictures, which have no stylesheet, take the values here. A test holds the two together and the contrasts up.
 */
export const palette = {
  light: {
    ink: "#17252d",
    muted: "#55656e",
    grid: "#e1e7ea",
    rule: "#7f8d95",
    paper: "#ffffff",
    accent: "#0b6170",
    lost: "#b8431a",
    grey: "#9aa6ac",
    total: "#50616b",
    passive: "#b4bfc5",
    "series-1": "#0b6170",
    "series-2": "#96640a",
    "series-3": "#2c69b0",
    "series-4": "#8b4a8c",
    "series-5": "#17252d",
    "series-6": "#66737b",
    "low-1": "#eef5f6",
    "low-2": "#d6e9eb",
    "low-3": "#b3d8dc",
    "low-4": "#86c0c7",
    "low-5": "#57a5ae",
    "low-6": "#1c7784",
    "low-7": "#0b5563",
    "low-1-ink": "#17252d",
    "low-2-ink": "#17252d",
    "low-3-ink": "#17252d",
    "low-4-ink": "#17252d",
    "low-5-ink": "#17252d",
    "low-6-ink": "#ffffff",
    "low-7-ink": "#ffffff",
    "around-1": "#b8431a",
    "around-2": "#e5a17d",
    "around-3": "#f5dacb",
    "around-4": "#eef1f2",
    "around-5": "#c3e0e3",
    "around-6": "#78b8c0",
    "around-7": "#1c7784",
    "around-1-ink": "#ffffff",
    "around-2-ink": "#17252d",
    "around-3-ink": "#17252d",
    "around-4-ink": "#17252d",
    "around-5-ink": "#17252d",
    "around-6-ink": "#17252d",
    "around-7-ink": "#ffffff",
  },
  dark: {
    ink: "#e8eef0",
    muted: "#a3b3bb",
    grid: "#2a373e",
    rule: "#6b7c84",
    paper: "#10191e",
    accent: "#56bcc8",
    lost: "#f08a62",
    grey: "#65737b",
    total: "#75868f",
    passive: "#4a5961",
    "series-1": "#56bcc8",
    "series-2": "#e0b34a",
    "series-3": "#7db4f0",
    "series-4": "#d596d6",
    "series-5": "#e8eef0",
    "series-6": "#9aa9b1",
    "low-1": "#19262c",
    "low-2": "#1b343b",
    "low-3": "#1d4750",
    "low-4": "#205b65",
    "low-5": "#3a929d",
    "low-6": "#62b5bf",
    "low-7": "#9bd6dc",
    "low-1-ink": "#e8eef0",
    "low-2-ink": "#e8eef0",
    "low-3-ink": "#e8eef0",
    "low-4-ink": "#e8eef0",
    "low-5-ink": "#0b1418",
    "low-6-ink": "#0b1418",
    "low-7-ink": "#0b1418",
    "around-1": "#e0764a",
    "around-2": "#8f4a2c",
    "around-3": "#543529",
    "around-4": "#27333a",
    "around-5": "#1d4750",
    "around-6": "#3a929d",
    "around-7": "#7cc8d0",
    "around-1-ink": "#0b1418",
    "around-2-ink": "#ffffff",
    "around-3-ink": "#e8eef0",
    "around-4-ink": "#e8eef0",
    "around-5-ink": "#e8eef0",
    "around-6-ink": "#0b1418",
    "around-7-ink": "#0b1418",
  },
} as const;

export type Colour = keyof typeof palette.light;

export type Scheme = "low" | "around";
export type CellLevel = `${Scheme}-${1 | 2 | 3 | 4 | 5 | 6 | 7}`;

export const paint = (colour: Colour): string => `var(--chart-${colour})`;

/** Width under which a chart is laid out for a phone. */
const narrowBelow = 480;

export const isNarrow = (width: number): boolean => width < narrowBelow;

export const fontSize = (width: number): number => (isNarrow(width) ? 11 : 12);

/** Height of the plots whose rows do not decide it, where nobody wants another. */
export const plotHeight = ({ width, plot }: { width: number; plot?: number | undefined }): number =>
  plot ?? (isNarrow(width) ? 220 : width < 900 ? 290 : 340);

/** Distance between two lines of text. */
export const lineHeight = 15;

/** Lines of up to six segments; from the fourth on dashed too, for greyscale prints and colour blindness. */
const seriesLooks = [
  { colour: paint("series-1"), dash: undefined },
  { colour: paint("series-2"), dash: undefined },
  { colour: paint("series-3"), dash: undefined },
  { colour: paint("series-4"), dash: "7 3" },
  { colour: paint("series-5"), dash: "2 3" },
  { colour: paint("series-6"), dash: "9 3 2 3" },
] as const;

export type SeriesLook = (typeof seriesLooks)[number];

/** @throws past the sixth series: more lines than that cannot be told apart. */
export function seriesLook(index: number): SeriesLook {
  const look = seriesLooks[index];
  if (look === undefined) {
    throw new Error(
      `series ${index + 1} has no look of its own; draw at most ${seriesLooks.length} in a chart`,
    );
  }
  return look;
}

const steps = [1, 2, 3, 4, 5, 6, 7] as const;

/** Colour of a cell in the class with so many of a scheme's seven below it. */
export const cellLevel = (scheme: Scheme, below: number): CellLevel =>
  `${scheme}-${steps[below] ?? 7}`;
