import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import fc from "fast-check";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Question } from "../../../src/shared/questions.ts";
import { openSample } from "../opened.ts";
import { openConsole, patient, runSql, startSql } from "./page.ts";

const { browser, server } = await openSample();
let page: Page;
let messages: string[];
/** A host that the page has no business with, on the same machine. */
let foreign: { origin: string; asked: string[]; close: () => void };

beforeAll(async () => {
  foreign = await serveNothing();
  ({ page, messages } = await openConsole(browser, `${server.origin}/sql/`));
});

afterAll(async () => {
  foreign?.close();
});

async function serveNothing() {
  const asked: string[] = [];
  const host = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("a,b\n1,2\n");
  });
  await new Promise<void>((resolve) => host.listen(0, "127.0.0.1", resolve));
  const { port } = host.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, asked, close: () => void host.close() };
}

const failure = async () => {
  const pane = page.locator("[data-pane=failure]");
  return (await pane.isVisible()) ? ((await pane.textContent()) ?? "") : "";
};
const answers = async () => /^1 row/.test(await runSql(page, "select 42 as answer"));

it(
  "every query that the site shows runs in the page's engine",
  async () => {
    const file = readFileSync(join(inject("site"), "data/questions.json"), "utf8");
    const { questions } = JSON.parse(file) as { questions: Question[] };
    const counted = questions.map(({ sql }) => `insert into ran select count(*) from (\n${sql}\n)`);
    const told = await runSql(
      page,
      ["create table ran (n bigint)", ...counted, "from ran"].join(";\n"),
    );
    expect(await failure()).toBe("");
    expect(questions.length).toBeGreaterThan(600);
    expect(told).toMatch(new RegExp(`^${questions.length.toLocaleString("en")} rows`));
    await runSql(page, "drop table ran");
  },
  2 * patient,
);

describe("a statement may", () => {
  it.each([
    ["read a file", "from read_csv('/etc/passwd')"],
    ["read text", "from read_text('/etc/*')"],
    ["read bytes", "from read_blob('../secret')"],
    ["list files", "from glob('*')"],
    ["sniff a file", "from sniff_csv('x.csv')"],
    ["read a file by its name", "from 'data/manifest.json'"],
    ["read the site", "from read_text('$site/data/manifest.json')"],
    ["read another host", "from read_csv('$foreign/a.csv')"],
    ["read another host by its name", "from '$foreign/b.csv'"],
    ["read a bucket", "from read_csv('s3://bucket/a.csv')"],
    ["read parquet", "from read_parquet('$foreign/a.parquet')"],
    ["attach a file", "attach 'other.duckdb' as other"],
    ["attach another host", "attach '$foreign/other.duckdb' as other"],
    ["copy to a file", "copy (select 1) to 'out.csv'"],
    ["copy over the database", "copy (select 1 as a) to 'hourglass.duckdb'"],
    ["copy from a file", "create or replace table t (a int); copy t from '/etc/passwd'"],
    ["export", "export database 'folder'"],
    ["import", "import database 'folder'"],
    ["load", "load httpfs"],
    ["load from a host", "load '$foreign/x.duckdb_extension'"],
    ["write the published tables", "drop table hourglass.accounts"],
    ["change them", "update hourglass.accounts set name = 'x'"],
    ["unlock", "set lock_configuration = false"],
    ["reset the lock", "reset lock_configuration"],
    ["open the doors", "set enable_external_access = true"],
    ["reset the doors", "reset enable_external_access"],
    ["allow extensions", "set allow_unsigned_extensions = true"],
    ["allow folders", "set allowed_directories = ['/']"],
    ["allow paths", "set allowed_paths = ['/etc/passwd']"],
    ["change its memory", "pragma memory_limit = '10GB'"],
    ["change its threads", "set threads = 8"],
    ["name a folder for spilling", "set temp_directory = '/tmp'"],
    ["write a log", "set log_query_path = 'log.sql'"],
    ["read the environment", "select getenv('HOME')"],
    ["make a secret", "create secret s (type s3, key_id 'a', secret 'b')"],
    ["read memory by its address", "from arrow_scan(1, 2, 3)"],
    ["read the database as a file", "from read_blob('\\hourglass.duckdb')"],
    ["read it by the name that it is told", "$path from read_blob(getvariable('path'))"],
    ["read it as text", "$path from read_text(getvariable('path'))"],
    ["read it as lines", "$path from read_csv(getvariable('path'), columns = {a: 'blob'})"],
    ["find it", "$path from glob(getvariable('path'))"],
    ["leave the database", "use memory"],
    ["leave it in another way", "set search_path = 'memory'"],
    ["leave it in a third way", "pragma schema = 'memory'"],
    ["put it away", "detach hourglass"],
    ["attach it again", "attach '\\hourglass.duckdb' as again (read_only)"],
    ["attach a database in memory", "attach ':memory:' as other"],
    ["write beside the database", "copy (select 1) to '\\hourglass.duckdb.wal'"],
    ["prepare to write", "prepare w as copy (select 1) to '\\hourglass.duckdb.wal'"],
    ["log to a file", "from enable_logging(storage_path = 'x')"],
    ["call for a log", "call enable_logging(storage_path = 'x')"],
    ["verify itself to death", "pragma enable_verification"],
    ["install", "install httpfs"],
  ])("not %s", async (_what, sql) => {
    const path =
      "set variable path = (select path from duckdb_databases() where path is not null);";
    const sent = sql
      .replace("$foreign", foreign.origin)
      .replace("$site", server.origin)
      .replace("$path", path);
    await runSql(page, sent);
    expect(await failure(), sent).not.toBe("");
    expect(await runSql(page, "from accounts limit 1")).toMatch(/^1 row/);
  });

  it("by all that reach no other host, and nothing of the site but what the page fetched", async () => {
    await runSql(page, "install httpfs");
    await runSql(page, `install json from '${foreign.origin}'`);
    expect(foreign.asked).toEqual([]);
    expect([...server.sent.keys()].filter((path) => /manifest/.test(path))).toEqual([]);
    const locked = await runSql(
      page,
      `select 1 from duckdb_settings()
      where (name, value) in (('lock_configuration', 'true'), ('enable_external_access', 'false'))`,
    );
    expect(locked).toMatch(/^2 rows/);
    expect(await runSql(page, "from hourglass.accounts")).toMatch(/^596 rows/);
    expect(messages).toEqual([]);
  });
});

