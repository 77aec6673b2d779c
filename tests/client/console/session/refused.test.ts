import { beforeAll, describe, expect, it } from "vitest";
import { QueryError } from "../../../../src/client/console/session/problem.ts";
import { refuseStatements, type Tokens } from "../../../../src/client/console/session/refused.ts";
import { openConsoleDatabase } from "../engine.ts";

let tokenize: (text: string) => Promise<Tokens>;

beforeAll(async () => {
  const database = await openConsoleDatabase();
  tokenize = async (text) => database.tokenize(text);
});

async function refusalOf(sql: string): Promise<{ message: string; position?: number } | undefined> {
  try {
    await refuseStatements(sql, tokenize);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(QueryError);
    return (error as QueryError).problem;
  }
}

describe("a statement is refused by what it does", () => {
  it.each([
    ["attach ':memory:' as other", "attach", 0],
    ["ATTACH/**/':memory:'", "attach", 0],
    ["detach hourglass", "detach", 0],
    ["use hourglass", "use", 0],
    ["select 'äö€'; use memory", "use", 14],
    ["select 1;;\n-- now\ncopy (select 1) to 'x'", "copy", 18],
    ["select $$;$$; /* ; */ detach x", "detach", 22],
    ["\u00a0attach ':memory:'", "attach", 1],
    ["select 1;\u3000use x", "use", 10],
    ["prepare p as copy (select 1) to 'x'", "copy", 13],
    ["explain copy (select 1) to 'x'", "copy", 8],
    ["explain analyze copy (select 1) to 'x'", "copy", 16],
    ["explain (format json) copy (select 1) to 'x'", "copy", 22],
    ["install httpfs", "install", 0],
    ["force install httpfs from 'https://example.com'", "force", 0],
    ["load json", "load", 0],
    ["call pragma_version()", "call", 0],
    ["set search_path = 'memory'", "set", 0],
    ["set threads = 1", "set", 0],
    ["reset search_path", "reset", 0],
    ["pragma enable_verification", "pragma", 0],
    ["pragma schema = 'x'", "pragma", 0],
    ["from enable_logging(storage_path = 'x')", "enable_logging", 5],
    ["from query('from ' || 'Enable_Logging()')", "Enable_Logging", 23],
  ])("%j", async (sql, word, position) => {
    expect(await refusalOf(sql)).toMatchObject({
      message: `${word} is switched off here`,
      position,
    });
  });

  it.each([
    ["from query('from enable_' || 'logging()')", 5],
    ["select 1; from main.Query/**/ ('from enable_'\n'logging()')", 20],
    [`from "query"(e'from enable\\x5flogging()')`, 5],
    ["from query($$from enable_$$ || $$logging()$$)", 5],
    ["create macro m(t) as table from query(t)", 32],
    ["prepare p as from query($1)", 18],
    ["from query(getvariable('x'))", 5],
  ])("%j", async (sql, position) => {
    expect(await refusalOf(sql)).toMatchObject({
      message: "query() of a text that is put together is switched off here",
      position,
    });
  });
});

describe("a statement passes", () => {
  it.each([
    [""],
    [";;"],
    ["from accounts"],
    ["from query('from accounts')"],
    ["select query from (select 1 as query) where query in ('a', 'b')"],
    ["(select 1) union all (select 2)"],
    ["select 'attach', \"use\", 1 as copy -- detach"],
    ["select $$; attach 'x'; $$"],
    ["with use as (select 1 as set) select set from use"],
    ["update mine set a = 1"],
    ["explain update mine set a = 1"],
    ["explain analyze select 1"],
    ["prepare p as select 1; execute p"],
    ["prepare p"],
    ["set variable since = date '2024-01-01'; reset variable since"],
    ["pragma table_info('accounts')"],
    ["pragma version; pragma show_tables"],
    ['selct 1; "unended'],
    ["create table attach as select 1; drop table attach"],
    ["summarize accounts; describe accounts; show tables"],
    ["begin; commit; checkpoint; vacuum"],
  ])("%j", async (sql) => {
    expect(await refusalOf(sql)).toBeUndefined();
  });
});
