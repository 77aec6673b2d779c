import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { DashboardInput } from "../../src/contracts/index.ts";
import { codesOf } from "../../src/pipeline/publish/codes.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/index.ts";
import { buildCompany, type Company, type Outcome } from "./company.ts";

const data = join(import.meta.dirname, "../../data");
const names = ["accounts", "contracts", "costs", "fx", "goals", "seats", "surveys", "usage"];
const sample = Object.fromEntries(
  names.map((name) => {
    const lines = readFileSync(join(data, `${name}.csv`), "utf8").split("\n");
    return [`${name}.csv`, `${lines.slice(0, 10_000).join("\n")}\n`];
  }),
);
const datasets = Object.fromEntries(names.map((name) => [name, `${name}.csv`]));

function publishSample(
  publish: DashboardInput["publish"],
  place: Pick<Company, "directory"> = {},
): Promise<Outcome> {
  return buildCompany({
    ...place,
    files: sample,
    datasets: { ...datasets, requests: "requests.csv", people: "people.csv" },
    settings: { as_of: "2025-09-30", publish },
  });
}

const more = {
  "requests.csv":
    "request_id,account_id,raised_on,title\nQ-77,A0001,2025-01-02,Single sign-on for Kaldenhof\n",
  "people.csv": "owner,level\nMateus Lobo,senior\n",
};
Object.assign(sample, more);

async function open(outcome: Outcome): Promise<Warehouse> {
  return openWarehouse({
    path: join(outcome.directory, "work/hourglass.duckdb"),
    memoryLimit: "1GB",
  });
}

interface Named {
  name: string;
  kind: string;
  sql: string | null;
}

/** Every text that stands in a column of a table or view, by "table.column". */
async function textsOf(warehouse: Warehouse): Promise<Map<string, Set<string>>> {
  const columns = await warehouse.rows<{ table_name: string; column_name: string }>(
    `select table_name, column_name
    from information_schema.columns
    where data_type = 'VARCHAR' and table_name <> 'catalogue'`,
  );
  const texts = new Map<string, Set<string>>();
  for (const { table_name, column_name } of columns) {
    const rows = await warehouse.rows<{ value: string }>(
      `select distinct "${column_name}" as value from "${table_name}" where value is not null`,
    );
    texts.set(`${table_name}.${column_name}`, new Set(rows.map(({ value }) => value)));
  }
  return texts;
}

function columnOf(file: string, column: number): Set<string> {
  const { data: rows } = Papa.parse<string[]>((sample[file] ?? "").trim());
  return new Set(
    rows
      .slice(1)
      .map((row) => row[column] ?? "")
      .filter((cell) => cell !== ""),
  );
}

const secrets = new Map([
  ["account ids", columnOf("accounts.csv", 0)],
  ["names", columnOf("accounts.csv", 1)],
  ["managers", columnOf("accounts.csv", 8)],
  ["contract ids", columnOf("contracts.csv", 0)],
  ["answer ids", columnOf("surveys.csv", 0)],
  ["respondents", columnOf("surveys.csv", 5)],
  ["titles", new Set(["Single sign-on for Kaldenhof"])],
]);

/** Which kinds of secret stand where. */
async function foundIn(warehouse: Warehouse): Promise<Record<string, string[]>> {
  const texts = await textsOf(warehouse);
  const found: Record<string, string[]> = {};
  for (const [kind, values] of secrets) {
    found[kind] = [...texts]
      .filter(([, cells]) => [...cells].some((cell) => values.has(cell)))
      .map(([place]) => place)
      .sort();
  }
  return found;
}

