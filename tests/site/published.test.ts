import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import {
  ConsoleLogger,
  createDuckDB,
  type DuckDBBindings,
  LogLevel,
  NODE_RUNTIME,
} from "@duckdb/duckdb-wasm/blocking";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openWarehouse } from "../../src/warehouse/index.ts";
import { root, runScript } from "./build.ts";
import { config, contracts, smallCompany } from "./company.ts";

const names = ["accounts", "contracts", "costs", "fx", "goals", "seats", "surveys", "usage"];

function columnOf(file: string, column: string): string[] {
  const text = readFileSync(join(root, "data", file), "utf8");
  const { data } = Papa.parse<Record<string, string>>(text.trim(), { header: true });
  return [...new Set(data.map((row) => row[column] ?? ""))].filter((cell) => cell.length > 0);
}

/** Everything in the sample that names a customer or a person, or that a person wrote. */
const secrets: Readonly<Record<string, string[]>> = {
  ids: columnOf("accounts.csv", "account_id"),
  names: columnOf("accounts.csv", "name"),
  managers: columnOf("accounts.csv", "owner"),
  respondents: columnOf("surveys.csv", "respondent_id"),
  comments: columnOf("surveys.csv", "comment").filter((comment) => comment.length >= 8),
};

function filesOf(site: string): string[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

const startOf = (bytes: Buffer, at = 0) => bytes.readUIntBE(at, 3);

/** The secrets by their first three bytes, so that a file is gone through once for all of them. */
const byStart = Map.groupBy(
  Object.entries(secrets).flatMap(([kind, values]) =>
    values.map((value) => ({ kind, written: Buffer.from(value) })),
  ),
  ({ written }) => startOf(written),
);

/** Kinds of secret that stand in the bytes of a file, packed texts of a database aside. */
function inBytes(site: string): string[] {
  const found = new Set<string>();
  for (const file of filesOf(site)) {
    const content = readFileSync(file);
    for (let at = 0; at + 3 <= content.length; at++) {
      for (const { kind, written } of byStart.get(startOf(content, at)) ?? []) {
        if (content.subarray(at, at + written.length).equals(written)) {
          found.add(`${kind} in ${relative(site, file)}`);
        }
      }
    }
  }
  return [...found].sort();
}

/** Kinds of secret that stand in a text of any table of the database, within others too. */
async function inTables(site: string): Promise<string[]> {
  const path = join(site, "data/hourglass.duckdb");
  const warehouse = await openWarehouse({ path, memoryLimit: "1GB" });
  try {
    const columns = await warehouse.rows<{ table: string; column: string }>(`
      select table_name as "table", column_name as "column"
      from duckdb_columns()
      where data_type = 'VARCHAR' and not internal`);
    const found = new Set<string>();
    for (const { table, column } of columns) {
      const rows = await warehouse.rows<{ value: string }>(
        `select distinct "${column}" as value from "${table}" where "${column}" is not null`,
      );
      const text = rows.map(({ value }) => value).join("\n");
      for (const [kind, values] of Object.entries(secrets)) {
        if (values.some((value) => text.includes(value))) found.add(kind);
      }
    }
    return [...found].sort();
  } finally {
    warehouse.close();
  }
}

describe("the sample's site under the default policy", () => {
  it("holds no id or name of a customer, no person and no comment in any byte of any file", () => {
    expect(inBytes(inject("site"))).toEqual([]);
  });

  it("holds none in any text of its database either, where they would be packed", async () => {
    expect(await inTables(inject("site"))).toEqual([]);
  });

  it("lists every file, input and table in its manifest, by the hash of what is there", () => {
    const site = inject("site");
    const manifest = JSON.parse(readFileSync(join(site, "data/manifest.json"), "utf8")) as Manifest;
    const files = filesOf(join(site, "data"))
      .map((file) => relative(site, file))
      .filter((file) => !file.endsWith(".html") && !file.endsWith("manifest.json"))
      .sort();
    expect(manifest.files.map(({ file }) => file)).toEqual([...files, "board-deck.pptx"]);
    expect(files).toContain("data/hourglass.duckdb");
    for (const { file, sha256, bytes } of manifest.files) {
      const content = readFileSync(join(site, file));
      expect(createHash("sha256").update(content).digest("hex"), file).toBe(sha256);
      expect(content.length).toBe(bytes);
    }
    expect(manifest.inputs.map(({ file }) => file)).toEqual(names.map((name) => `${name}.csv`));
    const accounts = readFileSync(join(root, "data/accounts.csv"));
    expect(manifest.inputs[0]).toMatchObject({
      sha256: createHash("sha256").update(accounts).digest("hex"),
      rows: 596,
      rows_read: 596,
    });
    expect(manifest.tables).toContainEqual({
      name: "accounts",
      kind: "dataset",
      form: "table",
      rows: 596,
    });
    expect(JSON.stringify(manifest)).not.toMatch(/"\/|\.\.\//);
  });
});

interface Manifest {
  files: { file: string; sha256: string; bytes: number }[];
  inputs: { file: string; sha256: string; rows: number; rows_read: number }[];
  tables: { name: string; kind: string; form: string; rows: number | null }[];
}

describe("the database in a browser's engine", () => {
  let engine: DuckDBBindings;
  const file = "hourglass.duckdb";

  beforeAll(async () => {
    const require = createRequire(import.meta.url);
    const dist = dirname(require.resolve("@duckdb/duckdb-wasm/blocking"));
    const bundle = (name: string) => ({
      mainModule: join(dist, `duckdb-${name}.wasm`),
      mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
    });
    const logger = new ConsoleLogger(LogLevel.ERROR);
    const bundles = { mvp: bundle("mvp"), eh: bundle("eh") };
    engine = await createDuckDB(bundles, logger, NODE_RUNTIME);
    await engine.instantiate(() => undefined);
    engine.open({ query: { castDecimalToDouble: true, castBigIntToDouble: true } });
    engine.registerFileBuffer(file, readFileSync(join(inject("site"), "data", file)));
  });

  afterAll(() => engine?.reset());

  it("is of the engine's own version, and reads what the build's engine wrote", async () => {
    const connection = engine.connect();
    const ask = (sql: string) =>
      connection
        .query(sql)
        .toArray()
        .map((row: { toJSON: () => unknown }) => row.toJSON());
    const warehouse = await openWarehouse({ path: ":memory:" });
    const [built] = await warehouse.rows("select version() as version");
    warehouse.close();
    expect(ask("select version() as version")).toEqual([built]);
    ask(`attach '${file}' as hourglass (read_only)`);
    expect(ask("select count(*) as n from hourglass.accounts")).toEqual([{ n: 596 }]);
    ask("use hourglass");
    const marts = ask(
      "select name, sql from catalogue where kind = 'mart' and is_published order by name",
    ) as { name: string; sql: string }[];
    expect(marts.length).toBeGreaterThanOrEqual(22);
    for (const { name, sql } of marts) {
      const count = (from: string) => ask(`select count(*) as n from ${from}`);
      expect(count(`(${sql})`), name).toEqual(count(name));
    }
    expect(ask("select count(*) as n from stg_payments")).not.toEqual([{ n: 0 }]);
    connection.close();
  });
});

it("the file of the database says the format of DuckDB 1.0", () => {
  // Behind a checksum of 8 bytes: DUCK, then the number of the format; 64 is that of 1.0.
  const header = readFileSync(join(inject("site"), "data/hourglass.duckdb")).subarray(0, 20);
  expect(header.subarray(8, 12).toString()).toBe("DUCK");
  expect(header.readBigUInt64LE(12)).toBe(64n);
});

describe("the sample's site with everything opted in", () => {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-named-"));
  const site = join(folder, "site");

  beforeAll(() => {
    for (const name of names)
      copyFileSync(join(root, `data/${name}.csv`), join(folder, `${name}.csv`));
    const datasets = Object.fromEntries(names.map((name) => [name, `${name}.csv`]));
    const columns = ["accounts.owner", "surveys.comment", "surveys.respondent_id"];
    const path = join(folder, "dashboard.config.json");
    const company = { name: "Tidewater", currency: "USD" };
    const publish = { accounts: "named", private_columns: columns };
    writeFileSync(path, JSON.stringify({ company, datasets, publish }));
    const { code, output } = runScript("build", ["--config", path, "--out", site]);
    expect(code, output).toBe(0);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("holds every kind of them, so that their absence elsewhere says something", async () => {
    expect(await inTables(site)).toEqual(Object.keys(secrets).sort());
    const packed = inBytes(site).filter((found) => found.endsWith("hourglass.duckdb"));
    expect(packed.length).toBeGreaterThan(0);
    const page = readFileSync(join(site, "data/index.html"), "utf8");
    expect(page).toContain("by id and name");
    expect(page).toContain("accounts.owner, surveys.comment, surveys.respondent_id");
  });
});

it("a site without customers one by one says so, and shows none in its problems", () => {
  const folder = smallCompany({
    "contracts.csv": `${contracts}C5,ZZ-9,2023-01-01,2024-12-31,100,monthly\n`,
    "dashboard.config.ts": config.replace(
      'as_of: "2024-06-30",',
      'as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 0.25, publish: { accounts: "none", key: "a key of sixteen" },',
    ),
  });
  const out = join(folder, "site");
  const args = ["--config", join(folder, "dashboard.config.ts"), "--out", out];
  const { code, output } = runScript("build", args);
  expect(code, output).toBe(0);
  expect(output).toContain("ZZ-9");
  const page = readFileSync(join(out, "data/index.html"), "utf8");
  expect(page).toContain("not one by one: only sums over them");
  const definitions = readFileSync(join(out, "metrics/definitions/index.html"), "utf8");
  expect(definitions).toContain("This site does not publish which they are");
  expect(definitions).not.toMatch(/accounts? by (code|id)/i);
  for (const file of filesOf(out)) {
    const text = readFileSync(file, "latin1");
    for (const secret of ["ZZ-9", "Alder Mills", "a key of sixteen"]) {
      expect(text.includes(secret), `${secret} in ${file}`).toBe(false);
    }
  }
  const manifest = readFileSync(join(out, "data/manifest.json"), "utf8");
  expect(JSON.parse(manifest)).toMatchObject({ policy: { accounts: "none" } });
  expect(manifest).toContain('"form": "left out"');
  // Nothing could be worked out of sums, so no engine comes for it.
  expect(existsSync(join(out, "engine"))).toBe(false);
  const retention = readFileSync(join(out, "retention/index.html"), "utf8");
  expect(retention).toContain('id="filter"');
  expect(retention).not.toContain("data-combines");
});