/** Pieces of which statements are made, and of which none should be. */
const pieces = [
  ..."select from where with recursive insert into update delete create or replace table view as values".split(
    " ",
  ),
  ..."union all join lateral unnest pivot order by limit copy attach set pragma call install load use".split(
    " ",
  ),
  ..."usage accounts hourglass.main memory temp catalogue information_schema.tables duckdb_settings()".split(
    " ",
  ),
  ..."read_csv('/etc/passwd') glob('**') range(1000) repeat('x',999) lock_configuration 'http://127.0.0.1/'".split(
    " ",
  ),
  ..."( ) [ ] { } , ; . * :: -> => ? $1 @ # % ~ ^ || '' \" ' $$ /* */ -- \\ \u0000 \ud800 \u202e \u0301 \u{1f600}".split(
    " ",
  ),
  ..."1 -1 1e999 0x7f null true 'a' date'2025-02-30' interval infinity nan \n".split(" "),
];

it(
  "no soup of SQL breaks the console, leaves it locked open or reaches another host",
  async () => {
    const soup = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 });
    for (const words of fc.sample(soup, { numRuns: 40, seed: 20261122 })) {
      await startSql(page, words.join(" "));
      const stop = page.locator("[data-do=stop]:visible");
      await page.waitForTimeout(20);
      // What is still at it by now may never end.
      if (await stop.isVisible()) await stop.click({ timeout: 1_000 }).catch(() => undefined);
      await page.locator("[data-do=run]:visible").waitFor({ timeout: patient });
    }
    expect(await answers()).toBe(true);
    expect(foreign.asked).toEqual([]);
    expect(
      await runSql(
        page,
        "select 1 from duckdb_settings() where name = 'lock_configuration' and value = 'true'",
      ),
    ).toMatch(/^1 row/);
  },
  2 * patient,
);

describe("the console answers again after", () => {
  it.each([
    ["a text without an end", "select 'abc"],
    ["a name without an end", 'select "abc'],
    ["a comment without an end", "select 1 /* abc"],
    ["dollars without an end", "select $$abc"],
    ["nothing but comments", "-- nothing\n/* at all */"],
    ["semicolons", ";;;;"],
    ["a NUL", "select 'a\u0000b'"],
    ["a lone surrogate", "select '\ud800'"],
    ["text from right to left", "select '\u202egnp.exe\u202c' as \"\u202e\u2066x\""],
    ["brackets five thousand deep", `select ${"(".repeat(5000)}1${")".repeat(5000)}`],
    [
      "a thousand selects within each other",
      `${"select * from (".repeat(1000)}select 1${")".repeat(1000)}`,
    ],
    ["twenty thousand terms", `select ${"1+".repeat(20_000)}1`],
    [
      "a list of fifty thousand",
      `select 1 in (${Array.from({ length: 50_000 }, (_, n) => n).join()})`,
    ],
    ["a text beyond all memory", "select repeat('x', 5000000000)"],
    [
      "a regular expression made to run away",
      "select regexp_matches(repeat('a', 50000), '(a+)+$b')",
    ],
    [
      "a division, a cast and a date that cannot be",
      "select 1 / 0, cast('x' as integer), date '2025-02-30'",
    ],
    [
      "two thousand columns",
      `select ${Array.from({ length: 2000 }, (_, n) => `${n} as c${n}`).join()}`,
    ],
  ])(
    "%s",
    async (_what, sql) => {
      await runSql(page, sql);
      expect(await answers()).toBe(true);
    },
    patient,
  );

  it.each([
    ["a cross join without end", "select count(*) from usage a, usage b, usage c"],
    [
      "a recursion without end",
      "with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t",
    ],
    ["a range without end", "select sum(i) from range(1000000000000000) t(i)"],
  ])(
    "%s is stopped",
    async (_what, sql) => {
      await startSql(page, sql);
      await page.waitForTimeout(300);
      await page.locator("[data-do=stop]").click();
      await page.locator("[data-do=run]:visible").waitFor({ timeout: patient });
      expect(await answers()).toBe(true);
    },
    patient,
  );

  it(
    "rows without number, of which it fetches the first million",
    async () => {
      expect(await runSql(page, "select * from range(10000000)")).toMatch(/^1,000,000 rows/);
    },
    patient,
  );
});
