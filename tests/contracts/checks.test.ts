import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  checkCatalogue,
  contractReference,
  datasetNames,
  parseDashboard,
  tableChecks,
} from "../../src/contracts/index.ts";

const root = join(import.meta.dirname, "../../src/intake");
const dashboard = (settings: object = {}) =>
  parseDashboard(
    {
      company: { name: "Test", currency: "USD" },
      datasets: { accounts: "a.csv", contracts: "c.csv" },
      ...settings,
    },
    "dashboard.config.ts",
  );

describe("the catalogue of checks", () => {
  it("knows every check that intake tells of, with the fact its message states", () => {
    const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(root, file), "utf8"));
    const told = sources.flatMap((source) =>
      [...source.matchAll(/\bcheck: "(\w+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(new Set(told).size).toBeGreaterThan(20);
    expect(told.filter((id) => checkCatalogue.get(id)?.fact === undefined)).toEqual([]);
  });

  it("gives every check a reason and a remedy in a line", () => {
    for (const { id, reason, remedy } of checkCatalogue.values()) {
      expect(id).toMatch(/^[a-z0-9_]+$/);
      for (const text of [reason, remedy]) expect(text).toMatch(/^[^\n]{8,120}$/);
    }
  });

  it("has every check across rows that runs, and none that does not", () => {
    const running = tableChecks(dashboard()).map(({ id }) => id);
    const known = [...checkCatalogue.values()].filter(({ scope }) => scope === "table");
    expect([...new Set(running)].sort()).toEqual(known.map(({ id }) => id).sort());
  });

  it("asks every dataset with an account_id for its account", () => {
    const asked = tableChecks(dashboard())
      .filter(({ id }) => id === "unknown_account")
      .map(({ dataset }) => dataset);
    const named = ["contracts", "opportunities", "projects", "requests", "seats", "surveys"];
    expect(asked).toEqual([...named, "tickets", "touchpoints", "usage"]);
    expect(datasetNames).toEqual(expect.arrayContaining(asked));
    expect(asked).not.toContain("accounts");
  });

  it("only warns of a deal's account, unless the configuration says what it is to be", () => {
    const severityOf = (name: string, settings?: object) =>
      tableChecks(dashboard(settings)).find(
        ({ id, dataset }) => id === "unknown_account" && dataset === name,
      )?.severity;
    expect(severityOf("opportunities")).toBe("warning");
    expect(severityOf("tickets")).toBe("error");
    expect(severityOf("opportunities", { checks: { unknown_account: "error" } })).toBe("error");
  });

  it("lets only checks across rows, and of columns that are not used, be turned down", () => {
    for (const { id, scope, settings, severity } of checkCatalogue.values()) {
      expect(settings).toContain(severity);
      const isFixed = scope !== "table" && id !== "unused_column";
      if (isFixed) expect(settings).toEqual([severity]);
    }
  });

  it("is in the reference with the severity in force", () => {
    const { checks } = dashboard({ checks: { unknown_account: "warning" } });
    const listed = contractReference(checks).checks;
    expect(listed.map(({ id }) => id)).toEqual([...checkCatalogue.keys()]);
    expect(listed.find(({ id }) => id === "unknown_account")).toMatchObject({
      setting: "warning",
      isChanged: true,
    });
    expect(listed.filter(({ isChanged }) => isChanged)).toHaveLength(1);
  });
});
