import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isBomb } from "../../src/intake/packed/limits.ts";
import { readCompany } from "./reading.ts";
import { type ZipEntry, zip } from "./zip-bytes.ts";

const usage = (account: string) => `account_id,day,module\n${account},2024-01-01,core\n`;

async function readUsage(entries: readonly ZipEntry[] | Uint8Array, files = "usage.zip") {
  const packed = entries instanceof Uint8Array ? entries : zip(entries);
  const read = await readCompany({
    files: { "usage.zip": packed },
    datasets: { usage: { files } },
  });
  const ofUsage = read.files.filter(({ dataset }) => dataset === "usage");
  return { ...read, ofUsage, accounts: read.rows("usage").map((row) => row[2]) };
}

describe("a zip archive", () => {
  it("is each of its tables, in order of name, each a file with its own hash", async () => {
    const entries = [
      { name: "b.tsv", content: usage("B").replaceAll(",", "\t") },
      { name: "2024/", content: "", says: { method: 0 } },
      { name: "2024/a.CSV", content: usage("A") },
      { name: "c.txt", content: usage("C"), says: { method: 0 } },
    ];
    const read = await readUsage(entries);
    expect(read.messages).toEqual([]);
    expect(read.accounts).toEqual(["A", "B", "C"]);
    expect(read.ofUsage.map(({ file, rows, bytes }) => [file, rows, bytes])).toEqual([
      ["usage.zip/2024/a.CSV", 1, 40],
      ["usage.zip/b.tsv", 1, 40],
      ["usage.zip/c.txt", 1, 40],
    ]);
    const hash = createHash("sha256").update(usage("A")).digest("hex");
    expect(read.ofUsage[0]?.sha256).toBe(hash);
  });

  it("can give some of its tables, by a pattern", async () => {
    const entries = ["A", "B"].map((name) => ({ name: `u/${name}.csv`, content: usage(name) }));
    const other = [...entries, { name: "people.csv", content: "owner\nx\n" }];
    expect((await readUsage(other, "usage.zip/u/*.csv")).accounts).toEqual(["A", "B"]);
    expect((await readUsage(other, "*.zip/u/B.csv")).accounts).toEqual(["B"]);
    const none = await readUsage(other, "usage.zip/v/*.csv");
    expect(none.messages).toEqual([
      expect.stringMatching(/^usage\.zip\/v\/\*\.csv: no file matches the pattern;/),
    ]);
  });

  it("says which members it passed over", async () => {
    const read = await readUsage([
      { name: "a.csv", content: usage("A") },
      { name: "readme.md", content: "x" },
      { name: "__MACOSX/._a.csv", content: "\0\0" },
    ]);
    expect(read.accounts).toEqual(["A"]);
    expect(read.problems.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(read.messages).toEqual([
      "usage.zip: these members of the zip archive are no tables: readme.md, __MACOSX/._a.csv; expected members that end in .csv, .tsv or .txt; nothing to do, if they hold no rows; else export them as CSV",
    ]);
  });

  it("has names that lead nowhere and obey no terminal, each once", async () => {
    const names = ["../../etc/a.csv", "/etc/a.csv", "C:\\etc\\a.csv", "\u001b[31m\u202ea.csv"];
    const read = await readUsage(names.map((name) => ({ name, content: usage("A") })));
    expect(read.messages).toEqual([]);
    expect(read.ofUsage.map(({ file }) => file)).toEqual([
      "usage.zip/_[31m_a.csv",
      "usage.zip/etc/a.csv",
      "usage.zip/etc/a.csv (member 2)",
      "usage.zip/etc/a.csv (member 3)",
    ]);
  });

  const a = { name: "a.csv", content: usage("A") };
  it.each<[string, ZipEntry[] | Uint8Array, RegExp]>([
    ["holds no table", [{ name: "x.xlsx", content: "x" }], /^usage\.zip: the zip archive holds no/],
    ["is empty", [], /^usage\.zip: the zip archive holds no table;/],
    ["is none", Buffer.from("account_id,day"), /^usage\.zip: the zip archive is broken: /],
    [
      "has bytes behind its end",
      Buffer.concat([zip([a]), Buffer.from("abc")]),
      /^usage\.zip: the zip archive is broken: bytes stand behind its end/,
    ],
    ["is cut off", zip([a]).subarray(0, -30), /^usage\.zip: the zip archive is broken: /],
    [
      "holds another",
      [{ name: "b.zip", content: zip([a]) }],
      /^usage\.zip\/b\.zip: this is a zip archive within another; expected tables in the archive/,
    ],
    [
      "is encrypted",
      [{ ...a, says: { flags: 1 } }],
      /^usage\.zip\/a\.csv: this member of the zip archive is encrypted;/,
    ],
    [
      "is packed in an unknown way",
      [{ ...a, says: { method: 93 } }],
      /^usage\.zip\/a\.csv: this member of the zip archive is packed by method 93;/,
    ],
    [
      "has a checksum that does not fit",
      [{ ...a, says: { sum: 5 } }],
      /^usage\.zip\/a\.csv: the zip archive is broken: the checksum does not fit/,
    ],
    [
      "has a size that is a lie",
      [{ ...a, says: { size: 5 } }],
      /^usage\.zip\/a\.csv: the zip archive is broken: too many bytes/,
    ],
    [
      "has too many members",
      Array.from({ length: 1_001 }, (_, index) => ({ name: `${index}.csv`, content: "" })),
      /^usage\.zip: the zip archive has too many members; expected at most 1000 members;/,
    ],
  ])("that %s is refused", async (_, entries, message) => {
    const read = await readUsage(entries);
    expect(read.messages).toEqual([expect.stringMatching(message)]);
    expect(read.accounts).toEqual([]);
  });
});

describe("files that unpack to much more than any export does", () => {
  const blank = Buffer.alloc(10 * 1024 ** 2, "\n");
  const tells = (file: string) =>
    expect.stringMatching(
      new RegExp(`^${file}: the file unpacks to \\d+ MB or more, as only a file made to do harm`),
    );

  it("a member of a zip is refused before it is opened", async () => {
    const read = await readUsage([{ name: "a.csv", content: blank }]);
    expect(read.messages[0]).toEqual(tells("usage.zip/a.csv"));
    expect(read.ofUsage).toMatchObject([{ accepted: 0, refusal: { isCounted: false } }]);
  });

  it("members that are small one by one count together", async () => {
    const part = { content: blank.subarray(0, blank.length / 5) };
    const read = await readUsage(
      ["a", "b", "c", "d", "e"].map((x) => ({ ...part, name: `${x}.csv` })),
    );
    expect(read.messages).toEqual([tells("usage.zip")]);
  });

  it("a gzip file is refused while it is read", async () => {
    const read = await readCompany({
      files: { "usage.csv.gz": gzipSync(Buffer.concat([Buffer.from(usage("A")), blank])) },
      datasets: { usage: "usage.csv.gz" },
    });
    expect(read.messages).toEqual([tells("usage.csv.gz")]);
  });

  it("is decided by ratio from 8 MiB on, and by size from 20 GB on", () => {
    expect(isBomb(1_000, 8_000_000)).toBe(false);
    expect(isBomb(1_000_000, 299_000_000)).toBe(false);
    expect(isBomb(1_000_000, 301_000_000)).toBe(true);
    expect(isBomb(10_000_000_000, 20_000_000_001)).toBe(true);
  });
});
