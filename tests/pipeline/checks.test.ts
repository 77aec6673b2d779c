import { describe, expect, it } from "vitest";
import { checkCatalogue } from "../../src/contracts/index.ts";
import { archiveCases } from "./checks/archives.ts";
import { fileCases } from "./checks/files.ts";
import { rowCases } from "./checks/rows.ts";
import { tableCases } from "./checks/tables.ts";
import { checkCompany } from "./company.ts";

const cases = [...archiveCases, ...fileCases, ...rowCases, ...tableCases];

describe("the catalogue of checks", () => {
  it("has for every check a file that trips it and one that does not", () => {
    expect(cases.map(({ check }) => check).sort()).toEqual([...checkCatalogue.keys()].sort());
  });

  it.each(cases)("$check is told of the file that trips it", async ({ check, trips, message }) => {
    const { messages } = await checkCompany(trips);
    const told = messages.filter((problem) => problem.check === check);
    expect(told.map((problem) => problem.message)).toEqual([message]);
  });

  it.each(cases)("$check is silent on a file that is right", async ({ passes }) => {
    const { messages, refusal } = await checkCompany(passes);
    expect(messages).toEqual([]);
    expect(refusal).toBeUndefined();
  });
});
