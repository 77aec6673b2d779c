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
});
