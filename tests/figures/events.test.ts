import { expect, it } from "vitest";
import { arrOverTimeFigure } from "../../src/figures/overview/arr-over-time.ts";
import { eventSentences, eventsWithin } from "../../src/figures/timeline/events.ts";
import { viewOf } from "../../src/figures/view.ts";
import { reportWith } from "./report.ts";

const happened = [
  { on: "2025-08-31", label: "Outage of a day" },
  { on: "2025-06-01", label: "Price change", kind: "price" as const },
];
const month = (day: string, arr: number) => ({
  dimension: "all",
  segment: "all",
  month: day,
  arr,
  mrr: arr / 12,
  is_complete: true,
});
const plain = reportWith({
  recurringRevenue: [
    month("2025-05-01", 1_200),
    month("2025-06-01", 1_200),
    month("2025-07-01", 1_200),
  ],
});
const report = { ...plain, definitions: { ...plain.definitions, events: happened } };

it("what happened is in the order of time, and of the months of the figure only", () => {
  const { format } = viewOf(report);
  const labels = (starts: string[], months?: number) =>
    eventsWithin(report, starts, format, months).map(({ label }) => label);
  expect(labels(["2025-06-01", "2025-07-01", "2025-08-01"])).toEqual([
    "Price change",
    "Outage of a day",
  ]);
  expect(labels(["2025-06-01", "2025-07-01"])).toEqual(["Price change"]);
  expect(labels(["2025-06-01", "2025-07-01"], 6)).toEqual(["Price change", "Outage of a day"]);
  expect(labels([])).toEqual([]);
});

it("a figure over time marks them, tells them in its caveat, and has them in its table", () => {
  const { events, caveat, table } = arrOverTimeFigure(viewOf(report));
  expect(events?.map(({ day }) => day)).toEqual(["2025-06-01"]);
  expect(caveat).toContain("Marked: Price change (price, Jun 1, 2025).");
  expect(table?.columns.at(-1)?.label).toBe("What happened");
  expect(table?.rows.map((row) => row.at(-1))).toEqual([
    "",
    "Price change (price, Jun 1, 2025)",
    "",
  ]);
});

it("a figure in whose months nothing happened says nothing of it", () => {
  const { caveat, table } = arrOverTimeFigure(viewOf(plain));
  expect(caveat).not.toContain("Marked");
  expect(table?.columns.map(({ label }) => label)).not.toContain("What happened");
  expect(eventSentences([])).toEqual([]);
});
