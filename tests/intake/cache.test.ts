import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { datasetOf } from "../../src/contracts/index.ts";
import { contractKey } from "../../src/intake/cache/read-once.ts";
import { openCache } from "../../src/intake/cache/store.ts";
import { entries, everyFile, files, makeFolder, read } from "./cached-company.ts";
import { zip } from "./zip-bytes.ts";

describe("a second reading of the same files", () => {
  it("reads none of them, and gives rows, problems, reports and rows set aside as the first", async () => {
    const folder = makeFolder();
    const first = await read(folder);
    const second = await read(folder);
    expect(first.wasRead).toEqual(everyFile);
    expect(first.all.problems).toHaveLength(2);
    expect(second.wasRead).toEqual([]);
    expect(second.all).toEqual(first.all);
  });

  it("gives archives, a detected encoding, odd rows and rows set aside back the same", async () => {
    const folder = makeFolder();
    // Windows-1252 that declares nothing, a short row and a stray quote.
    const surveys =
      'response_id,account_id,answered_on,score,comment\nS1,A1,2024-01-01,9,Café "x\nS2,A2,2024-01-02,8\n';
    folder.put("surveys.csv.gz", gzipSync(Buffer.from(surveys, "latin1")));
    const costs = (month: string, amount: string) =>
      `month,category,amount\n${month},marketing,${amount}\n`;
    const members = [
      { name: "a.csv", content: costs("2024-01", "100") },
      { name: "b.csv", content: costs("2024-02", "y") },
      { name: "readme.md", content: "is told of" },
    ];
    folder.put("costs.zip", zip(members));
    const change = { datasets: { surveys: "surveys.csv.gz", costs: "costs.zip" } };
    const first = await read(folder, change);
    expect(first.wasRead).toEqual(expect.arrayContaining(["surveys.csv.gz", "costs.zip/a.csv"]));
    const checks = first.all.problems.map(({ check }) => check);
    expect(new Set(checks)).toEqual(
      new Set([
        "not_a_date",
        "short_rows",
        "stray_quotes",
        "ignored_members",
        "not_a_number",
        "not_a_choice",
      ]),
    );
    const detected = first.all.reports.filter((report) => report.isEncodingDetected);
    expect(detected.map(({ file, encoding }) => [file, encoding])).toEqual([
      ["surveys.csv.gz", "windows-1252"],
    ]);
    const ofCosts = first.all.tables.find(({ dataset }) => dataset === "costs");
    expect(ofCosts?.asideRows.map(({ text }) => text)).toEqual([
      "2,2,not_a_number,amount,2024-02-01,marketing,,,\n",
    ]);
    const second = await read(folder, change);
    expect(second.wasRead).toEqual([]);
    expect(second.all).toEqual(first.all);
    folder.put(
      "costs.zip",
      zip([...members.slice(1), { name: "a.csv", content: costs("2024-01", "7") }]),
    );
    expect((await read(folder, change)).wasRead).toEqual(["costs.zip/a.csv"]);
  });

  it("reads the one whose byte changed, and only that one", async () => {
    const folder = makeFolder();
    await read(folder);
    folder.put("usage-1.csv", (files["usage-1.csv"] ?? "").replace("2024-01-01", "2024-01-02"));
    const { wasRead, all } = await read(folder);
    expect(wasRead).toEqual(["usage-1.csv"]);
    expect(JSON.stringify(all.tables)).toContain("A1,2024-01-02,core");
  });

  it.each([
    ["a mapped value", { values: { tier: { big: "strategic" } } }],
    ["a constant", { constants: { tier: "small" } }],
    ["a column", { columns: { region: "tier" } }],
    ["a date format", { date_format: "DD.MM.YYYY" }],
    ["an encoding", { encoding: "windows-1252" as const }],
  ])("reads a file again after a change of the mapping: %s", async (_case, source) => {
    const folder = makeFolder();
    await read(folder);
    const changed = { datasets: { accounts: { files: "accounts.csv", ...source } } };
    const { wasRead, all } = await read(folder, changed);
    expect(wasRead).toEqual(["accounts.csv"]);
    expect(all).toEqual((await read(makeFolder(), changed)).all);
  });

  it("reads every file again with other code or another engine", async () => {
    const folder = makeFolder();
    await read(folder);
    expect((await read(folder, { version: "2" })).wasRead).toEqual(everyFile);
  });

  it("counts as another contract: a column's words, its type, its being required, a rule", () => {
    const cache = openCache({ directory: "", version: "" });
    const keyOf = (dataset: Parameters<typeof contractKey>[0]) => cache.keyOf(contractKey(dataset));
    const contracts = datasetOf("contracts");
    const [first, ...rest] = contracts.columns;
    if (!first) throw new Error("contracts have columns");
    const others = [
      { ...contracts, columns: [{ ...first, expected: "x" }, ...rest] },
      { ...contracts, columns: [{ ...first, sql: "bigint" }, ...rest] },
      { ...contracts, columns: [{ ...first, isRequired: false }, ...rest] },
      { ...contracts, columns: rest },
      { ...contracts, rules: (contracts.rules ?? []).slice(1) },
      {
        ...contracts,
        rules: contracts.rules?.map((rule) => ({ ...rule, holds: () => true })) ?? [],
      },
    ];
    expect(new Set([contracts, ...others].map(keyOf)).size).toBe(others.length + 1);
  });

  it("gives a renamed file its new name and another place in the order its new number", async () => {
    const folder = makeFolder();
    await read(folder);
    const { tables, reports } = (await read(folder, { datasets: { contracts: "contracts.csv" } }))
      .all;
    const fewer = (await read(folder, { datasets: { usage: "usage-2.csv" } })).all;
    expect(reports.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(tables.find(({ dataset }) => dataset === "usage")?.rows.map(({ file }) => file)).toEqual(
      [5, 6],
    );
    const usage = fewer.tables.find(({ dataset }) => dataset === "usage");
    expect(usage?.rows).toEqual([{ file: 5, form: "text", text: "2,2,A2,2024-01-01,core,,,,\n" }]);
  });
});

describe("a cache that was touched", () => {
  it("never gives wrong data, whichever byte of whichever entry was changed, added or cut", async () => {
    const folder = makeFolder();
    const whole = await read(folder);
    const saved = entries(folder).map((path) => ({ path, bytes: readFileSync(path) }));
    const damage = fc.record({
      entry: fc.nat(saved.length - 1),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      mask: fc.integer({ min: 1, max: 255 }),
      kind: fc.constantFrom("flip", "cut", "add", "empty", "swap"),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ entry, at, mask, kind }) => {
        for (const { path, bytes } of saved) writeFileSync(path, bytes);
        const { path, bytes } = saved[entry] as (typeof saved)[number];
        const position = Math.floor(at * bytes.length);
        const flipped = Buffer.from(bytes);
        flipped[position] = (flipped[position] ?? 0) ^ mask;
        const other = saved[(entry + 1) % saved.length]?.bytes ?? bytes;
        const damaged = {
          flip: flipped,
          cut: bytes.subarray(0, position),
          add: Buffer.concat([bytes, Buffer.of(mask)]),
          empty: Buffer.alloc(0),
          swap: other,
        }[kind];
        writeFileSync(path, damaged);
        const again = await read(folder);
        expect(again.all).toEqual(whole.all);
        expect(again.wasRead).toHaveLength(1);
        expect((await read(folder)).wasRead).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("is made again after it was deleted, whole or in part", async () => {
    const folder = makeFolder();
    const whole = await read(folder);
    rmSync(entries(folder)[0] ?? "");
    const again = await read(folder);
    expect(again.all).toEqual(whole.all);
    expect(again.wasRead).toHaveLength(1);
    rmSync(folder.cache, { recursive: true });
    expect((await read(folder)).wasRead).toEqual(everyFile);
    expect(entries(folder)).toHaveLength(everyFile.length);
  });

  it("may be deleted at any moment of a reading, and filled by others meanwhile", async () => {
    const folder = makeFolder();
    const whole = await read(folder);
    let isOver = false;
    const deleting = (async () => {
      while (!isOver) {
        rmSync(folder.cache, { recursive: true, force: true, maxRetries: 5 });
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    })();
    for (let round = 0; round < 10; round++) {
      const readings = await Promise.all([read(folder), read(folder), read(folder)]);
      for (const { all } of readings) expect(all).toEqual(whole.all);
    }
    isOver = true;
    await deleting;
    await read(folder);
    expect((await read(folder)).wasRead).toEqual([]);
  });

  it("that cannot be written costs no build", async () => {
    const folder = makeFolder();
    const whole = await read(folder);
    rmSync(folder.cache, { recursive: true });
    writeFileSync(folder.cache, "a file where the folder should be");
    expect((await read(folder)).all).toEqual(whole.all);
  });

  it("holds no more than its limit: what was not used for longest goes first", async () => {
    const directory = mkdtempSync(join(tmpdir(), "cache-"));
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const cache = openCache({ directory, version: "1", limit: 2_500 });
    const pause = () => new Promise((resolve) => setTimeout(resolve, 15));
    for (const key of ["a", "b"]) {
      await cache.save(key, "x".repeat(1_000), undefined);
      await pause();
    }
    expect(await cache.find("a", join(directory, "rows"))).toBe("x".repeat(1_000));
    await pause();
    await cache.save("c", "x".repeat(1_000), undefined);
    const left = readdirSync(directory).filter((name) => name.endsWith(".entry"));
    expect(left.sort()).toEqual(["a.entry", "c.entry"]);
  });

  it("leaves nothing half written behind", async () => {
    const folder = makeFolder();
    mkdirSync(folder.cache);
    await Promise.all([read(folder), read(folder)]);
    const names = readdirSync(folder.cache);
    expect(names.every((name) => /^[0-9a-f]{64}\.entry$/.test(name))).toBe(true);
    for (const path of entries(folder)) {
      const bytes = readFileSync(path);
      const digest = createHash("sha256").update(bytes.subarray(0, -32)).digest();
      expect(bytes.subarray(-32)).toEqual(digest);
    }
  });
});
