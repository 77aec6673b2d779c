import { describe, expect, it } from "vitest";
import { resolveAsOf } from "../../src/metrics/index.ts";
import { inOrder, referencesOf } from "../../src/metrics/models.ts";
import { type Cells, measure, openInputs, withFiles } from "./harness.ts";

describe("the order of the models", () => {
  it("follows from and join, and leaves steps, functions and comments out", () => {
    const sql = `-- Grain: one row from nowhere.
      with steps as (select a from stg_b), final as (
        select 'from here' as text from steps inner join stg_c on true
        where a is distinct from b)
      select text from final, range(3) left join unnest([1]) on true`;
    expect(referencesOf(sql)).toEqual(["stg_b", "stg_c"]);
  });

  it("puts what is read before what reads it", () => {
    const models = [
      { name: "a", sql: "select 1 from b join raw on true" },
      { name: "b", sql: "select 1 from c" },
      { name: "c", sql: "select 1 from raw" },
    ];
    expect(inOrder(models, ["raw"]).map((model) => model.name)).toEqual(["c", "b", "a"]);
    expect(inOrder(models, ["raw"], ["b"]).map((model) => model.name)).toEqual(["c", "b"]);
  });

  it("names a reference to a table that is not there", () => {
    expect(() => inOrder([{ name: "a", sql: "select 1 from nope" }], ["raw"])).toThrow(
      'unknown table "nope" in a.sql; known: raw, a',
    );
  });

  it("names the models of a cycle", () => {
    const models = [
      { name: "a", sql: "select 1 from b" },
      { name: "b", sql: "select 1 from a" },
    ];
    expect(() => inOrder(models, [])).toThrow("a -> b -> a");
  });

  it("refuses a name that is used twice", () => {
    expect(() => inOrder([{ name: "raw", sql: "select 1" }], ["raw"])).toThrow(
      '"raw" is used twice',
    );
  });
});

describe("the tables of the metrics", () => {
  it("hold no sum that was not cast: the engine adds whole numbers up in twice their bytes", async () => {
    const wide = await withFiles({ contracts: [] }, async (files) => {
      const warehouse = await measure(files, { asOf: "2024-01-31" });
      try {
        return await warehouse.rows(`
          select table_name, column_name
          from duckdb_columns()
          where data_type = 'HUGEINT' and not internal`);
      } finally {
        warehouse.close();
      }
    });
    expect(wide).toEqual([]);
  });
});

describe("the as-of day", () => {
  const contract = { contract_id: "1", account_id: "a", starts_on: "2024-05-01", mrr: 1 };
  const use = { account_id: "a", day: "2024-03-04", module: "m" };
  const resolve = (inputs: Record<string, Cells[]>, configured = "latest") =>
    withFiles(inputs, async (files) => {
      const warehouse = await openInputs(files);
      try {
        return await resolveAsOf(warehouse, configured);
      } finally {
        warehouse.close();
      }
    });

  it("is the newest day on which something was observed, never a start or an end", async () => {
    const contracts = [{ ...contract, ends_on: "2030-01-01", signed_on: "2024-02-01" }];
    expect(await resolve({ contracts, usage: [use] })).toEqual({
      day: "2024-03-04",
      source: "usage.day",
    });
    const surveys = [{ response_id: "1", account_id: "a", answered_on: "2024-03-09" }];
    expect(await resolve({ contracts, usage: [use], surveys })).toEqual({
      day: "2024-03-09",
      source: "surveys.answered_on",
    });
  });

  it("is that of a ticket or a meeting where they are newer", async () => {
    const tickets = [{ ticket_id: "1", account_id: "a", opened_at: "2024-03-10 23:59:00" }];
    expect(await resolve({ usage: [use], tickets })).toEqual({
      day: "2024-03-10",
      source: "tickets.opened_at",
    });
    const touchpoints = [{ account_id: "a", on: "2024-03-11", kind: "call" }];
    expect(await resolve({ usage: [use], tickets, touchpoints })).toEqual({
      day: "2024-03-11",
      source: "touchpoints.on",
    });
  });

  it("is the newest start only where no other dataset has a day", async () => {
    expect(await resolve({ contracts: [contract] })).toEqual({
      day: "2024-05-01",
      source: "contracts.starts_on",
    });
  });

  it("is the configured one where there is one", async () => {
    expect((await resolve({ usage: [use] }, "2023-12-31")).day).toBe("2023-12-31");
  });

  it("is asked for where no dataset has a day", async () => {
    await expect(resolve({})).rejects.toThrow("set as_of to a day such as 2025-12-31");
  });
});

describe("a currency without rates", () => {
  it("stops the build and is named, with the dataset that lacks it", async () => {
    const accounts = [{ account_id: "a" }];
    const contracts = [
      { contract_id: "1", account_id: "a", starts_on: "2024-01-01", mrr: 5, currency: "CHF" },
    ];
    const built = withFiles({ accounts, contracts }, (files) =>
      measure(files, { asOf: "2024-02-01" }, ["mrr_movements"]),
    );
    await expect(built).rejects.toThrow(/no rate for the currency "CHF".*fx dataset/);
  });
});

describe("a month without a rate", () => {
  it("takes the latest earlier one, or else the first, and says which month's it is", async () => {
    const contracts = [
      { contract_id: "1", account_id: "a", starts_on: "2024-01-01", mrr: 5, currency: "EUR" },
    ];
    const fx = [
      { month: "2024-02-01", currency: "EUR", rate: 1.1 },
      { month: "2024-04-01", currency: "EUR", rate: 1.2 },
    ];
    const rows = await withFiles({ contracts, fx }, async (files) => {
      const warehouse = await measure(files, { asOf: "2024-04-30" }, ["stg_fx"]);
      try {
        return await warehouse.rows(
          "select month, rate, rate_month from stg_fx where currency = 'EUR' order by month",
        );
      } finally {
        warehouse.close();
      }
    });
    expect(rows).toEqual([
      { month: "2024-01-01", rate: 1.1, rate_month: "2024-02-01" },
      { month: "2024-02-01", rate: 1.1, rate_month: "2024-02-01" },
      { month: "2024-03-01", rate: 1.1, rate_month: "2024-02-01" },
      { month: "2024-04-01", rate: 1.2, rate_month: "2024-04-01" },
    ]);
  });
});
