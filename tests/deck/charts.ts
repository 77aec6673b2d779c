import type { NativeChart } from "../../src/charts/index.ts";

/** A chart of every kind, with gaps, intervals, marks and levels. */
export const charts: Readonly<Record<string, NativeChart>> = {
  line: {
    kind: "line",
    unit: "share",
    days: ["2025-01-01", "2025-02-01", "2025-03-01"],
    categories: ["Jan 2025", "Feb 2025", "Mar 2025"],
    series: [
      { name: "NRR", values: [1.02, null, 1.06], faint: [2] },
      { name: "GRR", values: [0.9, 0.91, 0.89] },
    ],
    level: { name: "target", value: 1.05 },
  },
  close: {
    kind: "line",
    unit: "money",
    axis: "months since start",
    categories: ["0", "1"],
    series: [
      { name: "stays", values: [-5000, 100] },
      { name: "leaves", values: [-5000, 90], tone: "accent" },
    ],
    marks: [
      { name: "month 1", place: 1, series: 0 },
      { name: "month 1", place: 1, series: 1 },
    ],
  },
  band: {
    kind: "band",
    unit: "share",
    axis: "months since start",
    categories: ["0", "1", "2"],
    series: [
      { name: "everyone", values: [0, 0.1, 0.2], low: [null, 0.05, 0.1], high: [null, 0.2, 0.4] },
    ],
    marks: [{ name: "break-even month 1", place: 1 }],
  },
  points: {
    kind: "bar",
    unit: "points",
    categories: ["small", "enterprise"],
    series: [{ name: "NPS", values: [30, null], low: [10, null], high: [45, null], faint: [0] }],
    level: { name: "company +31", value: 31 },
  },
  columns: {
    kind: "column",
    unit: "money",
    categories: ["2025 Q1", "2025 Q2"],
    series: [
      { name: "before", values: [1_000_000, 1_200_000] },
      { name: "now", values: [1_500_000, null], faint: [0] },
    ],
  },
  bars: {
    kind: "bar",
    unit: "ratio",
    categories: ["small", "enterprise"],
    series: [{ name: "LTV:CAC", values: [2.5, 4] }],
    level: { name: "healthy from 3.0x", value: 3 },
  },
  stacked: {
    kind: "stacked",
    unit: "share",
    categories: ["2024 H2", "2025 H1"],
    series: [
      { name: "detractors", values: [0.2, 0.01], tone: "lost" },
      { name: "passives", values: [0.3, 0.49], tone: "grey" },
      { name: "promoters", values: [0.5, 0.5], tone: "accent" },
    ],
  },
  bridge: {
    kind: "bridge",
    unit: "money",
    categories: ["start", "new", "churn", "end"],
    series: [{ name: "ARR", values: [1000, 500, -200, 1300] }],
  },
};
