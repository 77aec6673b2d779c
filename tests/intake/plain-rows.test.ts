import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { type DatasetName, datasetOf, parseDashboard } from "../../src/contracts/index.ts";
import { type PackEngine, readDatasets } from "../../src/intake/index.ts";
import { packPlainRows } from "../../src/intake/plain/plain-rows.ts";
import { scanFile } from "../../src/intake/plain/scan.ts";
import {
  loadDataset,
  loadRaw,
  openWarehouse,
  packPlain,
  packRows,
  valuesOf,
} from "../../src/warehouse/index.ts";
import { zip } from "./zip-bytes.ts";

interface Case {
  dataset: DatasetName;
  /** The files of the dataset. */
  contents: readonly (string | Uint8Array)[];
  source?: object;
}

/** Everything that comes out of the files, and which of them the engine took unseen. */
async function readFrom(directory: string, { dataset, source = {} }: Case, packedFrom?: number) {
  const warehouse = await openWarehouse({ path: ":memory:" });
  const workDirectory = join(directory, `work-${packedFrom}`);
  const engine: PackEngine = {
    packRows: (...rest) => packRows(warehouse, ...rest),
    packPlain: (...rest) => packPlain(warehouse, ...rest),
    valuesOf,
  };
  try {
    const required = { accounts: "none.csv", contracts: "none.csv" };
    const datasets = { ...required, [dataset]: { files: "data-*.csv", ...source } };
    const config = { company: { name: "Test", currency: "USD" }, datasets };
    const intake = await readDatasets({
      config: parseDashboard(config, "dashboard.config.ts"),
      directory,
      workDirectory,
      engine: {
        loadRaw: (table, header, path) => loadRaw(warehouse, table, header, path),
        select: (sql) => warehouse.stream(sql),
      },
      ...(packedFrom === undefined ? {} : { packing: { engine, from: packedFrom } }),
    });
    const table = intake.tables.find((entry) => entry.dataset === dataset);
    await loadDataset(warehouse, datasetOf(dataset), table?.parts ?? []);
    const rows: (string | null)[][] = [];
    const order = "source_file, source_row";
    for await (const batch of warehouse.stream(`select * from ${dataset} order by ${order}`)) {
      rows.push(...batch.rows);
    }
    const read = {
      rows,
      counted: { ...table, parts: [], asideParts: [] },
      readable: table?.asideParts.map(({ path, file }) => [file, textOf(path)]),
      problems: intake.problems,
      counts: intake.counts,
      files: intake.files.map(({ seconds: _, ...report }) => report),
      aside: textOf(join(workDirectory, "set-aside", `${dataset}.csv`)),
    };
    return { read, plain: table?.parts.filter(({ first }) => first !== undefined).length ?? 0 };
  } finally {
    warehouse.close();
    rmSync(workDirectory, { recursive: true, force: true });
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function folderOf(contents: Case["contents"]): string {
  const directory = mkdtempSync(join(tmpdir(), "plain-"));
  for (const [index, content] of contents.entries()) {
    writeFileSync(join(directory, `data-${index}.csv`), content);
  }
  return directory;
}

async function readBothWays(given: Case) {
  const directory = folderOf(given.contents);
  try {
    const slow = await readFrom(directory, given);
    const fast = await readFrom(directory, given, 0);
    return { slow: slow.read, fast: fast.read, plain: fast.plain };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

const header = ["account_id", "day", "module", "active_users", "minutes", "platform", "note"];
const good = [
  ["A1", "007", "é中😀", "a b", "NULL", "NA", "\\N", "1e5", "-", "'x", "a\\b", "x\u00a0y"],
  ["2024-01-01", "2024-02-29", "1999-12-31"],
  ["core", "x|y", "=1+1", "0"],
  ["", "0", "12", "999999999999", "007"],
  ["", "1.5", "-3", ".5", "12.", "0.1234567", "123456789012.123456"],
  ["", "web", "app", "api"],
  ["", "free text", " kept as it is ", "#N/A"],
] as const;
const odd = [
  ...' |,|;|\t|\r|\n|\0|"|""|#N/A|#REF!|A1 | A1|2023-02-29|2024-13-01|01.02.2024|2024-01-01 10:00'.split(
    "|",
  ),
  ..."Web|WEB|12.0|1,5|-1|1e5|NaN|inf|true|\u00a0|\u2028|\ufeff|2024-01|1_000|0x1F|+5|#x".split(
    "|",
  ),
  "x".repeat(10_000),
  "é".repeat(10_001),
];

const cell = (index: number) => fc.constantFrom(...(good[index] ?? [""]));
const goodRow = fc.tuple(...header.map((_, index) => cell(index)));
const oddRow = fc
  .tuple(goodRow, fc.nat(header.length - 1), fc.constantFrom(...odd))
  .map(([row, index, value]) => row.map((kept, at) => (at === index ? value : kept)));
const raggedRow = fc
  .tuple(goodRow, fc.integer({ min: 0, max: 9 }), fc.constantFrom("", "x"))
  .map(([row, width, filler]) => [...row, filler, filler, filler].slice(0, width));

const files = fc
  .record({
    rows: fc.oneof(
      { weight: 4, arbitrary: fc.array(goodRow, { minLength: 1, maxLength: 30 }) },
      {
        weight: 3,
        arbitrary: fc.array(
          fc.oneof(
            { weight: 12, arbitrary: goodRow },
            { weight: 1, arbitrary: oddRow },
            { weight: 1, arbitrary: raggedRow },
          ),
          { maxLength: 12 },
        ),
      },
    ),
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    lineBreak: fc.constantFrom("\n", "\r\n", "\r"),
    hasMark: fc.boolean(),
    endsWithBreak: fc.boolean(),
  })
  .map(({ rows, delimiter, lineBreak, hasMark, endsWithBreak }) => {
    const lines = [header, ...rows].map((row) => row.join(delimiter)).join(lineBreak);
    return (hasMark ? "\ufeff" : "") + lines + (endsWithBreak ? lineBreak : "");
  });

const sources = fc.constantFrom(
  {},
  {},
  {},
  {},
  {},
  {
    skip_lines: 1,
    columns: { account_id: "A1" },
    constants: { day: "2024-05-01", module: "core" },
  },
  { columns: { platform: "note" }, values: { platform: { "free text": "api" } } },
  { decimal: ",", strip: ["x"] },
  { encoding: "windows-1252" },
);

describe("a file that the engine takes unseen", () => {
  it("gives the same rows, places, problems and reports as one read row by row", async () => {
    let taken = 0;
    const some = fc.array(files, { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(some, sources, async (contents, source) => {
        const { slow, fast, plain } = await readBothWays({ dataset: "usage", contents, source });
        expect(fast).toEqual(slow);
        taken += plain;
      }),
      { numRuns: 25 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it("and so does one of which any byte was changed, added or lost", async () => {
    const text = `${header.join(",")}\nA1,2024-01-01,core,1,2.5,web,x\nA2,2024-01-02,core,,,,\n`;
    const original = Buffer.from(text);
    const change = fc
      .record({
        at: fc.nat(original.length - 1),
        lost: fc.constantFrom(0, 1),
        added: fc.uint8Array({ maxLength: 2 }),
      })
      .map(({ at, lost, added }) =>
        Buffer.concat([original.subarray(0, at), added, original.subarray(at + lost)]),
      );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 8, maxLength: 8 }), async (contents) => {
        const { slow, fast } = await readBothWays({ dataset: "usage", contents });
        expect(fast).toEqual(slow);
      }),
      { numRuns: 20 },
    );
  });

  it("but a header in the midst of rows of text is told, and no row", async () => {
    const contents = ["account_id,name\nA1,Acme\naccount_id,name\nA2,Bolt\n"];
    const { slow, fast } = await readBothWays({ dataset: "accounts", contents });
    expect(fast).toEqual(slow);
    expect(JSON.stringify(slow)).toContain("repeated_header");
  });

  it("whatever the configuration maps", async () => {
    const german = "Kunde;Tag;Modul;Nutzer\nA1;31.12.2024;core;1.000\nA2;01.01.2025;core;2\n";
    const mapped = await readBothWays({
      dataset: "usage",
      contents: [german],
      source: {
        columns: { account_id: "Kunde", day: "Tag", module: "Modul", active_users: "Nutzer" },
        date_format: "DD.MM.YYYY",
        decimal: ",",
        thousands: ".",
      },
    });
    expect(mapped.fast).toEqual(mapped.slow);
    expect(mapped.plain).toBe(0);
    expect(mapped.fast.rows.map((row) => row.slice(1, 7))).toEqual([
      ["2", "2", "A1", "2024-12-31", "core", "1000"],
      ["3", "3", "A2", "2025-01-01", "core", "2"],
    ]);
  });

  it("with a column that is not used, which both readings tell", async () => {
    const contents = ["account_id,day,module,platfrom\nA1,2024-05-01,core,web\n"];
    const { fast, slow, plain } = await readBothWays({ dataset: "usage", contents });
    expect(fast).toEqual(slow);
    expect(fast.problems.map(({ check }) => check)).toContain("unused_column");
    expect(plain).toBe(1);
  });

  it("that does not fit its contract, or is packed, is left to the other reading", async () => {
    const plain = "account_id,day,module\nA1,2024-05-01,core\n";
    for (const [file, content] of [
      ["usage.csv", plain.replace("module", "Module name")],
      ["usage.csv.gz", gzipSync(plain)],
      ["usage.csv.gz", plain],
      ["usage.zip", zip([{ name: "u.csv", content: plain, says: { method: 0 } }])],
    ] as const) {
      const directory = folderOf([]);
      onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
      writeFileSync(join(directory, file), content);
      const given: Case = { dataset: "usage", contents: [], source: { files: file } };
      const slow = await readFrom(directory, given);
      const fast = await readFrom(directory, given, 0);
      expect(fast.read).toEqual(slow.read);
      expect(fast.plain).toBe(0);
    }
  });

  it("of a source with a field it does not know is left to the other reading", async () => {
    const directory = folderOf(["account_id,day,module\nA1,2024-05-01,core\n"]);
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const path = join(directory, "data-0.csv");
    const size = statSync(path).size;
    const scan = await scanFile({ path, name: "data-0.csv", bytes: size }, () => undefined);
    const warehouse = await openWarehouse({ path: ":memory:" });
    onTestFinished(() => warehouse.close());
    const engine: PackEngine = {
      packRows: (...rest) => packRows(warehouse, ...rest),
      packPlain: (...rest) => packPlain(warehouse, ...rest),
      valuesOf,
    };
    const take = async (more: object) => {
      const source = {
        files: "data-0.csv",
        skip_lines: 0,
        columns: {},
        values: {},
        constants: {},
        decimal: "." as const,
        strip: [],
        scale: {},
        date_formats: {},
        leave_out: {},
        ...more,
      };
      const to = join(directory, "rows.duckdb");
      const taken = await packPlainRows(engine, datasetOf("usage"), source, path, scan, to);
      return taken?.rows;
    };
    expect(await take({})).toBe(1);
    expect(await take({ preset: undefined, another: {}, none: [] })).toBe(1);
    for (const more of [
      { preset: "stripe" },
      { extra_header_rows: 1 },
      { scale: { events: 0.01 } },
      { leave_out: { module: ["trial"] } },
      { footer: "Confidential" },
      { another: 0 },
    ]) {
      expect(await take(more)).toBeUndefined();
    }
  });

  it("with the constants of the configuration, and no cell read as two columns", async () => {
    const contents = ["id,on,Seats bought\nA1,2024-05-01,3\n"];
    const columns = { account_id: "id", month: "on" };
    const constant = await readBothWays({
      dataset: "seats",
      contents,
      source: { columns, constants: { purchased: "7" } },
    });
    expect(constant.fast).toEqual(constant.slow);
    expect(constant.plain).toBe(1);
    expect(constant.fast.rows.map((row) => row.slice(1))).toEqual([
      ["2", "2", "A1", "2024-05-01", "7", null],
    ]);
    const source = { columns: { ...columns, purchased: "id" } };
    const twice = await readBothWays({ dataset: "seats", contents, source });
    expect(twice.fast).toEqual(twice.slow);
    expect(twice.plain).toBe(0);
  });

  it("keeps the place of each of 200,000 rows, which the engine reads in parallel", async () => {
    const lines = Array.from({ length: 200_000 }, (_, index) => `K${index},2024-01-01,core,1`);
    const contents = [`title\naccount_id,day,module,events\n${lines.join("\n")}\n`];
    const directory = folderOf(contents);
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const given: Case = { dataset: "usage", contents, source: { skip_lines: 1 } };
    const { read, plain } = await readFrom(directory, given, 0);
    expect(plain).toBe(1);
    expect(read.rows).toHaveLength(200_000);
    const astray = read.rows.filter(
      ([, row, line, account], index) =>
        row !== String(index + 3) || line !== row || account !== `K${index}`,
    );
    expect(astray).toEqual([]);
  });
});
