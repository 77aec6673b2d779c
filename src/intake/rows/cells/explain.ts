import { type Column, nearest } from "../../../contracts/index.ts";
import { choiceWords, flagWords, letters } from "../../mapping/synonyms/words.ts";
import type { Fault } from "../../unreadable.ts";
import {
  type CellFormat,
  checkOfWord,
  dateFormatOf,
  longestValue,
  roundedId,
  spreadsheetError,
} from "./cells.ts";
import { likelyFormats, readIsoDate } from "./dates.ts";
import { numberReader, numberRemedy, plainlySigned } from "./numbers.ts";

type CellFault = Pick<Fault, "check" | "expected" | "remedy">;

/** What tools write where there is nothing. */
const noValue = /^([-–—]+|null|\(null\)|<null>|\\N|nil|none|nan|n\/?a|\(blank\)|0000-00-00.*)$/i;
const anyway = "correct the cell in the source and export again";

/** Why a cell breaks the contract of its column, and what would mend it. */
export function explainCell(column: Column, raw: string, format: CellFormat): CellFault {
  const { expected } = column;
  const text = raw.trim();
  if (text === "") {
    const given =
      column.identifies === "account" ? "values, constants or fill_down" : "values or constants";
    return {
      check: "missing_value",
      expected,
      remedy: `fill it in the source, or give it by ${given}`,
    };
  }
  if (text.includes("\0")) {
    return { check: "nul_character", expected, remedy: "export again; the file may be damaged" };
  }
  if (spreadsheetError.test(text)) {
    return { check: "spreadsheet_error", expected, remedy: "mend the formula and export again" };
  }
  const check = checkOfWord[column.reads];
  if (check !== undefined && text.length > longestValue) {
    return {
      check,
      expected: `${expected}, in at most ${longestValue} characters`,
      remedy: "check that no delimiter or line break is missing before it, and export again",
    };
  }
  if (noValue.test(text)) {
    const blank = `map it with values: { ${column.name}: { ${JSON.stringify(text)}: "" } } where it stands for blank`;
    const remedy = column.isRequired ? anyway : `${blank}, or ${anyway}`;
    if (check !== undefined) return { check, expected, remedy };
    if (column.reads === "choice") return { check: "not_a_choice", expected, remedy };
  }
  if (column.reads === "day" || column.reads === "month") return explainDate(column, text, format);
  if (column.reads === "timestamp") return explainTimestamp(column, text, format);
  if (column.reads === "number") return explainNumber(column, text, format);
  if (column.reads === "choice") return explainChoice(column, text);
  if (column.reads === "flag") {
    const ours = flagWords.get(letters(text));
    const word = ours === undefined ? '"true" or "false"' : JSON.stringify(ours);
    const remedy = `map it with values: { ${column.name}: { ${JSON.stringify(text)}: ${word} } }`;
    return { check: "not_a_flag", expected, remedy };
  }
  if (roundedId.test(text)) {
    const remedy = "export again, and import the column into a spreadsheet as text if at all";
    return { check: "rounded_id", expected: "the id with all its digits", remedy };
  }
  const mapped = `map it with values: { ${column.name}: { ${JSON.stringify(text)}: "..." } }, or ${anyway}`;
  return { check: "bad_text", expected, remedy: text.length > longestValue ? anyway : mapped };
}

function explainDate(column: Column, text: string, format: CellFormat): CellFault {
  const check = column.reads === "day" ? "not_a_date" : "not_a_month";
  const declared = dateFormatOf(column, format);
  if (declared !== undefined) {
    return { check, ...explainDeclared(column, text, format, declared, "") };
  }
  const remedy = dateRemedy(text);
  return { check, expected: column.expected, remedy };
}

