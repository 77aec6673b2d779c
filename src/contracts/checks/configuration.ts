import { type Check, firm } from "./check.ts";

const mend = "correct the field in the configuration";

function field(id: string, fact: string, reason: string, remedy: string): Check {
  return firm("configuration", id, { fact, reason, remedy });
}

/** The configuration of a dataset, before any file is opened. */
export const configurationChecks: readonly Check[] = [
  field(
    "unknown_column",
    "{value} is not a column of the dataset",
    "a mapping to nothing would leave a column blank without a word",
    "write our column first, then what the file calls it",
  ),
  field(
    "bad_date_format",
    "{value} does not say where day, month and year stand",
    "every day of the file would be misread",
    mend,
  ),
  field(
    "column_without_days",
    "the column {value} holds no days",
    "a format for nothing would hide that another column was meant",
    "name the column of the days",
  ),
  field(
    "column_without_numbers",
    "the column {value} holds no numbers",
    "a scale for nothing would hide that another column was meant",
    "name the column of the numbers",
  ),
  field(
    "bad_number_format",
    "the decimal sign and the thousands sign are both {value}",
    "1,234 would be two numbers at once",
    mend,
  ),
  field(
    "preset_of_another_dataset",
    "{value} is an export of another dataset",
    "its columns are not those of the dataset",
    "name the file under the dataset that the preset makes, or map its columns",
  ),
  field(
    "bad_constant",
    "{value} does not keep the contract",
    "what the configuration gives is held to the same contract as a cell",
    mend,
  ),
];
