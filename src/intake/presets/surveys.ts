import type { Preset } from "./preset.ts";

/**
 * Sure: the second header row (it may be blank), Respondent ID, Collector ID, Start Date, End Date,
 * Custom Data 1, as public programs read them. Likely: month first in its days. Unsure: that the
 * account's id was sent along as the first custom value; nothing else in the file can hold it.
 */
export const surveymonkey: Preset = {
  title: "SurveyMonkey responses",
  dataset: "surveys",
  certainty: "likely",
  caveat:
    "The account is Custom Data 1: map account_id where it was sent otherwise. The score is the question that asks how likely one is to recommend. Days are read with the month first where one of them tells so, or where the preset is named; else date_format is asked for.",
  signature: [["Respondent ID"], ["Collector ID"]],
  columns: {
    response_id: ["Respondent ID"],
    account_id: ["Custom Data 1", "custom_1", "Custom Data"],
    answered_on: ["End Date", "Date Modified", "Start Date", "Date Created"],
    score: [{ matches: /how likely .*\brecommend/is }],
    respondent_id: ["Email Address"],
    comment: [{ matches: /\breason (for|of) your (score|rating)|why did you (give|choose)/is }],
  },
  values: {
    score: {
      "0 - Not at all likely": "0",
      "Not at all likely - 0": "0",
      "10 - Extremely likely": "10",
      "Extremely likely - 10": "10",
    },
  },
  date_format: "MM/DD/YYYY",
  extra_header_rows: 1,
};

/**
 * Sure: two more header rows (the questions, then ImportId), StartDate, EndDate, RecordedDate,
 * ResponseId, RecipientEmail, and <question>_NPS_GROUP beside an NPS question. Likely: that
 * ExternalReference holds the account's id, as contact lists are mostly filled.
 */
export const qualtrics: Preset = {
  title: "Qualtrics responses",
  dataset: "surveys",
  certainty: "likely",
  caveat:
    "The account is the ExternalReference: map account_id where it is another. The score is the question beside its _NPS_GROUP; previews and tests are left out.",
  signature: [["ResponseId"], ["RecordedDate", "EndDate"], ["Finished", "Progress", "IPAddress"]],
  columns: {
    response_id: ["ResponseId"],
    account_id: ["ExternalReference", "ExternalDataReference"],
    answered_on: ["RecordedDate", "EndDate"],
    score: [{ besideOneEndingIn: "_NPS_GROUP" }, "NPS"],
    respondent_id: ["RecipientEmail"],
  },
  // As labels, and as the numbers that stand for them where values are exported: preview, test, spam.
  leave_out: { Status: ["Survey Preview", "Survey Test", "Spam", "1", "2", "8"] },
  extra_header_rows: 2,
};
