import type { MetricSpec } from "../../metric.ts";
import { detractors, eligible, pastGrace, withinGrace, youngerThan } from "./rules.ts";
import { houseRule } from "./vendors.ts";

const byHalf = {
  theme: "surveys",
  time: { column: "wave", every: "half" },
  needs: ["surveys"],
  vendors: [],
} as const;

const lastAnswer = "One answer per respondent and half-year: the last.";
const everyAnswer =
  "Every answer counts, whoever gave it; relationship and after-ticket answers never mix.";

const answersOf = (
  kind: "csat" | "ces",
  touchpoint: "relationship" | "ticket",
  column: "good_share" | "mean_score" = "good_share",
) => {
  const where = { kind, touchpoint };
  const bySegment = { mart: "satisfactionBySegment", column, where, time: byHalf.time } as const;
  return { mart: "satisfaction", column, where, bySegment } as const;
};

const csat = {
  ...byHalf,
  unit: "share",
  direction: "up",
  formula: "CSAT = answers of 4 and 5 / answers, on a scale of 1 to 5",
  caveats: [everyAnswer],
  source: houseRule,
} as const;

const ces = {
  ...csat,
  formula: "CES = answers of 5 to 7 / answers, on a scale of 1 to 7",
} as const;

const renewed = {
  theme: "surveys",
  needs: ["surveys"],
  vendors: [],
  unit: "share",
  direction: "up",
  mart: "npsRenewals",
  column: "renewal_rate",
  notInputs: ["stg_renewable_ends"],
  notSettings: ["data_from"],
  alsoSettings: ["nps.scale"],
  caveats: [
    "An account is what the mean of its newest answers by the last day of the term says; an answer counts for the first term that ends after it, within 365 days.",
    (rules) => `Terms that have been ${pastGrace(rules)}, of all years together.`,
    "Associated with the score, not caused by it: some answer when they have decided.",
    eligible,
  ],
  source:
    "House rule; its interval is Wilson's score, that of a difference method 10 of Newcombe (1998), Statistics in Medicine 17, 873-890.",
} as const satisfies Partial<MetricSpec>;

