import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { runScript } from "./build.ts";
import { config, smallCompany } from "./company.ts";

const configOf = (folder: string) => join(folder, "dashboard.config.ts");

describe("a user's own files", () => {
  it("are never replaced by a site: --out takes an empty folder or an earlier site", () => {
    const folder = smallCompany();
    const { code, output } = runScript("build", ["--config", configOf(folder), "--out", folder]);
    expect(code).toBe(1);
    expect(output).toContain("holds files that are not a site of ours; name an empty folder");
    expect(existsSync(join(folder, "contracts.csv"))).toBe(true);

    const site = join(folder, "site");
    cpSync(inject("smallSite"), site, { recursive: true });
    expect(runScript("build", ["--config", configOf(folder), "--out", site]).code).toBe(0);
  });

  it("stay in a folder named reports beside the configuration", () => {
    const folder = smallCompany({
      "dashboard.config.ts": config.replace('"accounts.csv"', '"reports/accounts.csv"'),
    });
    mkdirSync(join(folder, "reports"));
    const accounts = readFileSync(join(folder, "accounts.csv"), "utf8");
    writeFileSync(join(folder, "reports/accounts.csv"), accounts);
    expect(runScript("check", ["--config", configOf(folder)]).code).toBe(0);
    expect(readFileSync(join(folder, "reports/accounts.csv"), "utf8")).toBe(accounts);
  });
});
