import { defineDashboard } from "hourglass";

/**
 * IBM's telco churn file, by mapping alone. Put Telco-Customer-Churn.csv beside this file: it is
 * in the folder data of the GitHub repository IBM/telco-customer-churn-on-icp4d (Apache-2.0).
 *
 * The file has no dates, only whole months of tenure, and its churn is that of the last month. So
 * every customer starts `tenure` months before one January, those who churned leave on its first
 * day, and the data is complete to its last. A snapshot knows no churn before that month: the churn
 * curve is right, the cohort triangles show the last month's losses only.
 */
const january = "2020-01-01";

export default defineDashboard({
  company: { name: "Telco", currency: "USD" },
  as_of: "2020-01-31",
  contracts: { end_is: "exclusive" },
  segments: { main: "plan" },
  north_star: { metric: "churn" },
  site: {
    note: "One snapshot of January 2020: earlier churn is not in the file. The churn curve allows for that; the cohort triangles and the year's churn show the last month's losses only.",
  },
  raw: { telco: "Telco-Customer-Churn.csv" },
  datasets: {
    accounts: {
      sql: `
        select
            "customerID" as account_id,
            "customerID" as name,
            "Contract" as plan,
            "PaymentMethod" as channel,
            case "InternetService"
                when 'No' then 'no internet'
                else "InternetService"
            end as industry
        from telco`,
    },
    contracts: {
      sql: `
        select
            "customerID" as contract_id,
            "customerID" as account_id,
            date '${january}' - to_months(cast("tenure" as integer)) as starts_on,
            case when "Churn" = 'Yes' then date '${january}' end as ends_on,
            case when "Churn" = 'Yes' then date '${january}' end as cancelled_on,
            "MonthlyCharges" as mrr,
            'monthly' as billing,
            "Contract" as product
        from telco`,
    },
  },
});
