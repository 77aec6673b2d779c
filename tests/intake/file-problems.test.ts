import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readAccounts, readCompany } from "./reading.ts";

async function messagesOf(content: string | Uint8Array, source: object = {}) {
  const read = await readAccounts(content, source);
  const [file] = read.files;
  expect(file).toMatchObject({ dataset: "accounts", accepted: 0, refusal: {} });
  const rows = file?.rows;
  const none = { parts: [], accepted: 0, asideParts: [] };
  expect(read.tables[0]).toEqual({ dataset: "accounts", ...none, rows, setAside: rows });
  return read.messages;
}

describe("a file that cannot be read is one problem, and none of its rows are taken", () => {
  it("missing file", async () => {
    const read = await readCompany({ datasets: { usage: "exports/usage.csv" } });
    expect(read.messages).toEqual([
      `exports/usage.csv: the file is not there; expected a file in ${read.directory}; check the path in the configuration; it is relative to the configuration's folder`,
    ]);
  });

  it("a pattern that matches nothing names the pattern and the folder", async () => {
    const read = await readCompany({ datasets: { usage: "exports/usage-*.csv" } });
    expect(read.messages).toEqual([
      `exports/usage-*.csv: no file matches the pattern; expected at least one file in ${read.directory}; check the path in the configuration; it is relative to the configuration's folder`,
    ]);
  });

  it("empty file", async () => {
    expect(await messagesOf("\n\n")).toEqual([
      "accounts.csv: the file is empty; expected a header line; export the file again, or take it out of the configuration; check skip_lines",
    ]);
    expect(await messagesOf("title\nmore", { skip_lines: 2 })).toHaveLength(1);
  });

  it("text that is neither UTF-8 nor surely anything else", async () => {
    // The header is 16 bytes, "1,M" three more: byte 20 is the first that is wrong.
    const text = Buffer.from("account_id,name\n1,M\xf0ller\n", "latin1");
    expect(await messagesOf(text)).toEqual([
      'accounts.csv: not UTF-8 at byte 20, and "Mðller" is no likely word of windows-1252; expected UTF-8 throughout, or a declared encoding; save the file as CSV UTF-8; or, where its text is western European or Chinese, declare encoding: "windows-1252" or "gb18030", and look at the names it then gives',
    ]);
  });

  it("a character cut off at the end is not UTF-8", async () => {
    const text = Buffer.from("account_id,name\n1,M\xc3", "latin1");
    expect(await messagesOf(text)).toEqual([expect.stringContaining("not UTF-8 at byte 20;")]);
  });

  it("bytes outside of the declared encoding", async () => {
    const text = Buffer.from("account_id,name\n1,M\xff\n", "latin1");
    expect(await messagesOf(text, { encoding: "gb18030" })).toEqual([
      "accounts.csv: not gb18030 between byte 1 and byte 21; expected gb18030 throughout, as declared; declare the encoding the file has, or save it as UTF-8 and declare none",
    ]);
  });

  it("NUL characters in the header", async () => {
    expect(await messagesOf("account_id,na\0me\n1,A\n")).toEqual([
      'accounts.csv: this is not a text file: NUL characters stand in its header; expected text; declare encoding: "utf-16le" (or "utf-16be") if the file is UTF-16',
    ]);
  });

  it("a packed workbook", async () => {
    expect(await messagesOf("PK\x03\x04....")).toEqual([
      "accounts.csv: this is a zip archive, not a CSV; expected a text file (.csv, .tsv, .csv.gz), or an archive of them that ends in .zip; name the archive .zip, or save the workbook's sheet as CSV UTF-8",
    ]);
  });

  it("a gzip file that is cut off", async () => {
    const packed = gzipSync("account_id,name\n1,Acme\n");
    const read = await readCompany({
      files: { "accounts.csv.gz": packed.subarray(0, packed.length - 9) },
      datasets: { accounts: "accounts.csv.gz" },
    });
    expect(read.messages).toEqual([
      "accounts.csv.gz: the gzip file is broken: it ends before its end; expected a whole gzip file; copy or pack the file again, or give it unpacked",
    ]);
    expect(read.files[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("a file that is called packed and is not", async () => {
    const read = await readCompany({
      files: { "accounts.csv.gz": "account_id,name\n1,Acme\n" },
      datasets: { accounts: "accounts.csv.gz" },
    });
    expect(read.messages).toEqual([
      "accounts.csv.gz: the gzip file is broken: it is not packed, whatever its name says; expected a whole gzip file; copy or pack the file again, or give it unpacked",
    ]);
  });

  it("a header name that stands there twice", async () => {
    expect(await messagesOf("account_id,name,Account ID\n1,A,2\n")).toEqual([
      'accounts.csv: the header "Account ID" stands there twice; expected every header once, whatever its case, spaces, underscores and hyphens; rename or remove one of the two columns and export again',
    ]);
  });

  it("a quote that does not close names where it opens", async () => {
    const text = 'account_id,name\n1,"A\nB"\n2,"Acme\n3,Bolt\n';
    expect(await messagesOf(text)).toEqual([
      'accounts.csv row 3 (line 4), name: a quote opens before "Acme\\n3,Bolt\\n" and does not close where the cell ends; expected a closing " at the end of the cell, and "" for a quote within it; close or double the quote in the source and export again',
    ]);
  });

  it("a quote that swallows rows until the next one", async () => {
    const text = 'account_id,name\n2,"Acme\n3,"Bolt, Inc"\n4,Core\n';
    expect(await messagesOf(text)).toEqual([
      expect.stringMatching(/^accounts\.csv row 2, name: a quote opens before "Acme\\n3,/),
    ]);
  });

  it.each([
    ["an open cell behind one of two lines", '1,"A\nB","Acme\n3,Bolt,x\n', "(line 3), tier"],
    ["a closed cell of two lines behind a lone quote", '1,5" pipe,"A\nB"\n', ", name"],
    ["in the first cell", '"1,A,x\n2,B,y\n', ", account_id"],
  ])("a quote that does not close names its column: %s", async (_, rows, place) => {
    const [message] = await messagesOf(`account_id,name,tier\n${rows}`);
    expect(message).toContain(
      `accounts.csv row 2${place.startsWith(",") ? "" : " "}${place}: a quote opens`,
    );
  });

  it("rows of two cells within one quoted cell are told, an address is not", async () => {
    const checks = async (text: string) =>
      (await readAccounts(`account_id,name\n${text}`)).problems.map(({ check }) => check);
    expect(await checks('A1,"Acme\nA2,Beta\nA3,Gamma"\n')).toEqual(["swallowed_rows"]);
    expect(await checks('A1,"Acme\nMain Street 5\nBerlin"\n')).toEqual([]);
    expect(await checks('A1,"Acme\nBerlin, DE"\n')).toEqual([]);
  });

  it("a quote that would swallow a large file is given up after a quarter of a million signs", async () => {
    const text = `account_id,name\n2,"Acme\n${"3,Bolt\n".repeat(100_000)}`;
    expect(await messagesOf(text)).toEqual([
      expect.stringMatching(/^accounts\.csv row 2, name: a quote opens before "Acme\\n3,/),
    ]);
  });

  it("a row without an end", async () => {
    expect(await messagesOf(`account_id,name\n2,${"x".repeat(300_000)}`)).toEqual([
      'accounts.csv row 2: the row is longer than any row should be; it starts "2"; expected at most 262144 characters in a row; check that the lines end in a line break, and that the delimiter is right',
    ]);
  });
});

describe("headers match regardless of case, spaces, underscores and hyphens", () => {
  it.each([
    "\u200bACCOUNT ID,Name",
    "sep=,\naccount_id,name",
    "ACCOUNT ID,Name",
    "accountid,NAME",
    "Account-Id, name ",
  ])("%s", async (header) => {
    const read = await readAccounts(`${header}\n1,Acme\n`);
    expect(read.rows("accounts")[0]?.slice(2, 4)).toEqual(["1", "Acme"]);
  });

  it("columns of the configuration win, and what nothing reads is reported", async () => {
    const read = await readAccounts("account_id,name,Legal Name,,x\n1,short,Acme Ltd,,y\n", {
      columns: { name: "legal_name" },
    });
    expect(read.rows("accounts")[0]?.slice(2, 4)).toEqual(["1", "Acme Ltd"]);
    expect(read.files[0]?.ignoredColumns).toEqual(["name", "(column 4)", "x"]);
  });

  it("a missing column names the header that comes near", async () => {
    expect(await messagesOf("Acount ID,title\n1,A\n")).toEqual([
      'accounts.csv, account_id: the column is missing; expected a header "account_id" on line 1, which has "Acount ID", "title"; did you mean "Acount ID"? map it with columns: { account_id: "Acount ID" }',
      'accounts.csv, name: the column is missing; expected a header "name" on line 1, which has "Acount ID", "title"; map it with columns: { name: "header of the file" }',
    ]);
  });

  it("a mapped header that is not in the file, even of an optional column", async () => {
    const source = { columns: { region: "Sales Regoin" } };
    expect(await messagesOf("account_id,name,Sales Region\n1,A,EU\n", source)).toEqual([
      'accounts.csv, region: the header "Sales Regoin" is not in the file; expected one of account_id, name, Sales Region; did you mean "Sales Region"? correct columns: { region: "Sales Region" }',
    ]);
  });
});

describe("the configuration of a dataset is checked before its files", () => {
  const text = "account_id,name\n1,A\n";

  it.each(["columns", "values", "constants"])("unknown column of ours in %s", async (part) => {
    const source = { [part]: { acount_id: part === "values" ? {} : "x" } };
    expect(await messagesOf(text, source)).toEqual([
      `dashboard.config.ts, datasets.accounts.${part}: "acount_id" is not a column of the dataset; expected one of account_id, name, tier, industry, region, fit, channel, plan, owner, stage, first_contact_on, referred_by; did you mean "account_id"? write our column first, then what the file calls it`,
    ]);
  });

  it("a constant and a mapped value that break the contract", async () => {
    const source = { constants: { fit: "targett" }, values: { tier: { Key: "big" } } };
    expect(await messagesOf(text, source)).toEqual([
      'dashboard.config.ts, datasets.accounts.constants.fit: "targett" does not keep the contract; expected one of target, exploratory; did you mean "target"? correct it in the configuration',
      'dashboard.config.ts, datasets.accounts.values.tier: "big" does not keep the contract; expected one of strategic, enterprise, small; correct it in the configuration',
    ]);
  });

  it("a date format without capitals, and one sign for two things", async () => {
    const source = { date_format: "dd/mm/yyyy", decimal: ",", thousands: "," };
    expect(await messagesOf(text, source)).toEqual([
      'dashboard.config.ts, datasets.accounts.date_format: "dd/mm/yyyy" does not say where day, month and year stand; expected YYYY or YY, M MM or MMM, and D or DD, once each, or excel or unix; write it in capitals, such as "DD/MM/YYYY"',
      'dashboard.config.ts, datasets.accounts.thousands: the decimal sign and the thousands sign are both ","; expected two different signs; declare decimal: "," beside thousands: "."',
    ]);
  });
});

describe("a file that is no CSV says what it is", () => {
  const html = "<!DOCTYPE html><html><body>Please sign in</body></html>\n";
  const old = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
  const noise = Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7_919) % 251));
  const sheet = "open it and save the sheet as CSV UTF-8";
  const anew = "export the data as CSV, and give that file";

  it.each<[string, string | Uint8Array, string]>([
    ["an Excel workbook", "PK\x03\x04\x14\0[Content_Types].xml", sheet],
    ["an OpenDocument file", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.sp", sheet],
    ["an Excel workbook of the old kind", old, sheet],
    ["a PDF document", "%PDF-1.7\n%\xe2\xe3", anew],
    ["a picture", png, anew],
    ["a Parquet file", "PAR1\x15\x04\x15", anew],
    ["a text in UTF-32", Buffer.from("fffe00006100000062000000", "hex"), "save it as UTF-8"],
    ["a gzip file", gzipSync("account_id,name\n"), "name it .csv.gz, or unpack it"],
    [
      "a web page",
      html,
      "it may be a login page or a sheet saved as HTML; export the data as CSV again",
    ],
    ["an XML file", '<?xml version="1.0"?>\n<Workbook/>', anew],
    ["a JSON file", '[{"account_id": "1"}]\n', anew],
  ])("%s", async (name, content, remedy) => {
    expect(await messagesOf(content)).toEqual([
      `accounts.csv: this is ${name}, not a CSV; expected a text file (.csv, .tsv, .csv.gz), or an archive of them that ends in .zip; ${remedy}`,
    ]);
  });

  it("or, where nobody knows, that it is no text", async () => {
    expect(await messagesOf(noise)).toEqual([
      expect.stringMatching(/^accounts\.csv: this is not a text file; expected a text file/),
    ]);
  });
});

describe("signs that nobody sees", () => {
  it("stand in a message by their numbers", async () => {
    const source = { columns: { name: "N\u0081\u202eame" } };
    const text = "account_id,N\u0085ame,\u200btier\n1,A,\n";
    expect(await messagesOf(text, source)).toEqual([
      expect.stringContaining(
        '"N\\x81\\u202eame" is not in the file; expected one of account_id, N\\x85ame, \\u200btier;',
      ),
    ]);
  });
});

describe("a header that fits nothing", () => {
  const told = (taken: string, remedy: string) => [
    `accounts.csv: ${taken} was taken as the header, and does not fit; expected headers such as account_id, name; ${remedy}`,
  ];

  it("under title lines is found further down", async () => {
    const text = 'Customer report\n"Printed, by Ida",2026-05-01\n\nAccount ID;Name\n1;A\n';
    expect(await messagesOf(text)).toEqual(
      told(
        'line 1 ("Customer report")',
        'declare skip_lines: 3, if line 4 is the header: "Account ID", "Name"',
      ),
    );
    expect((await readAccounts(text, { skip_lines: 3 })).messages).toEqual([]);
  });

  it("by the names that the configuration gives", async () => {
    const source = { columns: { account_id: "Kunde", name: "Firma" } };
    const read = await messagesOf("Kundenliste\nKunde,Firma\n1,A\n", source);
    expect(read).toEqual([
      expect.stringContaining("headers such as Kunde, Firma; declare skip_lines: 1, if line 2 "),
    ]);
  });

  it("is not there at all", async () => {
    expect(await messagesOf("A1,Acme,2024-01-31\nA2,Bolt,2024-02-29\n")).toEqual(
      told(
        'line 1 ("A1", "Acme", "2024-01-31")',
        "the file seems to have no header: export it with one, or write the columns' names above the rows",
      ),
    );
  });

  it("was cut by another delimiter than the file's", async () => {
    expect(await messagesOf('account_id;name;"a, b, c, d"\n1;A;\n', { delimiter: "," })).toEqual(
      told('line 1 ("account_id;name;\\"a", "b", "c", "d\\"")', 'declare delimiter: ";"'),
    );
  });

  it.each([
    [
      "account_id^name\n1^A\n",
      "if another sign than comma, semicolon, tab or pipe parts the columns",
    ],
    ['"account_id,name"\n"1,A"\n', "every line stands in quotes as a whole"],
  ])("is one cell: %j", async (text, remedy) => {
    expect(await messagesOf(text)).toEqual([expect.stringContaining(remedy)]);
  });

  it("is told with its line where nothing better is known", async () => {
    expect(await messagesOf("\nFeld 1,Feld 2\n1,A\n")).toEqual([
      expect.stringContaining(
        'a header "account_id" on line 2, which has "Feld 1", "Feld 2"; map it',
      ),
      expect.stringContaining('a header "name" on line 2, which has "Feld 1", "Feld 2"; map it'),
    ]);
  });
});
