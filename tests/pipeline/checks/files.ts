import { gzipSync } from "node:zlib";
import { accounts, type CheckCase, contracts, dataset } from "./case.ts";

const good = "account_id,name\nA1,Acme\n";
const packed = gzipSync(good);
const gz = (content: Uint8Array) => ({
  files: { "accounts.csv.gz": content },
  datasets: { accounts: "accounts.csv.gz" },
});
const answers = [
  "Respondent ID,Collector ID,End Date,Custom Data 1,How likely are you to recommend us?",
  "101,4,03/14/2024 09:05:42 AM,A1,9",
];
const surveyOf = (...days: readonly string[]) =>
  [answers[0], ",,,,Response", ...days.map((day, index) => `${index},4,${day},A1,9`)].join("\n");
const usage = "account_id,day,module\nA1,2024-02-01,reports\n";

export const fileCases: readonly CheckCase[] = [
  {
    check: "unknown_column",
    trips: accounts(good, { columns: { tierr: "name" } }),
    message:
      'dashboard.config.ts, datasets.accounts.columns: "tierr" is not a column of the dataset; expected one of account_id, name, tier, industry, region, fit, channel, plan, owner, stage, first_contact_on, referred_by; did you mean "tier"? write our column first, then what the file calls it',
    passes: accounts(good, { columns: { name: "name" } }),
  },
  {
    check: "bad_date_format",
    trips: accounts(good, { date_format: "DD/MM" }),
    message:
      'dashboard.config.ts, datasets.accounts.date_format: "DD/MM" does not say where day, month and year stand; expected YYYY or YY, M MM or MMM, and D or DD, once each, or excel or unix; write it in capitals, such as "DD/MM/YYYY"',
    passes: accounts(good, { date_format: "DD/MM/YYYY" }),
  },
  {
    check: "column_without_days",
    trips: accounts(good, { date_formats: { name: "DD/MM/YYYY" } }),
    message:
      'dashboard.config.ts, datasets.accounts.date_formats.name: the column "name" holds no days; expected a column that holds days: first_contact_on; take it out, or name the column of the days',
    passes: accounts(good, { date_formats: { first_contact_on: "DD/MM/YYYY" } }),
  },
  {
    check: "column_without_numbers",
    trips: { datasets: { contracts: { files: "contracts.csv", scale: { product: 0.01 } } } },
    message:
      'dashboard.config.ts, datasets.contracts.scale.product: the column "product" holds no numbers; expected a column that holds numbers: amount, mrr, term_months, seats; take it out, or name the column of the numbers',
    passes: { datasets: { contracts: { files: "contracts.csv", scale: { mrr: 1 } } } },
  },
  {
    check: "bad_number_format",
    trips: accounts(good, { decimal: ".", thousands: "." }),
    message:
      'dashboard.config.ts, datasets.accounts.thousands: the decimal sign and the thousands sign are both "."; expected two different signs; declare decimal: "," beside thousands: "."',
    passes: accounts(good, { decimal: ",", thousands: "." }),
  },
  {
    check: "preset_of_another_dataset",
    trips: accounts(good, { preset: "stripe_subscriptions" }),
    message:
      'dashboard.config.ts, datasets.accounts.preset: "stripe_subscriptions" is an export of another dataset; expected a preset that makes accounts; name the file under datasets.contracts, or map its columns',
    passes: accounts("id,Name\nA1,Acme\n", { preset: "stripe_customers" }),
  },
  {
    check: "bad_constant",
    trips: accounts(good, { constants: { tier: "Enterprize" } }),
    message:
      'dashboard.config.ts, datasets.accounts.constants.tier: "Enterprize" does not keep the contract; expected one of strategic, enterprise, small; did you mean "enterprise"? correct it in the configuration',
    passes: accounts(good, { constants: { tier: "enterprise" } }),
  },
  {
    check: "missing_file",
    trips: { datasets: { usage: "usage.csv" } },
    message:
      "usage.csv: the file is not there; expected a file in DIR; check the path in the configuration; it is relative to the configuration's folder",
    passes: { files: { "usage.csv": usage }, datasets: { usage: "usage.csv" } },
  },
  {
    check: "no_file_matches",
    trips: { datasets: { usage: "usage-*.csv" } },
    message:
      "usage-*.csv: no file matches the pattern; expected at least one file in DIR; check the path in the configuration; it is relative to the configuration's folder",
    passes: { files: { "usage-1.csv": usage }, datasets: { usage: "usage-*.csv" } },
  },
  {
    check: "unreadable_file",
    // A file of Linux that is there and gives no bytes, whoever asks.
    trips: { datasets: { usage: "/proc/self/mem" } },
    message:
      "../../proc/self/mem: the file cannot be read: EIO: i/o error, read; expected a readable file; check the file and the right to read it",
    passes: { files: { "usage.csv": usage }, datasets: { usage: "usage.csv" } },
  },
  {
    check: "packed_file",
    trips: accounts("PK\x03\x04 and more"),
    message:
      "accounts.csv: this is a zip archive, not a CSV; expected a text file (.csv, .tsv, .csv.gz), or an archive of them that ends in .zip; name the archive .zip, or save the workbook's sheet as CSV UTF-8",
    passes: accounts("account_id,name\nA1,PK\n"),
  },
  {
    check: "broken_gzip",
    trips: gz(packed.subarray(0, packed.length - 9)),
    message:
      "accounts.csv.gz: the gzip file is broken: it ends before its end; expected a whole gzip file; copy or pack the file again, or give it unpacked",
    passes: gz(packed),
  },
  {
    check: "empty_file",
    trips: accounts("\n"),
    message:
      "accounts.csv: the file is empty; expected a header line; export the file again, or take it out of the configuration; check skip_lines",
    passes: { files: { "usage.csv": "account_id,day,module\n" }, datasets: { usage: "usage.csv" } },
  },
  {
    check: "wrong_encoding",
    // 16 bytes of header, "A1,Dvo" six more: byte 23 is ø in Windows-1252, where no word has it before á.
    trips: accounts(Buffer.from("account_id,name\nA1,Dvo\xf8\xe1k\n", "latin1")),
    message:
      'accounts.csv: not UTF-8 at byte 23, and "Dvoøák" is no likely word of windows-1252; expected UTF-8 throughout, or a declared encoding; save the file as CSV UTF-8; or, where its text is western European or Chinese, declare encoding: "windows-1252" or "gb18030", and look at the names it then gives',
    passes: accounts(Buffer.from("account_id,name\nA1,M\xfcller\n", "latin1"), {
      encoding: "windows-1252",
    }),
  },
  {
    check: "not_text",
    trips: accounts("account_id,na\0me\nA1,Acme\n"),
    message:
      'accounts.csv: this is not a text file: NUL characters stand in its header; expected text; declare encoding: "utf-16le" (or "utf-16be") if the file is UTF-16',
    passes: accounts(Buffer.from(good, "utf16le")),
  },
  {
    check: "duplicate_header",
    trips: accounts("account_id,name,NAME\nA1,Acme,Acme Ltd\n"),
    message:
      'accounts.csv: the header "NAME" stands there twice; expected every header once, whatever its case, spaces, underscores and hyphens; rename or remove one of the two columns and export again',
    passes: accounts("account_id,name,legal name\nA1,Acme,Acme Ltd\n"),
  },
  {
    check: "missing_column",
    trips: accounts("Acount ID,name\nA1,Acme\n"),
    message:
      'accounts.csv, account_id: the column is missing; expected a header "account_id" on line 1, which has "Acount ID", "name"; did you mean "Acount ID"? map it with columns: { account_id: "Acount ID" }',
    passes: accounts("Acount ID,name\nA1,Acme\n", { columns: { account_id: "Acount ID" } }),
  },
  {
    check: "lost_header",
    trips: accounts(`Customers, all\n${good}`),
    message:
      'accounts.csv: line 1 ("Customers", "all") was taken as the header, and does not fit; expected headers such as account_id, name; declare skip_lines: 1, if line 2 is the header: "account_id", "name"',
    passes: accounts(`Customers, all\n${good}`, { skip_lines: 1 }),
  },
  {
    check: "missing_header",
    trips: accounts(good, { columns: { tier: "Class" } }),
    message:
      'accounts.csv, tier: the header "Class" is not in the file; expected one of account_id, name; correct columns: { tier: ... }',
    passes: accounts("account_id,name,class\nA1,Acme,small\n", { columns: { tier: "Class" } }),
  },
  {
    check: "mixed_line_breaks",
    trips: accounts("\naccount_id,name\rA1,Acme\r"),
    message:
      "accounts.csv: the header holds a carriage return that ends no line; expected the same line break throughout: LF, CRLF or CR; save the file again in a spreadsheet or an editor",
    passes: accounts("account_id,name\r\nA1,Acme\r\n"),
  },
  {
    check: "short_rows",
    trips: accounts("account_id,name,tier\nA1,Acme\n"),
    message:
      "accounts.csv row 2: fewer cells than the header; rows like this one: 1; expected 3 cells as in the header, or blank ones at the end left out; nothing to do, if blank cells were left out; else mend the rows in the source",
    passes: accounts("account_id,name,tier\nA1,Acme,\n"),
  },
  {
    check: "blank_rows",
    trips: accounts("account_id,name\nA1,Acme\n,\n"),
    message:
      "accounts.csv row 3: no cell of the row holds anything; rows like this one: 1; expected a row with a value, or a line without anything; nothing to do, if they are blank in the source: they count as left out",
    passes: accounts("account_id,name\nA1,Acme\n\n"),
  },
  {
    check: "drawn_lines",
    trips: accounts("account_id,name\n----------,----\nA1,Acme\n"),
    message:
      "accounts.csv row 2: a line drawn with dashes, and no row; lines like this one: 1; expected a row with a value; nothing to do: they count as left out",
    passes: accounts("account_id,name\nA1,Acme\n"),
  },
  {
    check: "stray_quotes",
    trips: accounts('account_id,name\nA1,6" pipes\n'),
    message:
      'accounts.csv row 2: a quote that neither opens nor closes a cell; rows like this one: 1; expected quotes in pairs, and "" for a quote within a cell; nothing to do, if the quote belongs to the cell; else mend the row in the source',
    passes: accounts('account_id,name\nA1,"6"" pipes"\n'),
  },
  {
    check: "stray_returns",
    trips: accounts("account_id,name\nA1,Ac\rme\n"),
    message:
      "accounts.csv row 2: a carriage return within a cell; rows like this one: 1; expected the same line break throughout: LF, CRLF or CR; nothing to do, if it belongs to the cell; else save the file again in an editor",
    passes: accounts("account_id,name\nA1,Acme\n"),
  },
  {
    check: "swallowed_rows",
    trips: accounts(
      'account_id,name,tier,plan\nA1,Acme,small,"\nA2,Bolt,small,\nA3,Core,small,"\n',
    ),
    message:
      "accounts.csv row 2: lines 2 to 4 are one quoted cell, and look like rows of the file; expected a quoted cell that ends on line 2; nothing to do, if the lines are one text; else close the quote on line 2: its rows are not read",
    passes: accounts('account_id,name,tier,plan\nA1,"Acme,\nEast, West\nand Co",small,\n'),
  },
  {
    check: "garbled_text",
    trips: accounts("account_id,name\nA1,Caf\u00c3\u00a9\n"),
    message:
      'accounts.csv row 2, name: "CafÃ©" is no text as people write it; its letters were garbled before; expected "Café", it seems; export again from the source, and save as CSV UTF-8 only once',
    passes: accounts("account_id,name\nA1,Café\n"),
  },
  {
    check: "ambiguous_amount",
    trips: contracts("contract_id,account_id,starts_on,mrr", "C1,A1,2024-01-01,1.250"),
    message:
      'contracts.csv row 2, mrr: "1.250" can be read in two ways, and no number of the file tells which; expected a number that reads in one way: this one is 1.25 or 1,250; declare decimal: "," and thousands: "." (1,250), or decimal: "." (1.25)',
    passes: contracts("contract_id,account_id,starts_on,mrr", "C1,A1,2024-01-01,1.25"),
  },
  {
    check: "ambiguous_date",
    trips: dataset("surveys", `${surveyOf("03/04/2024", "12/11/2024")}\n`),
    message:
      'surveys.csv row 3, answered_on: "03/04/2024" can be read in two ways, and no day of the file tells which; expected a day that reads in one way: this one is 2024-03-04 or 2024-04-03; declare date_format: "MM/DD/YYYY" where the month stands first, or "DD/MM/YYYY" where the day does',
    passes: dataset("surveys", `${surveyOf("03/04/2024", "12/31/2024")}\n`),
  },
  {
    check: "unterminated_quote",
    trips: accounts('account_id,name\nA1,"Acme\nA2,Bolt\n'),
    message:
      'accounts.csv row 2, name: a quote opens before "Acme\\nA2,Bolt\\n" and does not close where the cell ends; expected a closing " at the end of the cell, and "" for a quote within it; close or double the quote in the source and export again',
    passes: accounts('account_id,name\nA1,"Acme\nLtd"\n'),
  },
  {
    check: "record_too_long",
    trips: accounts(`account_id,name\nA1,${"x".repeat(300_000)}`),
    message:
      'accounts.csv row 2: the row is longer than any row should be; it starts "A1"; expected at most 262144 characters in a row; check that the lines end in a line break, and that the delimiter is right',
    passes: accounts(`account_id,name\nA1,${"x".repeat(10_000)}`),
  },
  {
    check: "unused_column",
    trips: contracts(
      "contract_id,account_id,starts_on,ends_onn,mrr",
      "C1,A1,2024-01-01,2024-06-30,100",
    ),
    message:
      'contracts.csv: the column "ends_onn" is not used; expected a header "ends_on", which is blank in every row without it; did you mean "ends_on"? map it with columns: { ends_on: "ends_onn" }, or set checks: { unused_column: "off" } if it is something else',
    passes: contracts(
      "contract_id,account_id,starts_on,ends_on,mrr,colour",
      "C1,A1,2024-01-01,2024-06-30,100,red",
    ),
  },
  {
    check: "data_in_place_of_header",
    trips: dataset("surveys", `${answers.join("\n")}\n`),
    message:
      "surveys.csv row 2: the row reads as data, where the export has one more row of headers; it was taken as data; expected one more row of headers, as the export writes it; nothing to do, if the row is data; else declare extra_header_rows",
    passes: dataset("surveys", `${answers.toSpliced(1, 0, ",,,,Response").join("\n")}\n`),
  },
  {
    check: "data_passed_over",
    trips: accounts("account_id,name,first_contact_on\nA0,Bolt,2024-01-01\nA1,Acme,2024-02-01\n", {
      extra_header_rows: 1,
    }),
    message:
      "accounts.csv row 2: the row reads as data, and was passed over as extra_header_rows says; expected headers in as many rows as extra_header_rows says; lower extra_header_rows, if the row is data",
    passes: accounts("account_id,name,first_contact_on\nid,label,day\nA1,Acme,2024-02-01\n", {
      extra_header_rows: 1,
    }),
  },
  {
    check: "footer_like_data",
    trips: accounts("account_id,name\nA1,Acme\nTotal,1\n", { footer: "Total" }),
    message:
      "accounts.csv row 3: the row is left out as a line that the report ends with, and has all cells a row must have; expected blank cells in the lines that a report ends with; nothing to do, if it is a line of totals; else take out footer, or give other words",
    passes: accounts("account_id,name\nA1,Acme\nTotal,\n", { footer: "Total" }),
  },
  {
    check: "sql_failed",
    trips: {
      files: { "raw.csv": usage },
      raw: { exported: "raw.csv" },
      datasets: { usage: { sql: "select * from exports" } },
    },
    message:
      "sql of usage: the sql failed: Catalog Error: Table with name exports does not exist!; expected a select over the raw tables; correct the sql of the dataset, or the raw tables it names",
    passes: {
      files: { "raw.csv": usage },
      raw: { exported: "raw.csv" },
      datasets: { usage: { sql: "select * from exported" } },
    },
  },
];
