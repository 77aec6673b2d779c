/**
 * What intake may find wrong, each as the fact a message states; `{value}` is the
 * raw value in quotes, `{text}` the value as it stands.
 * Rules of a dataset and checks across files bring names of their own, which are read as words.
 */
export const facts: Readonly<Record<string, string>> = {
  unknown_column: "{value} is not a column of the dataset",
  bad_date_format: "{value} does not say where day, month and year stand",
  bad_number_format: "the decimal sign and the thousands sign are both {value}",
  bad_constant: "{value} does not keep the contract",

  missing_file: "the file is not there",
  no_file_matches: "no file matches the pattern",
  unreadable_file: "the file cannot be read: {text}",
  packed_file: "this is a packed file (zip, xlsx), not text",
  broken_gzip: "the gzip file is broken: {text}",
  broken_zip: "the zip archive is broken: {text}",
  empty_archive: "the zip archive holds no table",
  ignored_members: "these members of the zip archive are no tables: {text}",
  nested_archive: "this is a zip archive within another",
  encrypted_member: "this member of the zip archive is encrypted",
  unknown_packing: "this member of the zip archive is packed by method {text}",
  too_many_members: "the zip archive has too many members",
  unpacks_too_large: "the file unpacks to {text}, as only a file made to do harm would",
  empty_file: "the file is empty",
  wrong_encoding: "not {text}",
  not_text: "the header holds NUL characters",
  duplicate_header: "the header {value} stands there twice",
  missing_column: "the column is missing",
  missing_header: "the header {value} is not in the file",
  unterminated_quote: "a quote opens before {value} and does not close where the cell ends",
  record_too_long: "the row is longer than any row should be; it starts {value}",
  sql_failed: "the sql failed: {text}",

  short_rows: "fewer cells than the header; rows like this one: {text}",
  stray_quotes: "a quote that neither opens nor closes a cell; rows like this one: {text}",
  malformed_quote: "text stands behind the closing quote of {value}",
  too_many_cells: "the row has more cells than the header; the first too many is {value}",
  nul_character: "{value} holds a NUL character",
  spreadsheet_error: "{value} is an error of a spreadsheet formula",
  missing_value: "is blank",
  not_a_date: "{value} is not a date",
  not_a_month: "{value} is not a month",
  not_a_number: "{value} is not a number",
  number_not_allowed: "{value} is not allowed",
  not_a_choice: "{value} is not one of the known values",
  not_a_flag: "{value} is neither true nor false",
  bad_text: "{value} is too long",
};
