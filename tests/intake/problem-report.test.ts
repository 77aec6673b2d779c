import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/contracts/index.ts";
import { newFileReport, refuse } from "../../src/intake/file-report.ts";
import {
  formatProblem,
  problemsCsv,
  problemsJson,
  renderProblems,
} from "../../src/intake/index.ts";
import { spreadsheetLine } from "../../src/shared/spreadsheet.ts";

const problem: Problem = {
  check: "not_a_date",
  severity: "error",
  dataset: "contracts",
  file: "contracts.csv",
  row: 18,
  line: 20,
  column: "ends_on",
  value: "2024-13-01",
  expected: "YYYY-MM-DD such as 2024-12-31",
  remedy: "",
};

describe("a problem is printed in one line", () => {
  it("with place, fact and what was expected", () => {
    expect(formatProblem(problem)).toBe(
      'contracts.csv row 18 (line 20), ends_on: "2024-13-01" is not a date; expected YYYY-MM-DD such as 2024-12-31',
    );
  });

  it("the line only where it is not the row", () => {
    expect(formatProblem({ ...problem, line: 18, remedy: "mend it" })).toBe(
      'contracts.csv row 18, ends_on: "2024-13-01" is not a date; expected YYYY-MM-DD such as 2024-12-31; mend it',
    );
  });

  it("a check of others in its own words", () => {
    expect(formatProblem({ ...problem, check: "identical_lines_overlap", value: "C1" })).toContain(
      'ends_on: "C1": identical lines overlap; expected',
    );
  });

  it("a private value only where the message is not published", () => {
    const secret: Problem = { ...problem, column: "name", value: "Acme", isPrivate: true };
    expect(formatProblem(secret)).toContain('name: "Acme" is not a date');
    const published = formatProblem(secret, { published: true });
    expect(published).toContain("name: (private) is not a date");
    expect(published).not.toContain("Acme");
    expect(formatProblem(problem, { published: true })).toContain('"2024-13-01"');
    const failed: Problem = { ...secret, check: "sql_failed" };
    expect(formatProblem(failed, { published: true })).not.toContain("Acme");
    expect(renderProblems([secret], { perFile: 20, published: true })).not.toContain("Acme");
    expect(problemsCsv([secret], { published: true })).not.toContain("Acme");
  });
});

