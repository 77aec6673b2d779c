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
