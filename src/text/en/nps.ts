import { listed, plural, site } from "./site.ts";

const ofLargeThemes = "of those with 10 or more";

export const nps = {
  name: "NPS",
  lead: "How likely customers are to recommend the company, by wave and by who answered.",
  what: "The net promoter score",
  n: "n",
  company: (score: string) => `company ${score}`,
  finding: (score: string, lower: string, upper: string, wave: string) =>
    `NPS is ${score} in ${wave}, between ${lower} and ${upper} with 95% confidence`,
  none: "No eligible answer yet",
  unknown: "NPS cannot be told without surveys",
  sameAnswers:
    "Eligible answers: the last of each person in a half-year; an answer without a person's id counts by itself.",
  wavesMeasure: "Net promoter score by half-year, points, with 95% interval",
  changed: (by: string, direction: "up" | "down", before: string) =>
    `${direction === "up" ? "Up" : "Down"} ${site.points(by)} on ${before}, beyond chance`,
  unchanged: (by: string, before: string) => `${site.points(by)} from ${before}, within chance`,
  firstWave: (score: string) => `${score} in the first wave; there is none before it to compare`,
  facts: (answers: string, count: number, wave: string, asOf: string) =>
    `${answers} ${plural(count, "answer")} in ${wave}. As of ${asOf}.`,
  allFacts: (answers: string, count: number, waves: number, asOf: string) =>
    `${answers} ${plural(count, "answer")} in ${waves} ${plural(waves, "half-year")}. As of ${asOf}.`,
  eligible: (
    days: number,
    out: { young: number; blank: number; replaced: number; gone: number },
  ) => {
    const told = [
      [out.young, "from younger accounts"],
      [out.gone, "from accounts that were no customers"],
      [out.replaced, "answered again later"],
      [out.blank, "without a score"],
    ] as const;
    const left = told.filter(([count]) => count > 0).map(([count, why]) => `${count} ${why}`);
    const base = `Accounts of ${days} days and more`;
    return left.length === 0
      ? `${base}.`
      : `${base}; left out in the latest wave: ${listed(left)}.`;
  },
  distributionMeasure: (wave: string) => `Answers by score, ${wave}`,
  distributionFinding: (promoters: string, detractors: string) =>
    `${promoters} are promoters, ${detractors} detractors`,
  groups: { detractors: "detractors", passives: "passives", promoters: "promoters" },
  sharesMeasure: "Promoters, passives and detractors by half-year",
  sharesFinding: (now: string, before: string, since: string) =>
    `Detractors are ${now} of the answers; they were ${before} in ${since}`,
  sharesOnly: (now: string) => `Detractors are ${now} of the answers`,
  breakdownMeasure: (dimension: string, wave: string) => `NPS by ${dimension}, ${wave}`,
  breakdownFinding: (best: string, bestScore: string, worst: string, worstScore: string) =>
    `Highest: ${best}, ${bestScore}; lowest: ${worst}, ${worstScore}`,
  breakdownClose: (low: string, high: string) =>
    `No group stands apart: scores from ${low} to ${high}`,
  breakdownOverlap: "The intervals of the two overlap.",
  breakdownApart: "The intervals of the two do not overlap.",
  breakdownOne: (segment: string, score: string) => `${segment}: ${score}`,
  breakdownSmall: "Fewer than 10 answers each: too few to compare",
  breakdownCaveat: "Grey: fewer than 10 answers.",
  driversMeasure: (wave: string) =>
    `NPS of each group less that of the rest of its breakdown, ${wave}, points, with 95% interval`,
  driverFinding: (group: string, points: string, isLower: boolean, others: number) =>
    `${group}: ${points} ${isLower ? "below" : "above"} the rest, beyond chance${
      others > 0 ? `; so ${plural(others, "is", "are")} ${others} more` : ""
    }`,
  driversNone: "No group differs from the rest beyond chance",
  driversSmall: "Fewer than 10 answers on either side: too few to compare",
  driversCaveat: (compared: number, drawn: number) =>
    [
      `${compared} ${plural(compared, "group")} compared, Holm-corrected at 5%: grey is within chance, even where its own interval leaves out 0.`,
      ...(drawn < compared ? [`Drawn: the ${drawn} least due to chance; the table has all.`] : []),
      "A group that differs is associated with the score, not its cause: breakdowns overlap, and answers of one account are taken as independent. Fewer than 10 answers on either side: not compared.",
    ].join(" "),
  group: (segment: string, dimension: string) => `${segment} (${dimension})`,
  renewalsMeasure: "Terms renewed, by what the account had answered, share",
  renewalsApart: (detractors: string, promoters: string) =>
    `Detractors renewed ${detractors} of their terms, promoters ${promoters}: a difference beyond chance`,
  renewalsClose: (detractors: string, promoters: string) =>
    `Detractors renewed ${detractors} of their terms, promoters ${promoters}: within chance`,
  renewalsSmall: "Too few terms of promoters or detractors have ended to compare them",
  renewalsFacts: (terms: string, count: number, asOf: string) =>
    `${terms} ${plural(count, "term")} that ended after an answer. As of ${asOf}.`,
  renewalsCaveat:
    "An account is what the mean of its newest answers said on the last day of the term; an answer counts for the first term that ends after it, within a year, and never after the account has left. Associated with the score, not caused by it: some answer when they have decided. Grey: fewer than 10 terms.",
  renewalsNone:
    "Renewals by what accounts answered cannot be shown: no term has ended after an answer.",
  renewalsNoneRemedy: "They appear once terms have ended of customers who have answered.",
  classes: {
    promoter: "promoters",
    passive: "passives",
    detractor: "detractors",
  } as Readonly<Record<string, string>>,
  renewedOf: (rate: string, renewed: string, terms: string) => `${rate} · ${renewed} of ${terms}`,
  responseMeasure: "People who answered, of those asked, by half-year",
  responseFinding: (share: string, wave: string) => `${share} of those asked answered in ${wave}`,
  responseUnknown: (wave: string) =>
    `How many were asked in ${wave} is not known: the file has answers only`,
  responseFacts: (people: string, count: number, wave: string, asOf: string) =>
    `${people} ${plural(count, "person", "people")} answered in ${wave}. As of ${asOf}.`,
  responseCaveat:
    "A row without a score is an invitation nobody answered. The share is right where the file has a row for each invitation, too high where it has some of them, and unknown where it has none.",
  themesMeasure: (wave: string) =>
    `NPS by theme of the comment, ${wave}, points, with 95% interval`,
  themesFinding: (themes: readonly string[], count: string, all: string) =>
    `Named most: ${listed(themes)}, in ${count} of ${all} comments${themes.length > 1 ? " each" : ""}`,
  themesLowest: (themes: readonly string[], score: string, isOfLarge: boolean) =>
    `lowest score${isOfLarge ? ` ${ofLargeThemes}` : ""}: ${listed(themes)}, ${score}`,
  themesSame: (score: string, isOfLarge: boolean) =>
    `it also scores lowest${isOfLarge ? ` ${ofLargeThemes}` : ""}, ${score}`,
  themesNothing: "No comment has a theme",
  themesFacts: (comments: string, count: number, wave: string, asOf: string) =>
    `${comments} ${plural(count, "comment")} in ${wave}. As of ${asOf}.`,
  themesCaveat:
    "Keywords find a theme (nps.themes); what a comment means is not judged, and one can have several. Who comments is not everybody who answers. Grey: fewer than 10 comments, or no theme.",
  themesNone: "Themes of comments cannot be shown: no comment is known by theme.",
  themesNoneRemedy:
    "Name themes with their keywords in nps.themes of the configuration; the file of surveys needs a column comment.",
  noTheme: "no theme",
  commentsMeasure: (wave: string) => `Newest comments of each theme, ${wave}`,
  commentsFinding: (comments: number, themes: number) =>
    `${comments} ${plural(comments, "comment")} on ${themes} ${plural(themes, "theme")}`,
  commentsCaveat: "A comment with several themes stands under each of them.",
  satisfactionMeasure:
    "CSAT: share of answers of 4 or 5 on a scale of 1 to 5. CES: of 5 to 7 on a scale of 1 to 7",
  satisfactionFinding: (share: string, wave: string) => `${share} were satisfied in ${wave}`,
  satisfactionEase: (share: string, wave: string) => `${share} found it easy in ${wave}`,
  satisfactionCaveat:
    "After-ticket and relationship questions are never mixed. Grey: fewer than 10 answers.",
  question: (kind: string, touchpoint: string) => `${kind.toUpperCase()}, ${touchpoint}`,
  satisfactionValue: (share: string, mean: string) => `${share}, mean ${mean}`,
  columns: {
    wave: "Wave",
    segment: "Segment",
    answers: "Answers",
    promoters: "Promoters",
    passives: "Passives",
    detractors: "Detractors",
    nps: "NPS",
    lower: "95% from",
    upper: "to",
    score: "Score",
    share: "Share",
    question: "Question",
    occasion: "Occasion",
    good: "Good",
    mean: "Mean",
    dimension: "Breakdown",
    rest: "Answers of the rest",
    restNps: "NPS of the rest",
    difference: "Difference",
    p: "p, corrected",
    isDriver: "Beyond chance",
    class: "Class",
    terms: "Terms",
    renewed: "Renewed",
    rate: "Renewal rate",
    fromPromoters: "From promoters",
    asked: "Asked",
    answered: "Answered",
    response: "Response rate",
    theme: "Theme",
    comments: "Comments",
    day: "Day",
    comment: "Comment",
  },
} as const;