/** Of a format that the configuration declares, or that exports of the kind mostly have. */
function explainDeclared(
  column: Column,
  text: string,
  { usualIn, date_formats }: CellFormat,
  declared: string,
  more: string,
): Pick<CellFault, "expected" | "remedy"> {
  const isUsual = usualIn !== undefined && date_formats[column.name] === undefined;
  return isUsual
    ? { expected: `${declared}${more}, as in most ${usualIn}`, remedy: dateRemedy(text) }
    : { expected: `${declared}${more}, as declared`, remedy: ownFormatRemedy(column, text) };
}

/** A word where the month should stand, which is none of the English names. */
function namesMonth(text: string): boolean {
  return /^(\d{1,2}\.?[ /-]\s?(de )?\p{L}{3,}\.?[ /-](de )?\d{2,4}|\p{L}{3,}\.?[ -]\d{2,4})\b/u.test(
    text,
  );
}

const englishOnly =
  "only English names of months are read; export the days as numbers, best as 2024-12-31, or format the column so in a spreadsheet";

/** Formats to declare where none is. */
function dateRemedy(text: string): string {
  const formats = likelyFormats(text).map((likely) => JSON.stringify(likely));
  if (formats.length > 0) return `declare date_format: ${formats.join(" or ")}`;
  return namesMonth(text) ? englishOnly : anyway;
}

/** Exports mix formats: a column that does not follow the declared one may have its own. */
function ownFormatRemedy({ name }: Column, text: string): string {
  const formats = readIsoDate(text) === undefined ? likelyFormats(text) : [];
  if (formats.length === 0) return namesMonth(text) ? englishOnly : anyway;
  const listed = formats.map((likely) => JSON.stringify(likely)).join(" or ");
  return `correct the cell, or where the whole column is written so declare date_formats: { ${name}: ${listed} }`;
}

function explainTimestamp(column: Column, text: string, format: CellFormat): CellFault {
  const check = "not_a_timestamp";
  const declared = dateFormatOf(column, format);
  if (declared !== undefined) {
    return { check, ...explainDeclared(column, text, format, declared, " and a time") };
  }
  const isDay = readIsoDate(text)?.length === 10 && !text.includes(":");
  if (isDay) {
    const remedy = 'export the time too, or declare date_format: "YYYY-MM-DD" to take midnight';
    return { check, expected: column.expected, remedy };
  }
  const remedy = dateRemedy(text);
  return { check, expected: column.expected, remedy };
}

function explainNumber(column: Column, cell: string, format: CellFormat): CellFault {
  const { expected } = column;
  const text = plainlySigned(cell);
  const plain = numberReader(format)(text);
  if (plain !== undefined && /^-?(\d+\.?\d*|\.\d+)$/.test(plain)) {
    return { check: "number_not_allowed", expected, remedy: anyway };
  }
  return { check: "not_a_number", expected, remedy: numberRemedy(text, format) ?? anyway };
}

function explainChoice(column: Column, text: string): CellFault {
  const choices = column.choices ?? [];
  const advice = column.advice?.find(({ words }) => words.includes(text.toLowerCase()));
  if (advice) return { check: "not_a_choice", expected: column.expected, remedy: advice.remedy };
  const known = choiceWords.get(letters(text));
  const near = known && choices.includes(known) ? known : wordIn(text, choices);
  const question = near === undefined ? "" : `did you mean ${JSON.stringify(near)}? `;
  const ours = near === undefined ? listed(choices) : JSON.stringify(near);
  return {
    check: "not_a_choice",
    expected: column.expected,
    remedy: `${question}map it with values: { ${column.name}: { ${JSON.stringify(text)}: ${ours} } }`,
  };
}

/** The choice that one of the words means, as `gold_year` does annual, or that is spelt nearly so. */
function wordIn(text: string, choices: readonly string[]): string | undefined {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
  const meant = words.map((word) => choiceWords.get(letters(word)) ?? letters(word));
  const found = new Set(meant.filter((word) => choices.includes(word)));
  const [only] = found;
  return found.size === 1 ? only : nearest(text, choices);
}

/** What to choose from, where nothing says which. */
const listed = (choices: readonly string[]) =>
  choices.map((choice) => JSON.stringify(choice)).join(" or ");