export const surveys: readonly MetricSpec[] = [
  {
    ...byHalf,
    id: "nps",
    notSettings: ["data_from"],
    title: "Net promoter score",
    short: "NPS",
    definition: (rules) =>
      `Share of promoters (9-10) less share of detractors (${detractors(rules)}) of the newest half-year.`,
    alsoSettings: ["nps.scale"],
    formula: "NPS = 100 x (promoters - detractors) / answers",
    unit: "points",
    direction: "up",
    mart: "npsByWave",
    column: "nps",
    caveats: [
      eligible,
      lastAnswer,
      "A change between half-years is one only where its 95% interval excludes 0.",
    ],
    source:
      "Reichheld (2003), The One Number You Need to Grow; its interval is an adjusted Wald of the Agresti type.",
    unknown: "No eligible answer yet.",
  },
  {
    ...byHalf,
    id: "account_nps",
    notSettings: ["data_from"],
    title: "Net promoter score by account",
    short: "NPS, accounts",
    definition:
      "Share of promoting less share of detracting accounts, each judged by the mean of its respondents.",
    formula: "NPS = 100 x (accounts with a mean of 9 and more - with 6 and less) / accounts",
    unit: "points",
    direction: "up",
    mart: "accountNps",
    column: "nps",
    alsoSettings: ["nps.scale"],
    caveats: [lastAnswer, "An account counts once, however many of its people answer.", eligible],
    source: houseRule,
    unknown: "No eligible answer yet.",
  },
  {
    ...byHalf,
    id: "weighted_nps",
    notSettings: ["data_from"],
    title: "Net promoter score weighted by ARR",
    short: "NPS, by ARR",
    definition: "Share of ARR of promoting accounts less share of ARR of detracting ones.",
    formula: "NPS = 100 x (ARR of promoting accounts - of detracting accounts) / ARR of accounts",
    unit: "points",
    direction: "up",
    mart: "accountNps",
    column: "weighted_nps",
    alsoSettings: ["nps.scale"],
    caveats: ["ARR on the day of the account's newest answer; it has no interval.", eligible],
    source: houseRule,
    unknown: "No eligible answer of an account with ARR.",
  },
  {
    ...byHalf,
    id: "response_rate",
    notInputs: ["account_lifetimes", "stg_coverage"],
    notSettings: ["nps.eligible_days"],
    alsoSettings: ["nps.scale"],
    title: "Response rate",
    short: "Response rate",
    definition:
      "Of the people asked for the net promoter score in the half-year, the share that answered.",
    formula: "Response rate = people who answered / people asked",
    unit: "share",
    direction: "up",
    mart: "npsEligibility",
    column: "answered_share",
    caveats: ["Known where the file has a row for each invitation, blank where nobody answered."],
    source: houseRule,
    unknown: "The file has no invitations without an answer.",
  },
  {
    ...byHalf,
    id: "nps_answers",
    notSettings: ["data_from"],
    title: "Answers behind the net promoter score",
    short: "NPS answers",
    definition: "Eligible answers of the newest half-year, the last of each respondent.",
    alsoSettings: ["nps.scale"],
    formula: "Answers = promoters + passives + detractors",
    unit: "count",
    direction: "up",
    mart: "npsByWave",
    column: "answers",
    caveats: [lastAnswer, eligible, "Fewer than 10 are too few to compare."],
    source: houseRule,
    unknown: "No eligible answer yet.",
  },
  {
    ...byHalf,
    id: "nps_young",
    notSettings: ["data_from"],
    title: "Net promoter score of young accounts",
    short: "NPS, young accounts",
    definition: (rules) =>
      `The score of answers from accounts younger than ${youngerThan(rules)}, told apart.`,
    alsoSettings: ["nps.scale"],
    formula:
      "NPS = 100 x (promoters - detractors) / answers, of accounts that are not eligible yet",
    unit: "points",
    direction: "up",
    mart: "npsEligibility",
    column: "young_nps",
    caveats: ["Not in the net promoter score."],
    source: houseRule,
    unknown: "No answer from a young account.",
  },
  {
    ...renewed,
    id: "renewal_rate_promoters",
    title: "Renewal rate of promoters",
    short: "Renewal, promoters",
    definition: (rules) =>
      `Of the terms that ended when the account was a promoter, the share followed by another ${withinGrace(rules)}.`,
    formula: "Renewal rate = terms of promoters renewed / terms of promoters that ended",
    where: { class: "promoter" },
    unknown: "No term has ended after its account answered as a promoter.",
  },
  {
    ...renewed,
    id: "renewal_rate_detractors",
    title: "Renewal rate of detractors",
    short: "Renewal, detractors",
    definition: (rules) =>
      `Of the terms that ended when the account was a detractor, the share followed by another ${withinGrace(rules)}.`,
    formula: "Renewal rate = terms of detractors renewed / terms of detractors that ended",
    where: { class: "detractor" },
    unknown: "No term has ended after its account answered as a detractor.",
  },
  {
    ...csat,
    id: "csat",
    title: "Customer satisfaction",
    short: "CSAT",
    definition: "Share of 4 and 5 of the relationship answers of the newest half-year.",
    ...answersOf("csat", "relationship"),
    unknown: "No CSAT answer about the relationship.",
  },
  {
    ...csat,
    id: "csat_ticket",
    title: "Customer satisfaction after a ticket",
    short: "CSAT, ticket",
    definition: "Share of 4 and 5 of the answers after a ticket of the newest half-year.",
    ...answersOf("csat", "ticket"),
    unknown: "No CSAT answer after a ticket.",
  },
  {
    ...ces,
    id: "ces",
    title: "Customer effort score",
    short: "CES",
    definition: "Share of 5 to 7 of the relationship answers of the newest half-year.",
    ...answersOf("ces", "relationship"),
    unknown: "No CES answer about the relationship.",
  },
  {
    ...ces,
    id: "ces_ticket",
    title: "Customer effort score after a ticket",
    short: "CES, ticket",
    definition: "Share of 5 to 7 of the answers after a ticket of the newest half-year.",
    ...answersOf("ces", "ticket"),
    unknown: "No CES answer after a ticket.",
  },
  {
    ...ces,
    id: "ces_mean_ticket",
    title: "Mean effort after a ticket",
    short: "CES mean, ticket",
    definition: "Mean of the 1 to 7 answers after a ticket of the newest half-year.",
    formula: "Mean = sum of scores / answers, 7 = very easy",
    unit: "score",
    ...answersOf("ces", "ticket", "mean_score"),
    unknown: "No CES answer after a ticket.",
  },
];
