import { defineDataset, type Row } from "../dataset.ts";
import { choice, day, list, score, text } from "../fields.ts";

const highest: Readonly<Record<string, number>> = { nps: 10, csat: 5, ces: 7 };
const lowest: Readonly<Record<string, number>> = { nps: 0, csat: 1, ces: 1 };

function isOnScale(row: Row): boolean {
  if (row.score === undefined) return true;
  const kind = row.kind ?? "nps";
  const value = Number(row.score);
  return value >= (lowest[kind] ?? 0) && value <= (highest[kind] ?? 10);
}

export const surveys = defineDataset({
  name: "surveys",
  grain: "answer",
  required: false,
  key: ["response_id"],
  lights: "the NPS page",
  fields: {
    response_id: text("Id of the answer", { identifies: "record" }),
    account_id: text("Id of the customer, as in accounts", { identifies: "account" }),
    answered_on: day("Day of the answer"),
    kind: choice("Question asked; blank = nps", ["nps", "csat", "ces"]).optional(),
    score: score("Score given; blank or NA = no answer", 0, 10).optional(),
    respondent_id: text("Id of the person who answered", {
      isPrivate: true,
      identifies: "respondent",
    }).optional(),
    role: text("Role of the person who answered").optional(),
    module: text("Module the answer is about").optional(),
    service: text("Service the answer is about").optional(),
    comment: text("What the person wrote", { isPrivate: true }).optional(),
    themes: list(
      'Themes of the comment, semicolons between, or commas where the cell has no semicolon: "speed, price" is two, "speed, price;" one; none = of no theme; blank = as nps.themes finds them',
    ).optional(),
    touchpoint: choice("Occasion of the question; blank = relationship", [
      "relationship",
      "ticket",
    ]).optional(),
  },
  rules: [
    {
      check: "score_off_the_scale",
      column: "score",
      holds: isOnScale,
      expected: "nps 0 to 10, csat 1 to 5, ces 1 to 7",
      reason: "a score off its scale would count for the wrong side",
      remedy: "check which scale the question used, and its kind",
    },
  ],
});
