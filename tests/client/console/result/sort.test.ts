import { beforeAll, describe, expect, it } from "vitest";
import { orderBy } from "../../../../src/client/console/result/sort/order.ts";
import { resultOf } from "../../../../src/client/console/result/values/result.ts";
import { openConsoleEngine } from "../engine.ts";

let engine: Awaited<ReturnType<typeof openConsoleEngine>>;

beforeAll(async () => {
  engine = await openConsoleEngine();
});

/** Values of random rows, some of them NULL, many equal; `sql` may use r (0 to 1) and i. */
const columns: Record<string, string> = {
  tinyint: "cast(r * 250 - 125 as tinyint)",
  "unsigned 32 bits": "cast(r * 4294967295 as uinteger)",
  "64 bits": "cast(r * 1000 - 500 as bigint) * 9007199254740993",
  "unsigned 64 bits": "cast(r * 1000 as ubigint) * 18446744073709551",
  "128 bits": "cast(r * 1000 - 500 as hugeint) * 170141183460469231731687303715884105::hugeint",
  decimal: "cast((r - 0.5) * 100 as decimal(9, 2))",
  "wide decimal": "cast((r - 0.5) * 1e30 as decimal(38, 4))",
  double: "if(i % 11 = 0, 'nan'::double, if(i % 7 = 0, -0.0, (r - 0.5) * 10 ^ (i % 20 - 10)))",
  float: "cast((r - 0.5) * 1000 as float)",
  date: "date '1970-01-01' + cast((r - 0.5) * 1000 as integer)",
  timestamp: "timestamp '1970-01-01' + to_microseconds(cast((r - 0.5) * 1e15 as bigint))",
  boolean: "r > 0.5",
  "text of few": "(['small', 'enterprise', 'strategic', ''])[1 + cast(r * 3 as integer)]",
  "text with the same start": "'customer ' || cast(r * 10 ^ (i % 6) as integer)",
  "text of many scripts":
    "(['z', 'ä', '日本', '😀', 'Z', 'a', 'ａ'])[1 + cast(r * 6 as integer)] || i % 50",
  "text that ends in zero bytes": "'a' || repeat(chr(0), i % 12)",
  blob: "cast(repeat('\\x00', i % 4) || '\\xFF' as blob)",
  enum: "(['high', 'low', 'mid'])[1 + cast(r * 2 as integer)]::enum('low', 'mid', 'high')",
  interval: "to_days(cast(r * 100 as integer)) + to_months(i % 5)",
  list: "[cast(r * 10 as integer), if(i % 3 = 0, null, i % 4)][1:1 + i % 2]",
  struct: "{'a': cast(r * 5 as integer), 'b': if(i % 4 = 0, null, 'x' || i % 3)}",
};

describe("sorts as the engine itself does, equal ones as they came, NULL last", () => {
  it.each(Object.entries(columns))("%s", (_, sql) => {
    engine.query(`
      create or replace table sorted as
      select i, if(i % 13 = 5, null, ${sql}) as v
      from (select i, (i * 7919 % 4999) / 4999 as r from range(5000) as t(i))`);
    const { columns: found, rowCount } = resultOf(engine.query("from sorted order by i"));
    const [, column] = found;
    for (const direction of ["ascending", "descending"] as const) {
      const own = column && Array.from(orderBy(column, rowCount, direction));
      const asked = resultOf(
        engine.query(`
          select i from sorted
          order by v ${direction === "ascending" ? "asc" : "desc"} nulls last, i`),
      );
      const theirs = Array.from({ length: rowCount }, (_, row) =>
        Number(asked.columns[0]?.text(row)),
      );
      expect(own).toEqual(theirs);
    }
  });
});

it("sorts nothing, and only NULL", () => {
  for (const rows of [0, 3]) {
    const { columns: found } = resultOf(engine.query(`select null::integer from range(${rows})`));
    const order = found[0] && orderBy(found[0], rows, "ascending");
    expect(Array.from(order ?? [])).toEqual(Array.from({ length: rows }, (_, row) => row));
  }
});
