import { appendFileSync, chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCompany } from "./reading.ts";
import { zip } from "./zip-bytes.ts";

const day = "account_id,day,module\nA1,2024-01-01,core\n";
const withinTheFolder = (text: string) => text.replaceAll(/in \/\S+;/g, "in FOLDER;");

describe("files that a pattern names", () => {
  it("are read whichever case their ending has, as on Windows and Macs", async () => {
    const read = await readCompany({
      files: { "usage/feb.CSV": day.replace("01-01", "02-01"), "usage/jan.csv": day },
      datasets: { usage: "usage/*.csv" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("usage").map((row) => row[3])).toEqual(["2024-02-01", "2024-01-01"]);
  });

  it("in an archive too", async () => {
    const read = await readCompany({
      files: { "usage.zip": zip([{ name: "JAN.CSV", content: day }]) },
      datasets: { usage: "usage.zip/*.csv" },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("usage").length).toBe(1);
  });

  it("are read once, though two paths name them", async () => {
    const read = await readCompany({
      files: { "usage.zip": zip([{ name: "jan.csv", content: day }]) },
      datasets: { usage: ["usage.zip", "usage.zip/jan.csv", "./usage.zip"] },
    });
    expect(read.messages).toEqual([]);
    expect(read.rows("usage").length).toBe(1);
  });

  it("are told where they are links that lead to no file", async () => {
    const read = await readCompany({
      files: { "usage/jan.csv": day },
      datasets: { usage: ["usage/*.csv", "usage/j*.csv"], seats: "seats.csv" },
      prepare(directory) {
        symlinkSync("unmounted/feb.csv", join(directory, "usage/feb.csv"));
        symlinkSync("june.csv", join(directory, "usage/june.csv"));
        symlinkSync("unmounted/seats.csv", join(directory, "seats.csv"));
        mkdirSync(join(directory, "usage/folder.csv"));
      },
    });
    expect(read.messages.sort()).toMatchInlineSnapshot(`
      [
        "seats.csv: the file cannot be read: it is a link that leads to no file; expected a readable file; copy the file itself here, or take the link away",
        "usage/feb.csv: the file cannot be read: it is a link that leads to no file; expected a readable file; copy the file itself here, or take the link away",
        "usage/june.csv: the file cannot be read: it is a link that leads to no file; expected a readable file; copy the file itself here, or take the link away",
      ]
    `);
    expect(read.files.map(({ file, refusal }) => [file, refusal?.check])).toEqual([
      ["accounts.csv", undefined],
      ["contracts.csv", undefined],
      ["seats.csv", "unreadable_file"],
      ["usage/feb.csv", "unreadable_file"],
      ["usage/june.csv", "unreadable_file"],
      ["usage/jan.csv", undefined],
    ]);
  });
});

describe("what a pattern of all folders passes by", () => {
  it("are our own reports, which hold rows of the files", async () => {
    const read = await readCompany({
      files: {
        "day/jan.csv": day,
        "reports/set-aside/usage.csv": `file,row,line,problem,${day}`,
        "reports/problems.csv": "file,row\n",
        "reports/feb.csv": day.replace("01-01", "02-01"),
      },
      datasets: { usage: "{day,reports}/**/*.csv" },
    });
    const named = read.files.filter(({ dataset }) => dataset === "usage").map(({ file }) => file);
    expect(named).toEqual(["day/jan.csv", "reports/feb.csv"]);
  });

  it.skipIf(process.getuid?.() === 0)("is told where a folder may not be listed", async () => {
    const read = await readCompany({
      files: { "day/jan.csv": day, "locked/feb.csv": day },
      datasets: { usage: ["day/*.csv", "*/*.csv"] },
      prepare: (directory) => chmodSync(join(directory, "locked"), 0o000),
    });
    chmodSync(join(read.directory, "locked"), 0o755);
    expect(read.messages).toEqual([expect.stringContaining("locked: the file cannot be read:")]);
  });
});

describe("a path to which there is no file", () => {
  it("is answered with the file that was likely meant, or with what is in the folder", async () => {
    const read = await readCompany({
      files: { "seats/jan.csv": "", "Costs.CSV": "" },
      datasets: { seats: "seats", costs: "costs.csv", goals: "goals.csv" },
    });
    expect(read.messages.map(withinTheFolder)).toMatchInlineSnapshot(`
      [
        "costs.csv: the file is not there; expected a file in FOLDER; did you mean "Costs.CSV"? check the path in the configuration; it is relative to the configuration's folder",
        "goals.csv: the file is not there; expected a file in FOLDER; check the path in the configuration; it is relative to the configuration's folder",
        "seats: the file is not there; expected a file: this is a folder; name the files in it, such as "seats/*.csv"",
      ]
    `);
  });
});

describe("a file that is written to while it is read", () => {
  it("is refused: its last row may be cut in the midst of a number", async () => {
    let folder = "";
    const read = await readCompany({
      files: { "usage.csv": day },
      datasets: { usage: "usage.csv" },
      prepare(directory) {
        folder = directory;
      },
      onProgress({ file, rows }) {
        if (file === "usage.csv" && rows === 1) appendFileSync(join(folder, file), "A1,2024-0");
      },
    });
    expect(read.messages).toEqual([
      "usage.csv: the file cannot be read: it was written to meanwhile; expected the same file from its first row to its last; wait until the export is finished, and run again",
    ]);
    expect(read.rows("usage")).toEqual([]);
  });
});
