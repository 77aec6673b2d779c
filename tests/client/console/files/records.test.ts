import { describe, expect, it } from "vitest";
import { FileProblem } from "../../../../src/client/console/files/problem.ts";
import { readText } from "../../../../src/client/console/files/read-text.ts";
import { readRecords } from "../../../../src/client/console/files/records.ts";

function read(text: string, isTabs = false) {
  const { header, batches, short } = readRecords(text, isTabs);
  return { header, rows: [...batches].flat(), short: short() };
}

describe("the records of a reader's file", () => {
  it.each([
    ["commas", "a,b\n1,2\n", false],
    ["semicolons", "a;b\r\n1;2", false],
    ["tabs", "a\tb\n1\t2\n", true],
    ["bars, lines as an old Macintosh ends them", "a|b\r1|2\r", false],
    ["quotes, and a blank line", '"a","b"\n\n"1","2"\n', false],
  ])("are read with %s", (_what, text, isTabs) => {
    expect(read(text, isTabs)).toEqual({ header: ["a", "b"], rows: [["1", "2"]], short: 0 });
  });

  it("keep a separator, a quote and a line break inside quotes, and blanks as they are", () => {
    expect(read('a,b\n"1,5","say ""x""\nagain"\n x ,007\n').rows).toEqual([
      ["1,5", 'say "x"\nagain'],
      [" x ", "007"],
    ]);
  });

  it("have null where a cell is empty or missing, and count the rows that were short", () => {
    expect(read("a,b,c\n1,,3\n1,2\n")).toEqual({
      header: ["a", "b", "c"],
      rows: [
        ["1", null, "3"],
        ["1", "2", null],
      ],
      short: 1,
    });
  });

  it("are the same however many are taken at once: a file of many batches", () => {
    const lines = Array.from(
      { length: 90_000 },
      (_, row) => `${row},"line ${row}\nof two, at least"`,
    );
    const { rows } = read(`n,text\n${lines.join("\n")}`);
    expect(rows).toHaveLength(90_000);
    expect(rows.at(-1)).toEqual(["89999", "line 89999\nof two, at least"]);
  });

  it.each([
    ["numbers for names", "1,2\n3,4\n", 'its first line must name the columns, and has "1"'],
    ["a name twice", "a,b,A\n1,2,3\n", 'two of its columns are called "A"'],
    ["more cells than names", "a,b\n1,2\n1,2,3\n", "row 3 has 3 cells, the header 2"],
    ["an open quote", 'a,b\n1,2\n"3,4\n', "row 3 has a quote that is not closed"],
    ["text behind a quote", 'a,b\n"1"x,2\n', "row 2 has a quote that is not closed, or text"],
  ])("are refused with %s", (_what, text, complaint) => {
    expect(() => read(text)).toThrow(FileProblem);
    expect(() => read(text)).toThrow(complaint);
  });
});

describe("the text of a reader's file", () => {
  const file = (bytes: Uint8Array<ArrayBuffer> | string, name = "a.csv") => new File([bytes], name);
  const text = (from: File) => readText(from, () => undefined);
  const bytes = (...values: number[]) => new Uint8Array(values);

  it("is UTF-8 with a mark or without, or UTF-16 with one", async () => {
    expect(await text(file("é,b\n"))).toBe("é,b\n");
    expect(await text(file("\uFEFFé,b\n"))).toBe("é,b\n");
    expect(await text(file(bytes(0xff, 0xfe, 0x61, 0, 0x0a, 0)))).toBe("a\n");
    expect(await text(file(bytes(0xfe, 0xff, 0, 0x61, 0, 0x0a)))).toBe("a\n");
  });

  it.each([
    [
      "bytes of another encoding",
      file(bytes(0x61, 0x0a, 0xfc, 0x0a)),
      "line 2 has bytes that are no UTF-8",
    ],
    ["a cut character", file(bytes(0x61, 0x0a, 0x0a, 0xc3)), "line 3 has bytes"],
    ["NUL bytes", file("a\0b"), "NUL bytes"],
    ["nothing", file(""), "it is empty"],
    ["blanks only", file(" \n\n"), "it is empty"],
    ["another kind of file", file("PK", "a.xlsx"), "it is no CSV"],
    ["no gzip", file("a,b", "a.csv.gz"), "no whole gzip file"],
  ])("is refused with %s", async (_what, from, complaint) => {
    await expect(text(from)).rejects.toThrow(complaint);
  });

  it("is unpacked, and no further than what is read at most", async () => {
    const pack = async (parts: string[]) => {
      const stream = new Blob(parts).stream().pipeThrough(new CompressionStream("gzip"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    };
    expect(await text(file(await pack(["a,b\n1,2\n"]), "a.csv.gz"))).toBe("a,b\n1,2\n");
    const million = "1,2\n".repeat(250_000);
    const bomb = file(await pack(Array.from({ length: 101 }, () => million)), "a.csv.gz");
    expect(bomb.size).toBeLessThan(1_000_000);
    await expect(text(bomb)).rejects.toThrow("more than 100 MB of text");
  });
});