describe("a code", () => {
  // Python: hmac.new(key, b"account\nA0001", sha256), each byte % 32 as a sign.
  it("is the first signs of HMAC-SHA-256, and another with another key or as another kind", () => {
    const options = { kind: "account", key: undefined, length: 6 };
    expect(codesOf(["A0001"], options).get("A0001")).toBe("6JMTEF");
    const keyed = { ...options, key: "sixteen letters!" };
    expect(codesOf(["A0001"], keyed).get("A0001")).toBe("5FGL65");
    const manager = { kind: "manager", key: undefined, length: 4 };
    expect(codesOf(["Mateus Lobo"], manager).get("Mateus Lobo")).toBe("6W63");
  });

  it("does not depend on what other ids there are, unless two would be the same", () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `A${index}`);
    const options = { kind: "account", key: undefined, length: 2 };
    const codes = codesOf(many, options);
    expect(new Set(codes.values()).size).toBe(2_000);
    expect(codesOf(many.toReversed(), options)).toEqual(
      new Map([...codes].map(([id, code]) => [id, code])),
    );
    for (const [id, code] of codes) {
      expect(code.startsWith(codesOf([id], options).get(id) ?? "-")).toBe(true);
    }
  });
});

describe("the published database", () => {
  const directory = mkdtempSync(join(tmpdir(), "hourglass-published-"));
  let published: Warehouse;

  beforeAll(async () => {
    published = await open(await publishSample({}, { directory }));
  });

  afterAll(() => {
    published?.close();
    rmSync(directory, { recursive: true, force: true });
  });

  it("gives every mart, and every table between, by its own SQL as it stands", async () => {
    const entries = await published.rows<Named>(
      "select name, kind, sql from catalogue where sql is not null and is_published",
    );
    expect(entries.filter(({ kind }) => kind === "mart").length).toBeGreaterThanOrEqual(22);
    for (const { name, sql } of entries) {
      await published.run(`create or replace temp table again as ${sql}`);
      const [differing] = await published.rows<{ rows: number }>(`
        select count(*) as rows
        from (
            (select * from ${name} except all select * from again)
            union all
            (select * from again except all select * from ${name})
        )`);
      expect(differing?.rows, name).toBe(0);
    }
  });

  it("keeps ids, names, managers, respondents and free text back", async () => {
    expect(await foundIn(published)).toEqual({
      "account ids": [],
      names: [],
      managers: [],
      "contract ids": [],
      "answer ids": [],
      respondents: [],
      titles: [],
    });
    const [comments] = await published.rows("select count(comment) as n from surveys");
    expect(comments).toEqual({ n: 0 });
  });

  it("joins its tables by the codes, managers to their people too", async () => {
    const [joined] = await published.rows(`
      select
          count(distinct accounts.account_id) as accounts,
          count(distinct people.owner) as managers,
          count(*) filter (accounts.name <> accounts.account_id) as named
      from contracts
      inner join accounts using (account_id)
      left join people using (owner)`);
    expect(joined).toEqual({ accounts: 596, managers: 1, named: 0 });
  });

  it("does not tell the order of the ids by the order of its rows", async () => {
    const rows = await published.rows<{ account_id: string }>("select account_id from accounts");
    const codes = rows.map((row) => row.account_id);
    expect(codes).toEqual(codes.toSorted());
    const numbered = await published.rows(`
      select count(*) filter (account_id < previous) as turned
      from (
          select account_id, lag(account_id) over (order by contract_id) as previous
          from contracts
      )`);
    expect(numbered).toEqual([{ turned: 0 }]);
  });

  it("explains its tables and columns in comments", async () => {
    const [mart] = await published.rows<{ comment: string }>(
      "select comment from duckdb_tables() where table_name = 'mrr_movements'",
    );
    expect(mart?.comment).toMatch(/counts as new and as churned, .* Grain: one row per /);
    const blank = await published.rows(
      "select table_name from duckdb_tables() where comment is null and not temporary",
    );
    expect(blank).toEqual([]);
    const [column] = await published.rows(
      "select comment from duckdb_columns() where table_name = 'accounts' and column_name = 'owner'",
    );
    expect(column).toEqual({ comment: "Customer-success manager in charge (as a code)" });
  });

  it("lists every metric with the mart and the column its value stands in", async () => {
    const lost = await published.rows(`
      select metrics.id
      from metrics
      left join duckdb_columns() as columns
          on metrics.mart = columns.table_name
          and metrics.column_name = columns.column_name
      where columns.column_name is null`);
    expect(lost).toEqual([]);
    const [nrr] = await published.rows(
      "select title, unit, direction, mart, column_name, filter from metrics where id = 'nrr'",
    );
    expect(nrr).toEqual({
      title: "Net revenue retention",
      unit: "share",
      direction: "up",
      mart: "net_revenue_retention",
      column_name: "nrr",
      filter: "dimension = 'all'",
    });
  });

  it("has no type or view that a browser's engine lacks", async () => {
    const types = await published.rows<{ type: string }>(
      "select distinct data_type as type from duckdb_columns() where not internal order by all",
    );
    const known =
      /^(VARCHAR|DATE|TIMESTAMP|BOOLEAN|INTEGER|BIGINT|HUGEINT|DOUBLE|DECIMAL\(\d+,\d+\))$/;
    expect(types.filter(({ type }) => !known.test(type))).toEqual([]);
  });
});

