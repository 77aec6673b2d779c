import { defineMart } from "../mart.ts";

const counted = {
  answers: "count",
  promoters: "count",
  passives: "count",
  detractors: "count",
  nps: "ratio?",
  lower: "ratio?",
  upper: "ratio?",
} as const;

export const npsByWave = defineMart({
  name: "nps_by_wave",
  title: "Net promoter score",
  definition:
    "% promoters (9-10) - % detractors (6 and less) of the eligible relationship answers of a half-year, the last of each respondent, with adjusted Wald interval.",
  unit: "points from -100 to 100",
  caveat:
    "Accounts that were customers for 90 days (nps.eligible_days) and more. Answers without a role, module or service are in no such segment. A change from the wave before is called one only when its 95% interval excludes 0.",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    wave_label: "text",
    is_latest: "flag",
    ...counted,
    previous_nps: "ratio?",
    change: "ratio?",
    change_lower: "ratio?",
    change_upper: "ratio?",
    is_change: "flag",
  },
});

export const accountNps = defineMart({
  name: "account_nps",
  title: "Net promoter score by account",
  definition:
    "% promoting - % detracting accounts of a half-year, each account judged by the mean of its respondents, with adjusted Wald interval; beside it the same shares of the ARR of those accounts.",
  unit: "points from -100 to 100",
  caveat:
    "A mean of 9 and more promotes, of 6 and less detracts, anything between is passive. Answers count as for respondents. ARR is the account's on the day of its newest answer; the weighted score has no interval.",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    wave_label: "text",
    is_latest: "flag",
    accounts: "count",
    promoters: "count",
    passives: "count",
    detractors: "count",
    nps: "ratio?",
    lower: "ratio?",
    upper: "ratio?",
    arr: "money",
    promoter_arr: "money",
    detractor_arr: "money",
    weighted_nps: "ratio?",
  },
});

export const npsDrivers = defineMart({
  name: "nps_drivers",
  title: "Which groups score otherwise than the rest?",
  definition:
    "NPS of a group in the newest half-year less that of the other answers of the same breakdown, with adjusted Wald interval; p value of the difference, and the same corrected after Holm over all groups that are compared.",
  unit: "points from -200 to 200",
  caveat:
    "A group differs from the rest beyond chance where its corrected p value is below 0.05; with fewer than 10 answers on either side it is not compared. Of two groups each is the rest of the other: one comparison. Several answers of one account are taken as independent, and the groups of different breakdowns overlap: a difference is associated with the group, not caused by it.",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    wave_label: "text",
    breakdown: "text",
    group_name: "text",
    answers: "count",
    promoters: "count",
    passives: "count",
    detractors: "count",
    nps: "ratio",
    lower: "ratio",
    upper: "ratio",
    rest_answers: "count",
    rest_nps: "ratio",
    difference: "ratio",
    difference_lower: "ratio",
    difference_upper: "ratio",
    p_value: "ratio?",
    holm_p_value: "ratio?",
    is_small: "flag",
    is_driver: "flag",
  },
});

export const npsRenewals = defineMart({
  name: "nps_renewals",
  title: "Renewal after promoting or detracting",
  definition:
    "Of the terms that ended after an eligible NPS answer of the account: the share renewed by count, by what the account was then, with Wilson interval; the difference from promoters with that of Newcombe (1998), method 10.",
  unit: "share of terms that ended",
  caveat:
    "An account is judged by the mean of its respondents in its newest half-year with answers, as known on the last day of the term: 9 and more promotes, 6 and less detracts. An answer counts for the first term that ends after it, if that is within 365 days, and so never after the account has left. Terms not yet past the grace are left out. Some of the answers were given when the decision had been made. The score is associated with the renewal; it need not cause it.",
  columns: {
    dimension: "text",
    segment: "text",
    class: "text",
    terms: "count",
    accounts: "count",
    renewed: "count",
    renewal_rate: "ratio",
    lower: "ratio",
    upper: "ratio",
    difference: "ratio?",
    difference_lower: "ratio?",
    difference_upper: "ratio?",
    first_end: "day",
    last_end: "day",
  },
});

export const npsThemes = defineMart({
  name: "nps_themes",
  title: "Net promoter score by theme of the comment",
  definition:
    "Comments of the eligible answers of a half-year by theme: promoters, passives and detractors who wrote them, and their NPS with adjusted Wald interval.",
  unit: "points from -100 to 100",
  caveat:
    "A comment has every theme one of whose keywords (nps.themes) it holds, and none where it holds no keyword: what it means is not judged. Who writes a comment is not everybody who answers.",
  reported: "is_latest",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    wave_label: "text",
    is_latest: "flag",
    theme: "text",
    all_comments: "count",
    comments: "count",
    share: "ratio",
    promoters: "count",
    passives: "count",
    detractors: "count",
    nps: "ratio",
    lower: "ratio",
    upper: "ratio",
  },
});

export const npsComments = defineMart({
  name: "nps_comments",
  title: "Newest comments of each theme",
  definition:
    "The three newest comments of every theme in the newest half-year with comments, at most 300 characters of each; empty unless publish.private_columns names surveys.comment.",
  unit: "comments",
  columns: {
    dimension: "text",
    segment: "text",
    theme: "text",
    place: "count",
    response_id: "text",
    answered_on: "day",
    score: "count",
    comment: "text",
  },
});

export const npsDistribution = defineMart({
  name: "nps_distribution",
  title: "Distribution of scores",
  definition: "Eligible answers of a wave by score, over the declared scale.",
  unit: "answers",
  reported: "is_latest",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    is_latest: "flag",
    score: "count",
    answers: "count",
    share: "ratio?",
  },
});

export const npsEligibility = defineMart({
  name: "nps_eligibility",
  title: "Which answers count",
  definition:
    "Answers received per wave: counted, blank, replaced by a later answer of the same person, from accounts younger than 90 days (nps.eligible_days), from accounts that were no customers; share of the people asked who answered.",
  unit: "answers",
  caveat:
    "Each answer is in one column. The same respondent_id in two accounts is two people; without one, every answer is a person. The share who answered is the response rate where the file has a row for each invitation; unknown in a wave without blank ones.",
  columns: {
    dimension: "text",
    segment: "text",
    wave: "day",
    wave_label: "text",
    received: "count",
    counted: "count",
    blank: "count",
    replaced: "count",
    young: "count",
    not_customers: "count",
    young_nps: "ratio?",
    asked: "count?",
    answered: "count",
    answered_share: "ratio?",
  },
});

const scores = {
  kind: "text",
  touchpoint: "text",
  wave: "day",
  wave_label: "text",
  answers: "count",
  good_share: "ratio?",
  mean_score: "ratio?",
} as const;

export const satisfaction = defineMart({
  name: "satisfaction",
  title: "CSAT and CES",
  definition: "CSAT = share of 4-5 of 1-5; CES = share of 5-7 of 1-7, mean beside it.",
  unit: "share of answers",
  caveat: "Every answer counts, whoever gave it; relationship and after-ticket answers never mix.",
  columns: scores,
});

export const satisfactionBySegment = defineMart({
  name: "satisfaction_by_segment",
  title: "CSAT and CES by segment",
  definition:
    "CSAT = share of 4-5 of 1-5; CES = share of 5-7 of 1-7, mean beside it, of the answers of a segment.",
  unit: "share of answers",
  caveat: "Answers without a role, module or service are in no such segment.",
  columns: {
    dimension: "text",
    segment: "text",
    ...scores,
  },
});
