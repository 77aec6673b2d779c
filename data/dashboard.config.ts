import { defineDashboard } from "hourglass";

/** The sample company; `npm run sample` made its files. Copy this file beside your own CSVs. */
export default defineDashboard({
  company: { name: "Tidewater", currency: "USD" },
  datasets: {
    accounts: "accounts.csv",
    contracts: "contracts.csv",
    costs: "costs.csv",
    fx: "fx.csv",
    goals: "goals.csv",
    seats: "seats.csv",
    surveys: "surveys.csv",
    usage: "usage.csv",
  },
  events: [
    { on: "2024-02-01", label: "List price raised", kind: "price" },
    { on: "2024-10-14", label: "New reporting, disliked", kind: "launch" },
    { on: "2025-02-17", label: "Old reports restored", kind: "launch" },
  ],
  nps: {
    themes: {
      price: ["price", "expensive", "value"],
      support: ["support", "tickets", "works as designed"],
      onboarding: ["onboarding", "setup", "set it up", "training", "rolled it out"],
      reporting: ["report", "reports", "reporting", "dashboards"],
      "ease of use": ["easy", "clicks", "simply works", "without asking IT"],
      "missing features": ["single sign-on", "audit export", "mobile app", "the export is gone"],
    },
  },
});