/** A sum of binary fractions ends in another digit where the rows before it are others. */
const rounded = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === "number" ? Number(cell.toPrecision(12)) : cell,
    ]),
  );

describe("the publish policy", () => {
  it("changes no number: metrics are the same named, coded and without customers", async () => {
    const [coded, named, none] = await Promise.all([
      publishSample({}),
      publishSample({ accounts: "named" }),
      publishSample({ accounts: "none", key: "a key of sixteen" }),
    ]);
    const without = ({ report }: Outcome) => {
      const { awaitingRenewal = [], cohortAccounts = [], ...marts } = report?.marts ?? {};
      const awaiting = awaitingRenewal.map(({ mrr }) => mrr).toSorted((a, b) => a - b);
      // A code of a manager depends on the key.
      const members = cohortAccounts
        .map(({ account_id: _code, owner: _owner, ...account }) => JSON.stringify(account))
        .toSorted();
      const unowned = Object.entries(marts).map(([name, rows]) => [
        name,
        rows.filter((row) => !("dimension" in row && row.dimension === "owner")).map(rounded),
      ]);
      return { ...Object.fromEntries(unowned), members, awaiting };
    };
    expect(without(coded)).toEqual(without(named));
    expect(without(none)).toEqual(without(named));
  });

  it("publishes ids and names where accounts are named, and what is opted in by name", async () => {
    const outcome = await publishSample({
      accounts: "named",
      private_columns: ["accounts.owner", "surveys.respondent_id", "requests.title"],
    });
    const warehouse = await open(outcome);
    onTestFinished(() => warehouse.close());
    const found = await foundIn(warehouse);
    for (const [kind, places] of Object.entries(found)) expect(places, kind).not.toEqual([]);
    expect(found.managers).toContain("people.owner");
    const [comments] = await warehouse.rows("select count(comment) as n from surveys");
    expect(comments).toEqual({ n: 0 });
  });

  it("leaves out every table with rows of single customers where accounts are none", async () => {
    const outcome = await publishSample({ accounts: "none" });
    const warehouse = await open(outcome);
    onTestFinished(() => warehouse.close());
    const tables = await warehouse.rows<{ name: string }>(
      "select table_name as name from information_schema.tables order by all",
    );
    const left = tables.map(({ name }) => name);
    for (const name of ["accounts", "contracts", "usage", "account_lifetimes", "stg_accounts"]) {
      expect(left).not.toContain(name);
    }
    expect(left).toEqual(
      expect.arrayContaining(["costs", "fx", "mrr_movements", "survival_curve"]),
    );
    const codes = await codesOfAccounts();
    for (const [place, texts] of await textsOf(warehouse)) {
      expect(
        [...texts].filter((text) => codes.has(text)),
        place,
      ).toEqual([]);
    }
    const missing = await warehouse.rows<{ name: string }>(
      "select name from catalogue where not is_published",
    );
    expect(missing.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["accounts", "account_lifetimes", "stg_profile_movements"]),
    );
    const told = outcome.report?.publication.tables.filter(({ isPublished }) => !isPublished);
    expect(told?.length).toBe(missing.length);
  });

  it("never hands the key on to the pages", async () => {
    const { report } = await publishSample({ key: "a key of sixteen" });
    expect(JSON.stringify(report)).not.toContain("a key of sixteen");
    expect(report?.publication.isKeyed).toBe(true);
  });

  it("masks ids in the problems that the data page lists, unless accounts are named", async () => {
    const files = {
      "contracts.csv":
        "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\nC1,A9,2024-01-01,100\n",
    };
    const of = async (publish: DashboardInput["publish"]) => {
      const settings = { on_error: "quarantine", max_bad_share: 0.6, publish } as const;
      const { report } = await buildCompany({ files, settings });
      return report?.problems.shown.map(({ value }) => value);
    };
    expect(await of({})).toEqual(["(private)"]);
    expect(await of({ accounts: "named" })).toEqual(["C1"]);
  });

  it("masks the same in what is expected and what to do", async () => {
    const { report } = await buildCompany({
      files: {
        "accounts.csv": "account_id,name,owner\nA1,MÃ¼ller SecretCorp,JÃ¶rg Geheim\n",
      },
    });
    expect(report?.problems.shown.map(({ check }) => check)).toContain("garbled_text");
    expect(JSON.stringify(report?.problems.shown)).not.toMatch(/Secret|Geheim/);
  });

  it("masks words that slipped from a private column into another, and no number, date or near miss", async () => {
    const files = {
      "accounts.csv":
        "account_id,name,tier\nA1,Acme,enterprize\nA2,Beta,anna.roth@acme.example\nA3,Gamma,small\n",
      "contracts.csv":
        "contract_id,account_id,starts_on,mrr\nC1,A3,2024-13-01,100\nC2,A3,2024-01-01,Anna Roth\nC3,A3,2024-01-01,100\n",
      "surveys.csv":
        "response_id,account_id,answered_on,kind,score,respondent_id,role,touchpoint,comment\n" +
        "R1,A3,2024-04-01,nps,7,P1,user,relationship,fine\n" +
        "R2,A3,2024-04-01,nps,7,user,relationship,they never call back\n",
    };
    let told: string | undefined;
    const of = async (publish: DashboardInput["publish"]) => {
      const settings = { on_error: "quarantine", max_bad_share: 0.7, publish } as const;
      const { report } = await buildCompany({
        files,
        settings,
        datasets: { surveys: "surveys.csv" },
      });
      told = JSON.stringify(report?.problems.shown);
      const shown = report?.problems.shown.filter(({ value }) => value !== undefined) ?? [];
      return shown.map(({ column, value }) => `${column}: ${value}`).sort();
    };
    const masked = [
      "mrr: (not shown)",
      "starts_on: 2024-13-01",
      "tier: (not shown)",
      "tier: enterprize",
      "touchpoint: (not shown)",
    ];
    expect(await of({})).toEqual(expect.arrayContaining(masked));
    expect(told).not.toMatch(/anna|never/i);
    await of({ accounts: "none" });
    expect(told).not.toMatch(/anna|never/i);
    expect(
      await of({
        accounts: "named",
        private_columns: ["surveys.respondent_id", "surveys.comment"],
      }),
    ).toEqual(expect.arrayContaining(["touchpoint: they never call back"]));
  });
});

async function codesOfAccounts(): Promise<Set<string>> {
  const ids = secrets.get("account ids") ?? [];
  return new Set(codesOf(ids, { kind: "account", key: undefined, length: 6 }).values());
}
