import { anySetting, type Check, firm, oddity } from "./check.ts";

const exportAgain = "export the file again";

function file(id: string, fact: string, reason: string, remedy: string): Check {
  return firm("file", id, { fact, reason, remedy });
}

/** A file that cannot be read as a table: none of its rows are taken. */
const opened: readonly Check[] = [
  file(
    "missing_file",
    "the file is not there",
    "a dataset that is named is expected",
    "check the path; it is relative to the configuration's folder",
  ),
  file(
    "no_file_matches",
    "no file matches the pattern",
    "a dataset that is named is expected",
    "check the pattern; it is relative to the configuration's folder",
  ),
  file(
    "unreadable_file",
    "the file cannot be read: {text}",
    "nothing is known of its rows",
    "check the file and the right to read it",
  ),
  file(
    "packed_file",
    "this is {text}",
    "its bytes are no rows",
    "unpack the archive, or save the workbook's sheet as CSV UTF-8",
  ),
  file(
    "broken_gzip",
    "the gzip file is broken: {text}",
    "rows at its end are lost",
    "copy or pack the file again, or give it unpacked",
  ),
  file(
    "broken_zip",
    "the zip archive is broken: {text}",
    "rows of its members are lost",
    "copy or pack the archive again, or give its files unpacked",
  ),
  file(
    "empty_archive",
    "the zip archive holds no table",
    "a dataset that is named is expected",
    "pack .csv, .tsv or .txt files into it",
  ),
  oddity("file", "ignored_members", {
    fact: "these members of the zip archive are no tables: {text}",
    reason: "a table under another ending would be missed",
    remedy: "none needed, unless one of them is a table: name it .csv",
  }),
  file(
    "nested_archive",
    "this is a zip archive within another",
    "archives within archives are how files are made to do harm",
    "unpack it first",
  ),
  file(
    "encrypted_member",
    "this member of the zip archive is encrypted",
    "its rows cannot be read",
    "pack it again without a password",
  ),
  file(
    "unknown_packing",
    "this member of the zip archive is packed by method {text}",
    "its rows cannot be read",
    "pack it again as an ordinary zip",
  ),
  file(
    "too_many_members",
    "the zip archive has too many members",
    "as only an archive made to do harm has",
    "give the files unpacked, with a pattern",
  ),
  file(
    "unpacks_too_large",
    "the file unpacks to {text}, as only a file made to do harm would",
    "it would fill the disk",
    "unpack it by hand and give the files",
  ),
  file("empty_file", "the file is empty", "not even a header stands there", exportAgain),
  file(
    "wrong_encoding",
    "not {text}",
    "names would be garbled, or ids no longer meet",
    "declare the encoding the file has, or save it as UTF-8",
  ),
  file(
    "not_text",
    "this is {text}",
    "its bytes are no rows",
    "export the data as CSV; a text in UTF-16 without its mark must declare its encoding",
  ),
  file(
    "duplicate_header",
    "the header {value} stands there twice",
    "which of the two columns is meant cannot be told",
    "rename or remove one of the two columns and export again",
  ),
  file(
    "missing_column",
    "the column is missing",
    "the dataset cannot be without it",
    "map it with columns, or give it by constants",
  ),
  file(
    "lost_header",
    "{text} was taken as the header, and does not fit",
    "columns that are not found cannot be read",
    "declare skip_lines or delimiter, or export the file with a header",
  ),
  file(
    "missing_header",
    "the header {value} is not in the file",
    "a column that is mapped is expected",
    "correct columns in the configuration",
  ),
  file(
    "mixed_line_breaks",
    "the header holds {text} that ends no line",
    "where the rows end cannot be told",
    "save the file with one kind of line break",
  ),
  file(
    "unterminated_quote",
    "a quote opens before {value} and does not close where the cell ends",
    "an open quote swallows the rows behind it",
    "close or double the quote in the source and export again",
  ),
  file(
    "record_too_long",
    "the row is longer than any row should be; it starts {value}",
    "a line break or a quote is amiss, and rows run into each other",
    "check that the lines end in a line break, and that the delimiter is right",
  ),
  file(
    "ambiguous_amount",
    "{value} can be read in two ways, and no number of the file tells which",
    "with points between thousands it would count for a thousandth of itself",
    "declare decimal, and thousands where the numbers have a sign for them",
  ),
  file(
    "ambiguous_date",
    "{value} can be read in two ways, and no day of the file tells which",
    "an answer of 3 April would count in March",
    "declare date_format",
  ),
  file(
    "sql_failed",
    "the sql failed: {text}",
    "the dataset has no rows without it",
    "correct the sql of the dataset, or the raw tables it names",
  ),
];

/** Odd rows of a file that were read all the same, told once for the file. */
const odd: readonly Check[] = [
  oddity("file", "short_rows", {
    fact: "fewer cells than the header; rows like this one: {text}",
    reason: "the cells that are missing count as blank",
    remedy: "none needed where the source leaves out blank cells at the end",
  }),
  oddity("file", "blank_rows", {
    fact: "no cell of the row holds anything; rows like this one: {text}",
    reason: "a row whose values were lost would look so",
    remedy: "none needed where the rows are blank in the source: they count as left out",
  }),
  oddity("file", "drawn_lines", {
    fact: "a line drawn with dashes, and no row; lines like this one: {text}",
    reason: "database consoles draw lines under the header; read as a row, one would be a customer",
    remedy: "none needed: they count as left out",
  }),
  oddity("file", "stray_quotes", {
    fact: "a quote that neither opens nor closes a cell; rows like this one: {text}",
    reason: "the quote was taken as it stands",
    remedy: "double the quotes within cells in the source",
  }),
  oddity("file", "swallowed_rows", {
    fact: "{text} are one quoted cell, and look like rows of the file",
    reason: "a quote too many takes all rows up to the next one for text",
    remedy: "none needed where the lines are one text; else close the quote in the source",
  }),
  oddity("file", "stray_returns", {
    fact: "a carriage return within a cell; rows like this one: {text}",
    reason: "it was taken as it stands, not as the end of a row",
    remedy: "save the file with one kind of line break",
  }),
  oddity("file", "garbled_text", {
    fact: "{value} is no text as people write it; its letters were garbled before",
    reason: "names would stand garbled on every page, and ids may no longer meet",
    remedy: "export again from the source, and save as CSV UTF-8 only once",
  }),
  oddity("file", "data_in_place_of_header", {
    fact: "the row reads as data, where the export has one more row of headers; it was taken as data",
    reason: "an export without its second header would lose its first row",
    remedy: "none needed if the row is data; else declare extra_header_rows",
  }),
  oddity("file", "data_passed_over", {
    fact: "the row reads as data, and was passed over as extra_header_rows says",
    reason: "a row of data is missing where extra_header_rows is too high",
    remedy: "lower extra_header_rows, if the row is data",
  }),
  oddity("file", "footer_like_data", {
    fact: "the row is left out as a line that the report ends with, and has all cells a row must have",
    reason: "a customer named as the footer's words are would be missing",
    remedy: "none needed for a line of totals; else take out footer, or give other words",
  }),
];

/** Optional columns of the dataset that a file may hold under another name. */
const unread: readonly Check[] = [
  {
    ...oddity("file", "unused_column", {
      fact: "the column {value} is not used",
      reason: "a blank end of contract reads as for ever, a blank currency as the company's own",
      remedy: "map it with columns; where it is something else, set the check to off",
    }),
    settings: anySetting,
  },
];

export const fileChecks: readonly Check[] = [...opened, ...unread, ...odd];
