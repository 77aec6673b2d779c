import { describe, expect, it } from "vitest";
import { optionsAt } from "../../../../src/client/console/editor/completion/complete.ts";
import {
  sourcesOf,
  statementAround,
  stepsOf,
} from "../../../../src/client/console/editor/completion/statement.ts";
import type { Vocabulary } from "../../../../src/client/console/editor/completion/vocabulary.ts";

const column = (name: string, type = "VARCHAR", comment?: string) => ({ name, type, comment });

const vocabulary: Vocabulary = {
  tables: [
    {
      name: "accounts",
      detail: "customer",
      definition: "Who pays.",
      columns: [column("account_id"), column("Won On", "DATE", "First day under contract")],
    },
    { name: "costs", detail: undefined, definition: undefined, columns: [column("amount")] },
  ],
  functions: [
    { name: "sum", signature: "sum(arg)", description: "Adds.", isTable: false },
    { name: "range", signature: "range(start, stop)", description: undefined, isTable: true },
  ],
  keywords: ["select", "from"],
  types: ["decimal"],
};

/** Labels offered at the bar. */
function offered(marked: string, owner?: string): string[] {
  const position = marked.indexOf("|");
  const sql = marked.replace("|", "");
  return optionsAt(vocabulary, sql, position, owner).map(({ label }) => label);
}

describe("completion", () => {
  it("offers the columns of the tables that the statement reads, then all else", () => {
    expect(offered("select | from accounts")).toEqual([
      "account_id",
      "Won On",
      "accounts",
      "costs",
      "sum",
      "range",
      "select",
      "from",
      "decimal",
    ]);
  });

  it("offers only a table's columns behind its name or its alias and a dot", () => {
    expect(offered("select a.| from accounts as a", "a")).toEqual(["account_id", "Won On"]);
    expect(offered("select c.| from accounts a join costs c on true", "c")).toEqual(["amount"]);
    expect(offered("select costs.| from costs", "costs")).toEqual(["amount"]);
    expect(offered("select x.| from costs", "x")).toEqual([]);
  });

  it("knows tables in capitals, other letters and behind their database, as DuckDB does", () => {
    expect(offered("SELECT A.| FROM ACCOUNTS A", "a")).toEqual(["account_id", "Won On"]);
    expect(offered("SELECT | FROM COSTS").slice(0, 1)).toEqual(["amount"]);
    expect(offered("select größe.| from costs größe", "größe")).toEqual(["amount"]);
    expect(offered("from hourglass.main.|", "main")).toEqual(["accounts", "costs"]);
  });

  it("offers the columns of the statement's own selects, typed where they are handed on", () => {
    const steps = `with won as (select a."Won On" as day, account_id, sum(amount) as "All", ')'
      from accounts as a, costs where a.x in (1, 2)), again as (select distinct * from won)`;
    expect(offered(`${steps} select w.| from again as w`, "w")).toEqual([
      "day",
      "account_id",
      "All",
    ]);
    expect(offered(`${steps} select | from again`)).toContain("day");
    expect(offered("select q.| from (select amount paid from costs) q", "q")).toEqual(["paid"]);
    expect(offered("select q.| from (from costs) as q", "q")).toEqual(["amount"]);
    const cyclic =
      "with recursive r as (select 1 as i union all select i + 1 from r) select r.| from r";
    expect(offered(cyclic, "r")).toEqual(["i"]);
    const [day] = optionsAt(
      vocabulary,
      `${steps} select again. from again`,
      steps.length + 14,
      "again",
    );
    expect(day).toMatchObject({ label: "day", detail: "date" });
  });

  it("looks at the statement of the cursor only, whatever semicolons strings hold", () => {
    expect(offered("from costs; select ';', | from accounts").slice(0, 2)).toEqual([
      "account_id",
      "Won On",
    ]);
    expect(statementAround("select 1; select ';' -- a;b\n, 2; select 3", 12).text).toBe(
      " select ';' -- a;b\n, 2",
    );
  });

  it("writes a name in quotes where SQL needs them, and a function with its bracket", () => {
    const options = optionsAt(vocabulary, "select from accounts", 7, undefined);
    const applied = (label: string) => options.find((option) => option.label === label)?.apply;
    expect(applied("Won On")).toBe('"Won On"');
    expect(applied("account_id")).toBe("account_id");
    expect(applied("sum")).toBe("sum(");
  });

  it("says the type and the meaning of a column, and the definition of a table", () => {
    const options = optionsAt(vocabulary, "select from accounts", 7, undefined);
    expect(options[1]).toMatchObject({
      detail: "date",
      info: "accounts: First day under contract",
    });
    expect(options[2]).toMatchObject({
      detail: "one row per customer",
      info: "Who pays.\n\naccount_id, Won On",
    });
  });
});

describe("the tables of a statement", () => {
  it("are those behind from and join, by the names it gives them", () => {
    expect(
      sourcesOf('from hourglass.main."Odd name" as o left join costs using (x) where true'),
    ).toEqual([
      { alias: "o", table: "Odd name" },
      { alias: "costs", table: "costs" },
    ]);
  });

  it("are not the columns of a list before from, but all of a list behind it", () => {
    expect(sourcesOf("select month, kind\nfrom accounts as a, costs where a.x = 1")).toEqual([
      { alias: "a", table: "accounts" },
      { alias: "costs", table: "costs" },
    ]);
  });

  it("are followed by the steps of its with clause", () => {
    expect(stepsOf("with paid as (select 1), left_ as materialized (select 2) select")).toEqual([
      "paid",
      "left_",
    ]);
  });
});
