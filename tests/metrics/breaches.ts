/** A mart's sums over the segments of each dimension, where they are not those of the whole. */
function addUp(
  mart: string,
  keys: readonly string[],
  sums: readonly string[],
  where = "dimension <> 'all'",
): string {
  const summed = sums.map((column) => `sum(${column}) as ${column}`).join(", ");
  const differs = sums
    .map((column) => `abs(parts.${column} - whole.${column}) > 0.00005`)
    .join(" or ");
  const same = keys.map((key) => `parts.${key} = whole.${key}`);
  const by = ["dimension", ...keys].join(", ");
  return `from (select ${by}, ${summed} from ${mart} where ${where} group by ${by}) as parts
    join ${mart} as whole on ${["whole.dimension = 'all'", ...same].join(" and ")}
    where ${differs}`;
}

/** What must never be: each select gives the rows that break the rule. */
export const breaches: Record<string, string> = {
  "a customer has MRR above 0, and whoever has none is no customer": `from stg_account_runs
    where mrr <= 0`,
  "customers and MRR are above 0 together, in every month and segment": `from mrr_movements
    where (closing_customers > 0) <> (closing_mrr > 0) or closing_customers < 0
      or least(new_mrr, reactivation_mrr, expansion_mrr, contraction_mrr, churn_mrr) < 0`,
  "shares of the largest customers stay in [0, 1]": `from revenue_concentration
    where share_of_1 not between 0 and 1 + 1e-12 or share_of_5 not between 0 and 1 + 1e-12
      or share_of_20 not between 0 and 1 + 1e-12 or customers_of_80_share not between 0 and 1`,
  "movements foot": `from mrr_movements where closing_mrr <> opening_mrr + new_mrr
    + reactivation_mrr + expansion_mrr - contraction_mrr - churn_mrr + fx_mrr`,
  "customers foot": `from mrr_movements where closing_customers <> opening_customers
    + new_customers + reactivated_customers - churned_customers`,
  "a month opens as the one before closed": `from mrr_movements
    window by_month as (partition by dimension, segment order by month)
    qualify opening_mrr <> lag(closing_mrr, 1, 0) over by_month
      or opening_customers <> lag(closing_customers, 1, 0) over by_month`,
  "churned and kept customers are the opening ones": `from net_revenue_retention
    where round(opening_accounts * annual_logo_churn) + kept_accounts <> opening_accounts`,
  "newcomers are not among the churned opening customers": `from mrr_movements
    where opening_churned_customers > opening_customers
      or opening_churned_customers > churned_customers`,
  "GRR is at most 1 and at most NRR": `from net_revenue_retention
    where grr > 1 or grr > nrr or capped_mrr > retained_mrr`,
  "segments of movements add up to the whole": addUp(
    "mrr_movements",
    ["month"],
    [
      "opening_mrr",
      "new_mrr",
      "expansion_mrr",
      "contraction_mrr",
      "churn_mrr",
      "reactivation_mrr",
      "fx_mrr",
      "closing_mrr",
      "opening_customers",
      "new_customers",
      "churned_customers",
      "reactivated_customers",
      "closing_customers",
    ],
  ),
  "segments of retention add up to the whole": addUp(
    "net_revenue_retention",
    ["month"],
    ["opening_accounts", "kept_accounts", "opening_mrr", "retained_mrr", "capped_mrr"],
  ),
  "segments of revenue add up to the whole": addUp(
    "recurring_revenue",
    ["month"],
    ["mrr", "arr", "carr", "customers"],
  ),
  "segments of signed contracts add up to the whole": addUp(
    "contract_value",
    ["month"],
    ["contracts", "tcv"],
  ),
  "segments of the churn rates' parts add up to the whole": addUp(
    "churn_rates",
    ["month"],
    ["customers_at_risk", "customers_lost"],
  ),
  "segments of survival leave and are censored as the whole does": addUp(
    "survival_curve",
    ["age"],
    ["events", "censored"],
  ),
  "segments of payback add up to the whole": addUp(
    "left_before_payback",
    [],
    ["customers", "churned", "left_before", "unrecovered_cac"],
  ),
  "segments of answers add up to the whole": addUp(
    "nps_by_wave",
    ["wave"],
    ["answers", "promoters", "detractors"],
    "dimension in ('tier', 'region')",
  ),
  "survival never rises and stays in [0, 1]": `from survival_curve
    qualify survival > lag(survival, 1, 1) over (partition by dimension, segment order by age)
      or survival < 0 or survival > 1`,
  "the band holds the curve": `from survival_curve
    where lower > survival or upper < survival or lower < 0 or upper > 1`,
  "who was at risk has left, was censored, or is at risk one age on": `from survival_curve
    qualify at_risk < lag(at_risk - events - censored, 1, 0)
      over (partition by dimension, segment order by age)`,
  "a cohort's cell never has more live accounts than reached ones": `from cohort_retention
    where live > reached or reached > size or capped_mrr > mrr or gross_retention > 1`,
  "the stocks of cohorts of months are those of movements": `from (
      select cohort, age, live, mrr from cohort_retention where unit = 'month' and age = 0
    ) as starts
    join mrr_movements as moves on moves.dimension = 'all' and moves.month = starts.cohort
    cross join settings
    where churn_same_month = 'counts' and live <> moves.new_customers`,
  "triangles of segments add up to that of the whole": `from (
      select dimension, unit, cohort, age, sum(live) as live, sum(mrr) as mrr,
        sum(capped_mrr) as capped, sum(reached) as reached, sum(size) as size
      from cohort_retention_by_segment group by dimension, unit, cohort, age) as parts
    join cohort_retention as whole using (unit, cohort, age)
    where (parts.live, parts.mrr, parts.capped, parts.reached)
        <> (whole.live, whole.mrr, whole.capped_mrr, whole.reached)
      or parts.size > whole.size`,
  "payback of segments' cohorts adds up to that of the whole": `from (
      select dimension, cohort, sum(customers) as customers, sum(customers * cac) as cac,
        min(reached_age) as reached_age
      from cohort_payback_by_segment group by dimension, cohort) as parts
    join cohort_payback as whole using (cohort)
    where parts.customers <> whole.customers or parts.reached_age <> whole.reached_age
      or abs(parts.cac - whole.customers * whole.cac) > 0.00001 * whole.customers`,
  "a segment of all a cohort's customers pays back as the cohort does": `from cohort_payback
    join cohort_payback_by_segment as own using (cohort, customers)
    where cohort_payback.payback_age is distinct from own.payback_age
      or abs(cohort_payback.recovered_share - own.recovered_share) > 0.000001`,
  "renewal rates by count are at most 1, pure ones at most those with expansion": `from renewal_rates
    where renewal_rate not between 0 and 1 or pure_rate not between 0 and 1
      or pure_rate > expanded_rate or renewed > ended`,
  "quarters and segments of renewals add up to the months of the whole": `from (
      select dimension, unit, sum(ended) as ended, sum(renewed) as renewed,
        sum(open_events) as open_events, sum(expiring_arr) as expiring, sum(kept_arr) as kept
      from renewal_rates group by dimension, unit) as parts
    cross join (
      select sum(ended) as ended, sum(renewed) as renewed, sum(open_events) as open_events,
        sum(expiring_arr) as expiring, sum(kept_arr) as kept
      from renewal_rates where dimension = 'all' and unit = 'month') as whole
    where (parts.ended, parts.renewed, parts.open_events, parts.expiring, parts.kept)
      <> (whole.ended, whole.renewed, whole.open_events, whole.expiring, whole.kept)`,
  "more of the largest customers have more of the revenue": `from revenue_concentration
    where share_of_1 > share_of_5 + 1e-12 or share_of_5 > share_of_20 + 1e-12
      or share_of_20 > 1 + 1e-12 or customers_of_80 not between 1 and customers`,
  "concentration is of the customers and the ARR of the month": `from revenue_concentration as largest
    join recurring_revenue as whole using (dimension, segment, month)
    where (largest.customers, largest.arr) <> (whole.customers, whole.arr)`,
  "who awaits renewal is listed and counted alike": `from (
      select count(*) as customers, coalesce(sum(mrr), 0) as mrr from awaiting_renewal) as listed
    join mrr_movements as counted on counted.dimension = 'all'
    where counted.month = (select max(month) from mrr_movements)
      and (listed.customers, listed.mrr)
        <> (counted.awaiting_renewal_customers, counted.awaiting_renewal_mrr)`,
  "scores stay in [-100, 100] and in their intervals": `from (
      select nps, lower, upper from nps_by_wave
      union all select nps, lower, upper from account_nps)
    where nps not between -100 and 100 or lower < -100 or upper > 100 or lower > upper`,
  "scores by ARR stay in [-100, 100]": `from account_nps
    where abs(weighted_nps) > 100 + 1e-9 or promoter_arr + detractor_arr > arr
      or promoters + passives + detractors <> accounts`,
  "answers have one standing each": `from nps_eligibility
    where received <> counted + blank + replaced + young + not_customers
      or answered_share not between 0 and 1`,
  "shares of satisfied answers are shares": `from satisfaction_by_segment
    where good_share not between 0 and 1`,
  "who left before paying back has left": `from left_before_payback
    where left_before > churned or churned > customers or unrecovered_cac < 0`,
  "segments of margins add up to the whole": `from (
      select dimension, month, sum(service_cost) as cost from gross_margin
      group by dimension, month) as parts
    join gross_margin as whole on whole.dimension = 'all' and whole.month = parts.month
    where parts.cost <> whole.service_cost`,
  "the trough of a fleet is its lowest month": `from fleet_cash
    qualify is_trough and cumulative_cash > min(cumulative_cash) over (partition by dimension, segment)`,
  "p values are chances, and Holm's are no smaller": `from (
      select p_value, holm_p_value from survival_comparison
      union all select p_value, holm_p_value from survival_differences)
    where p_value not between 0 and 1 or holm_p_value not between p_value and 1`,
  "by day survival never rises, stays in [0, 1] and in its band": `from survival_curve_by_day
    qualify survival > lag(survival, 1, 1) over (partition by dimension, segment order by age)
      or survival < 0 or survival > 1 or lower > survival or upper < survival`,
  "two segments differ by one test, whichever it is": `from survival_differences as test
    join survival_comparison as pair using (dimension)
    where test.segments = 2 and abs(test.chi_square - pair.chi_square) > 1e-6
      and (select count(*) from survival_comparison as other
        where other.dimension = test.dimension) = 1`,
  "the log-rank variance and chi-square are not negative": `from survival_comparison
    where variance < 0 or chi_square < 0`,
};
