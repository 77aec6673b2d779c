/** Words of the worked questions: what an analyst asks, and how the SQL answers it. */
export const questions = {
  topics: {
    churn: "Churn",
    payback: "Payback",
    nps: "NPS",
    concentration: "Concentration",
  },
  metrics: "Metrics",
  /** Beside the values of metrics. */
  more: "Metrics over time and by segment",
  figures: (page: string) => `Figures: ${page}`,
  marts: "How marts are made",
  /** A figure with several queries. */
  part: (what: string, place: number, all: number) =>
    all === 1 ? what : `${what} (${place} of ${all})`,
  /** Of a metric's page. */
  history: (metric: string) => `${metric}: history`,
  segments: (metric: string) => `${metric}: by segment`,
  tests: (metric: string) => `${metric}: tests`,
  worked: {
    "churn/who-left": {
      title: "Which customers left in the last three months, and what did they pay?",
      about:
        "The loss of each month is the one that the MRR movements count; ARR is 12 x the MRR before it went.",
    },
    "churn/by-tier-and-fit": {
      title: "Does it matter whom we sell to? Churn of a year by tier and fit",
      about:
        "Customers of a year ago, and the same today. Who came back within the year counts as kept. Small groups swing widely.",
    },
    "churn/by-age": {
      title: "At which age do customers leave, by plan?",
      about:
        "First churns per month that customers lived through, so that young and old customers compare although most are young.",
    },
    "churn/renewals-ahead": {
      title: "Whose terms end in the next 90 days, and how are they doing?",
      about:
        "One row per customer and last day, at the exchange rates of the as-of month. Score: mean of the customer's newest half-year; seats: the newest month.",
    },
    "churn/use-before-leaving": {
      title: "Does use fall before customers leave?",
      about:
        "Events of 90 days against the 90 days before, up to the day of churn or else the as-of day; only customers with 180 recorded days. An association, no cause.",
    },
    "churn/seats-and-churn": {
      title: "Do customers that activate few seats early leave more often?",
      about:
        "Activated / purchased seats in the third month after the start, against churn before month 15; only customers that have had the time.",
    },
    "payback/by-segment": {
      title: "Which channels and tiers pay back fastest, and which earn most for their cost?",
      about:
        "CAC / (ARPA of new customers x margin), over the newest 12 complete months; only segments whose costs are told apart.",
    },
    "payback/cohorts": {
      title: "Do newer cohorts pay back faster than older ones?",
      about:
        "First month of age at which the cohort's average margin had paid its CAC; a blank has not got there yet. The newest cohorts have had little time.",
    },
    "payback/left-before": {
      title: "Where do we lose acquisition cost? Who left before paying it back",
      about: "Each customer at the CAC of its own start month, against the margin it had paid.",
    },
    "payback/farthest-from-it": {
      title: "Which live customers are farthest from paying back?",
      about:
        "CAC of the start month less the margin paid so far; months to go at what the customer pays now. The 50 farthest.",
    },
    "payback/spend-and-wins": {
      title: "What do marketing and sales buy, quarter by quarter?",
      about:
        "Cost as spent, against the customers won in the same quarter: without the lag that cac.lag_months may set for CAC.",
    },
    "nps/by-tier": {
      title: "How do tiers score, half-year by half-year?",
      about:
        "From single answers: one per person and half-year, of customers of 90 days and more as configured. Read bars of few answers with care.",
    },
    "nps/turned": {
      title: "Who turned into a detractor since the half-year before?",
      about:
        "A customer's class is that of the mean of its people's scores; ARR is that of the day of the newest answer.",
    },
    "nps/detractors-renewing": {
      title: "How much ARR renews in the next half-year, by mood?",
      about:
        "Lines by the month of their last day, and the customer's class in the newest half-year in which it answered. Silent: it never did.",
    },
    "nps/silent": {
      title: "Which large customers say nothing?",
      about:
        "Live customers without a counted answer in the two newest half-years with answers; the 50 largest.",
    },
    "nps/before-leaving": {
      title: "Do detractors leave more often within 180 days?",
      about:
        "Answers whose 180 days are over. Several people of one customer count each; an association, no cause.",
    },
    "concentration/largest": {
      title: "Who are the twenty largest customers, and how much hangs on them?",
      about: "ARR of the newest complete month, with shares of the whole company's.",
    },
    "concentration/largest-terms": {
      title: "When do the ten largest customers' contracts end?",
      about:
        "The last day of the latest of their live lines; blank = open, so that they can leave at notice.",
    },
    "concentration/by-industry": {
      title: "Is revenue spread over industries, and is it getting better?",
      about:
        "Shares of ARR today and a year ago. Herfindahl index: the sum of squared shares, 1 where one industry brings all.",
    },
    "concentration/without-the-largest": {
      title: "Would we still grow without the ten largest customers?",
      about:
        "Net and gross retention of a year: of all customers of a year ago, and of all but the ten that were the largest then.",
    },
  },
} as const;
