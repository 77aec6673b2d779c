import { listed, plural, site } from "./site.ts";

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
  satisfactionMeasure:
    "CSAT: share of answers of 4 or 5 on a scale of 1 to 5. CES: of 5 to 7 on a scale of 1 to 7",
  satisfactionFinding: (share: string, wave: string) => `${share} were satisfied in ${wave}`,
  satisfactionEase: (share: string, wave: string) => `${share} found it easy in ${wave}`,
  satisfactionCaveat: "After-ticket and relationship questions are never mixed.",
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
  },
} as const;