describe("a list of problems", () => {
  it("prints the first of each file and counts the rest", () => {
    const others = [1, 2, 3].map((row): Problem => ({ ...problem, file: "b.csv", row, line: row }));
    const printed = renderProblems([problem, ...others], { perFile: 2 }).split("\n");
    expect(printed.map((line) => line.slice(0, 21))).toEqual([
      "contracts.csv row 18 ",
      "b.csv row 1, ends_on:",
      "b.csv row 2, ends_on:",
      "b.csv: 1 more problem",
    ]);
  });

  it("counts those that were not kept too", () => {
    const { check, severity, dataset, file } = problem;
    const counts = [{ check, severity, dataset, file, count: 1_501 }];
    expect(renderProblems([problem], { perFile: 20, counts })).toContain(
      "contracts.csv: 1500 more problems",
    );
  });

  it("goes to a spreadsheet as CSV", () => {
    expect(problemsCsv([{ ...problem, value: 'a "b", c' }])).toBe(
      'file,row,line,column,value,expected,remedy,check,severity,dataset,consequence\ncontracts.csv,18,20,ends_on,"a ""b"", c",YYYY-MM-DD such as 2024-12-31,,not_a_date,error,contracts,row set aside\n',
    );
  });

  it("says in the CSV how many of a kind are not listed", () => {
    const { check, severity, dataset, file } = problem;
    const counts = [{ check, severity, dataset, file, count: 1_501 }];
    expect(problemsCsv([problem], { counts }).split("\n").slice(2)).toEqual([
      "contracts.csv,,,,,501 more rows fail this check and are not listed,,not_a_date,error,contracts,row set aside",
      "",
    ]);
  });

  it("says in the CSV of each refused file how many rows it holds", () => {
    const wrong: Problem = {
      check: "bad_date_format",
      severity: "error",
      dataset: "usage",
      file: "dashboard.config.ts",
      expected: "",
      remedy: "",
    };
    const counted = newFileReport(1, "usage", "usage.csv");
    refuse(counted, "bad_date_format", 149);
    const open = { ...wrong, file: "a.csv", check: "unterminated_quote", row: 3 };
    const uncounted = newFileReport(2, "usage", "a.csv");
    refuse(uncounted, "unterminated_quote", undefined, 8);
    const lines = problemsCsv([wrong, open], { files: [counted, uncounted] })
      .trimEnd()
      .split("\n");
    expect(lines.slice(1)).toEqual([
      "dashboard.config.ts,,,,,,,bad_date_format,error,usage,file refused: no row taken",
      "a.csv,3,,,,,,unterminated_quote,error,usage,file refused: no row taken",
      "usage.csv,,,,,,correct the configuration of usage; its fault is told beside,bad_date_format,error,usage,file refused: no row taken of 149",
    ]);
  });

  it("says of a row in a refused file that it is the file's fault that counts", () => {
    const inRow: Problem = {
      check: "not_a_date",
      severity: "error",
      dataset: "usage",
      file: "a.csv",
      row: 2,
      expected: "",
      remedy: "",
    };
    const refused = newFileReport(1, "usage", "a.csv");
    refuse(refused, "unterminated_quote", undefined, 8);
    const consequence = (files: object) =>
      problemsCsv([inRow], files).trimEnd().split("\n")[1]?.split(",").at(-1);
    expect(consequence({ files: [refused] })).toBe("none of its own: the file is refused");
    expect(consequence({ files: [newFileReport(1, "usage", "a.csv")] })).toBe("row set aside");
  });

  it("is JSON with the rows of each file: read, set aside and left out are all of them", () => {
    const file = {
      ...newFileReport(1, "contracts", "contracts.csv"),
      rows: 6,
      accepted: 3,
      setAside: 2,
      leftOut: 1,
    };
    const refused = newFileReport(2, "usage", "usage.csv");
    refuse(refused, "unterminated_quote", undefined, 150);
    const report: unknown = JSON.parse(problemsJson([problem], [file, refused]));
    expect(report).toEqual({
      files: [
        {
          file: "contracts.csv",
          dataset: "contracts",
          state: "read",
          rows_in_file: 6,
          rows_read: 3,
          rows_set_aside: 2,
          rows_left_out: 1,
        },
        {
          file: "usage.csv",
          dataset: "usage",
          state: "refused",
          rows_in_file: null,
          rows_read: 0,
          rows_set_aside: null,
          rows_left_out: null,
          lines_in_file: 150,
        },
      ],
      counts: [],
      problems: [{ ...problem, message: formatProblem(problem), consequence: "row set aside" }],
    });
  });
});

describe("a cell that a spreadsheet would run as a formula", () => {
  const cellOf = (value: string) => spreadsheetLine([value, ""]).slice(0, -2);

  it.each([
    ["=1+2", "'=1+2"],
    ["+cmd", "'+cmd"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    ["\r=1", '"\'\r=1"'],
    ["  =1", "'  =1"],
    ["＝1", "'＝1"],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
  ])("%j gets an apostrophe", (value, expected) => {
    expect(cellOf(value)).toBe(expected);
  });

  it.each(["-5", "+5", "-1.5", "-5%", "2024-01-01", "a=b", "Acme - Inc", ""])(
    "%j stays as it is",
    (value) => {
      expect(cellOf(value)).toBe(value);
    },
  );

  it("a number with signs in it is no formula", () => {
    expect(cellOf("-1,234.50")).toBe('"-1,234.50"');
  });

  it("is made safe in every column of the problem report", () => {
    const hostile: Problem = {
      ...problem,
      file: "=a.csv",
      value: "=1",
      remedy: "-b",
      column: "@c",
    };
    expect(problemsCsv([hostile]).split("\n")[1]).toBe(
      "'=a.csv,18,20,'@c,'=1,YYYY-MM-DD such as 2024-12-31,'-b,not_a_date,error,contracts,row set aside",
    );
  });

  it("with nothing in it that a spreadsheet would run", () => {
    const told = (value: string) => problemsCsv([{ ...problem, value }]).split("\n")[1];
    expect(told("=cmd|' /C calc'!A0")).toContain(",'=cmd|' /C calc'!A0,");
    expect(told("@SUM(A1)")).toContain(",'@SUM(A1),");
    expect(told("-1+1")).toContain(",'-1+1,");
    expect(told("-1200.50")).toContain(",-1200.50,");
  });
});
