import { beforeAll, describe, expect, it } from "vitest";
import { millisecondsOf } from "../../../../src/client/console/result/values/calendar.ts";
import { type Result, resultOf } from "../../../../src/client/console/result/values/result.ts";
import { openConsoleEngine } from "../engine.ts";

let ask: (sql: string) => Result;

beforeAll(async () => {
  const engine = await openConsoleEngine();
  ask = (sql) => resultOf(engine.query(sql));
});

describe("a value of the engine reads as it is, with its type", () => {
  it.each([
    ["(-128)::tinyint", "-128", "TINYINT"],
    ["4294967295::uinteger", "4294967295", "UINTEGER"],
    ["9007199254740993::bigint", "9007199254740993", "BIGINT"],
    ["18446744073709551615::ubigint", "18446744073709551615", "UBIGINT"],
    [
      "(-170141183460469231731687303715884105727)::hugeint",
      "-170141183460469231731687303715884105727",
      "HUGEINT",
    ],
    [
      "340282366920938463463374607431768211454::uhugeint",
      "340282366920938463463374607431768211454",
      "UHUGEINT",
    ],
    [
      "'123456789012345678901234567890123456789012'::bignum",
      "123456789012345678901234567890123456789012",
      "BIGNUM",
    ],
    ["'-1234567890123456789012345'::bignum", "-1234567890123456789012345", "BIGNUM"],
    ["(-12.34)::decimal(9,2)", "-12.34", "DECIMAL(9,2)"],
    ["(-0.05)::decimal(4,2)", "-0.05", "DECIMAL(4,2)"],
    ["12.3400::decimal(18,4)", "12.3400", "DECIMAL(18,4)"],
    [
      "(-99999999999999999999999999999999999.999)::decimal(38,3)",
      "-99999999999999999999999999999999999.999",
      "DECIMAL(38,3)",
    ],
    ["0.1::float", "0.1", "FLOAT"],
    ["16777216::float", "16777216", "FLOAT"],
    ["'-0'::float", "-0", "FLOAT"],
    ["0.1::double + 0.2::double", "0.30000000000000004", "DOUBLE"],
    ["'nan'::double", "NaN", "DOUBLE"],
    ["'-infinity'::double", "-Infinity", "DOUBLE"],
    ["date '2024-02-29'", "2024-02-29", "DATE"],
    ["date '1969-12-31'", "1969-12-31", "DATE"],
    ["date '1582-10-15'", "1582-10-15", "DATE"],
    ["date '0044-03-15 (BC)'", "0044-03-15 (BC)", "DATE"],
    ["date '290000-01-01'", "290000-01-01", "DATE"],
    ["date '-infinity'", "-infinity", "DATE"],
    ["timestamp '2024-02-29 23:59:59.123456'", "2024-02-29 23:59:59.123456", "TIMESTAMP"],
    ["timestamp '1969-12-31 23:59:59.5'", "1969-12-31 23:59:59.5", "TIMESTAMP"],
    ["timestamp '0044-03-15 (BC) 10:00:00'", "0044-03-15 (BC) 10:00:00", "TIMESTAMP"],
    ["timestamp 'infinity'", "infinity", "TIMESTAMP"],
    ["timestamp_s '2024-02-29 12:34:56'", "2024-02-29 12:34:56", "TIMESTAMP_S"],
    [
      "timestamp_ns '2024-02-29 12:34:56.123456789'",
      "2024-02-29 12:34:56.123456789",
      "TIMESTAMP_NS",
    ],
    ["timestamptz '2024-02-29 23:59:59+00'", "2024-02-29 23:59:59+00", "TIMESTAMP WITH TIME ZONE"],
    ["time '23:59:59.000001'", "23:59:59.000001", "TIME"],
    ["interval '14 months 3 days 4.5 seconds'", "1 year 2 months 3 days 00:00:04.5", "INTERVAL"],
    ["interval '-25 hours'", "-25:00:00", "INTERVAL"],
    ["interval '0 days'", "00:00:00", "INTERVAL"],
    ["true", "true", "BOOLEAN"],
    ["'x''<b>ü'", "x'<b>ü", "VARCHAR"],
    ["''", "", "VARCHAR"],
    ["null::varchar", null, "VARCHAR"],
    ["'a'::enum('b','a')", "a", "ENUM"],
    ["'a\\x00\\xFFb'::blob", "a\\x00\\xFFb", "BLOB"],
    ["[1.10, null]", "[1.10, null]", "DECIMAL(3,2)[]"],
    ["[1, 2]::int[2]", "[1, 2]", "INTEGER[2]"],
    [
      "{'a': date '2024-01-01', 'b': 'x\"y'}",
      '{"a": "2024-01-01", "b": "x\\"y"}',
      "STRUCT(a DATE, b VARCHAR)",
    ],
    ["map {'k': 9007199254740993}", '{"k": "9007199254740993"}', "MAP(VARCHAR, BIGINT)"],
    ["[{'a': 12.50::decimal(9,2)}]", '[{"a": 12.50}]', "STRUCT(a DECIMAL(9,2))[]"],
    ["union_value(num := 2)", "2", "UNION(num INTEGER)"],
  ])("%s", (sql, text, type) => {
    const [column] = ask(`select ${sql} as v`).columns;
    expect([column?.text(0), column?.type]).toEqual([text, type]);
  });
});

it("keeps every row of many pieces in its place, nulls too", () => {
  const { columns, rowCount } = ask(`
    select i, if(i % 3 = 0, null, 'row ' || i) as words, [i, i + 1] as list, i % 2 = 0 as even
    from range(5000) as t(i)`);
  expect(rowCount).toBe(5000);
  for (const row of [4999, 0, 2047, 2048, 4096, 4095, 3]) {
    const words = row % 3 === 0 ? null : `row ${row}`;
    const cells = [String(row), words, `[${row}, ${row + 1}]`, String(row % 2 === 0)];
    expect(columns.map((column) => column.text(row))).toEqual(cells);
  }
});

it("writes JSON in which no reader changes a digit", () => {
  const { columns } = ask(`
    select 12.50::decimal(9,2) as price, 9007199254740993 as id, 0.1::double + 0.2 as sum, null as none,
      '' as empty, true as yes, 'nan'::double as nan, 1000000000000000000000::hugeint as round`);
  expect(columns.map((column) => column.json(0))).toEqual([
    "12.50",
    '"9007199254740993"',
    "0.30000000000000004",
    "null",
    '""',
    "true",
    '"NaN"',
    "1000000000000000000000",
  ]);
});

it("gives columns of the same name names of their own", () => {
  const { columns } = ask("select 1 as a, 2 as a, 3 as a_2, 4 as a");
  expect(columns.map(({ name }) => name)).toEqual(["a", "a_3", "a_2", "a_4"]);
});

it("places days and moments in time without the zone of this machine", () => {
  expect(millisecondsOf("2024-02-29")).toBe(Date.UTC(2024, 1, 29));
  expect(millisecondsOf("2024-02-29 12:30:00.25")).toBe(Date.UTC(2024, 1, 29, 12, 30, 0, 250));
  expect(millisecondsOf("0044-03-15 (BC)")).toBeUndefined();
  expect(millisecondsOf("infinity")).toBeUndefined();
});
