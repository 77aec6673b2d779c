import { datasetNames, datasetOf } from "../datasets/index.ts";
import { type Check, firm } from "./check.ts";

const anyway = "correct the cell in the source and export again";

function row(id: string, fact: string, reason: string, remedy: string): Check {
  return firm("row", id, { fact, reason, remedy });
}

/** A cell or a record that cannot be read: what it would have said is not known. */
const cellChecks: readonly Check[] = [
  row(
    "malformed_quote",
    "text stands behind the closing quote of {value}",
    "where the cell ends cannot be told",
    "double the quotes within the cell in the source and export again",
  ),
  row(
    "repeated_header",
    "the header stands here again, with {value}",
    "it would count as a row of data; files that were put together have it",
    "leave it out by leave_out, or put the files together without their headers",
  ),
  row(
    "line_of_totals",
    "{value} looks like a line of totals",
    "the sum of the rows would count as one of them",
    "leave it out by footer where the file ends with it, else by leave_out",
  ),
  row(
    "too_many_cells",
    "the row has more cells than the header; the first too many is {value}",
    "a delimiter within a cell has moved the cells behind it",
    "put cells that hold the delimiter in quotes, or check the delimiter",
  ),
  row(
    "nul_character",
    "{value} holds a NUL character",
    "the file may be damaged",
    "export again; the file may be damaged",
  ),
  row(
    "spreadsheet_error",
    "{value} is an error of a spreadsheet formula",
    "the formula had no result, and the cell has none",
    "mend the formula and export again",
  ),
  row(
    "rounded_id",
    "{value} is an id that a spreadsheet took for a number and rounded",
    "its last digits are lost, and two customers become one",
    "export again, and import the column into a spreadsheet as text if at all",
  ),
  row(
    "missing_value",
    "is blank",
    "the row means nothing without it",
    "fill it in the source, or give it by values or constants",
  ),
  row(
    "not_a_date",
    "{value} is not a date",
    "a guessed day would move money between months",
    "declare date_format, or correct the cell",
  ),
  row(
    "not_a_month",
    "{value} is not a month",
    "a guessed month would move money",
    "declare date_format, or correct the cell",
  ),
  row(
    "not_a_timestamp",
    "{value} is not a day with a time",
    "a guessed hour would make answers faster or slower than they were",
    "declare date_format, or correct the cell",
  ),
  row(
    "not_a_number",
    "{value} is not a number",
    "1,234 is one thousand or one and a bit",
    "declare decimal, thousands or strip, or correct the cell",
  ),
  row("number_not_allowed", "{value} is not allowed", "it is off the scale of its column", anyway),
  row(
    "not_a_choice",
    "{value} is not one of the known values",
    "a segment nobody knows would fall out of every breakdown",
    "map it with values in the configuration",
  ),
  row(
    "not_a_flag",
    "{value} is neither true nor false",
    "a line is recurring or it is not",
    "map it with values in the configuration",
  ),
  row(
    "bad_text",
    "{value} does not fit the column",
    "an id or a name of absurd length is a sign of lost line breaks",
    anyway,
  ),
];

/** The rules of the datasets, each by the dataset that has it. */
const ruleChecks: readonly Check[] = datasetNames.flatMap((name) =>
  (datasetOf(name).rules ?? []).map((rule) =>
    firm("row", rule.check, {
      reason: rule.reason ?? `a row of ${name} means nothing without ${rule.expected}`,
      remedy: rule.remedy,
    }),
  ),
);

export const rowChecks: readonly Check[] = [
  ...cellChecks,
  ...new Map(ruleChecks.map((check) => [check.id, check])).values(),
];
