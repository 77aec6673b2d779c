/** What happened, on charts over time. */
export const events = {
  kinds: {
    price: "price",
    launch: "launch",
    outage: "outage",
    team: "team",
    market: "market",
  },
  /** "Price change (price, Feb 1, 2024)" */
  told: (label: string, kind: string | undefined, day: string) =>
    `${label} (${kind === undefined ? "" : `${kind}, `}${day})`,
  marked: (told: readonly string[]) => `Marked: ${told.join("; ")}.`,
  column: "What happened",
} as const;
