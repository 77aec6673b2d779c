import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { configSchema } from "../../src/contracts/config.ts";
import { leafFields } from "../contracts/schema-fields.ts";
import { runScript } from "./build.ts";
import { config, contracts, makeFolder, smallCompany } from "./company.ts";

function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      relative(folder, file),
      createHash("sha256").update(readFileSync(file)).digest("hex"),
    ]),
  );
}

function textOf(site: string, page: string): string {
  return readFileSync(join(site, page, "index.html"), "utf8").replaceAll(/<[^>]*>/g, " ");
}

const build = (folder: string, env: Record<string, string> = {}) =>
  runScript(
    "build",
    ["--config", join(folder, "dashboard.config.ts"), "--out", join(folder, "site")],
    env,
  );

describe("a build", () => {
  it("gives the same bytes in two time zones", () => {
    const out = join(makeFolder(), "again");
    const { code } = runScript("build", ["--no-cache", "--out", out], { TZ: "Asia/Tokyo" });
    expect(code).toBe(0);
    expect(bytesOf(out)).toEqual(bytesOf(inject("site")));
  });

  it("gives the same bytes from files that an earlier build read, in another time zone too", () => {
    const out = join(makeFolder(), "again");
    const { code } = runScript("build", ["--out", out], { TZ: "Asia/Tokyo" });
    expect(code).toBe(0);
    expect(bytesOf(out)).toEqual(bytesOf(inject("site")));
  });

  it("makes every page from two files anywhere on disk, and says what other files would add", () => {
    const folder = smallCompany();
    const { code, output } = build(folder);
    expect(output).toContain(
      "absent   costs, fx, goals, opportunities, people, projects, requests, seats, surveys, tickets, touchpoints, usage",
    );
    expect(code).toBe(0);
    const site = join(folder, "site");
    // 13,200 a year and 48,000 over two years: 3,100 a month, 37,200 a year.
    expect(textOf(site, "")).toMatch(/ARR is 37\.200\s€ in Jun 2024/);
    expect(textOf(site, "cash-flow")).toContain(
      "cannot be shown: this build was not given costs.csv",
    );
    expect(textOf(site, "nps")).toContain("cannot be shown: this build was not given surveys.csv");
  });

  it("stops at a row that breaks its contract, names it, and leaves the old site whole", () => {
    const folder = smallCompany();
    const before = bytesOf(inject("smallSite"));
    cpSync(inject("smallSite"), join(folder, "site"), { recursive: true });
    writeFileSync(join(folder, "contracts.csv"), contracts.replace("2024-12-31", "2024-13-31"));
    const { code, output } = build(folder);
    expect(code).toBe(1);
    expect(output).toContain(
      'contracts.csv row 3, ends_on: "2024-13-31" is not a date; expected YYYY-MM-DD such as 2024-12-31',
    );
    expect(bytesOf(join(folder, "site"))).toEqual(before);
    expect(readFileSync(join(folder, "reports/problems.csv"), "utf8")).toContain("2024-13-31");
    expect(readdirSync(folder).sort()).toEqual(
      ["accounts.csv", "contracts.csv", "dashboard.config.ts", "reports", "site"].sort(),
    );
  });

  it("goes on without bad rows where the configuration says quarantine, shows them, and says in money what they cost", () => {
    // Live a year ago: A1, A2, A3; A3 has left. With the unknown A9, who stays: 1 of 4.
    // 2026-13-01 is no day: 250 of MRR whose days cannot be told, and which is not counted.
    const folder = smallCompany({
      "contracts.csv": `${contracts}C5,A9,2023-01-01,2024-12-31,100,monthly\nC6,A1,2024-01-01,2026-13-01,250,monthly\n`,
      "dashboard.config.ts": config.replace(
        'as_of: "2024-06-30",',
        'as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 0.5,',
      ),
    });
    const { code, output } = build(folder);
    expect(code).toBe(0);
    expect(output).toMatch(/contracts\.csv +6 rows .* = 4 read \+ 2 set aside/);
    const page = textOf(join(folder, "site"), "data").replaceAll(/\s+/g, " ");
    expect(page).toContain(
      "2 rows set aside = 350 € of MRR; Customer churn would read 25 %, not 33,3 %",
    );
    expect(page).toContain("9 rows in 2 files = 7 read + 2 set aside.");
    expect(page).toContain("an account_id of accounts");
    expect(page).toContain("(private)");
    expect(page).not.toContain("A9");
    expect(page).toContain("100 € of it on the last day of Jun 2024");
    expect(page).toContain("250 € runs on days that cannot be told.");
    expect(page).toContain("1 of the 2 is in the second reading.");
    // 12 x 3,100 of MRR, and 12 x 3,200.
    expect(page).toContain("Annual recurring revenue 37.200 € 38.400 €");
    expect(textOf(join(folder, "site"), "")).toMatch(/ARR is 37\.200\s€ in Jun 2024/);
    expect(readdirSync(join(folder, "reports/set-aside")).sort()).toEqual([
      "contracts-checks.csv",
      "contracts.csv",
    ]);
  });

  it("masks private columns on the page, and lists each check with its severity in force", () => {
    const folder = smallCompany({
      "accounts.csv":
        "Account ID,Name,Tier\nA1,#REF! Mills,small\nA2,#REF!,small\nA3,Cedar,small\n",
      "dashboard.config.ts": config.replace(
        'as_of: "2024-06-30",',
        'as_of: "2024-06-30", on_error: "quarantine", max_bad_share: 0.5, checks: { unknown_referrer: "error" },',
      ),
    });
    const { code, output } = build(folder);
    expect(code).toBe(0);
    expect(output).toContain('accounts.csv row 3, name: "#REF!" is an error');
    const page = textOf(join(folder, "site"), "data");
    expect(page).toContain("(private)");
    expect(page).not.toContain("#REF!");
    expect(page).toContain("account set aside");
    const reference = textOf(join(folder, "site"), "data/configuration").replaceAll(/\s+/g, " ");
    expect(reference).toContain("1 is set otherwise in the configuration.");
    expect(reference).toContain("unknown_referrer a row beside others error (set)");
    expect(reference).toContain("not_a_date a row by itself error always an error");
  });

  it("documents every field of the configuration's schema", () => {
    const words = new Set(textOf(inject("site"), "data/configuration").split(/\s+/));
    expect(leafFields(configSchema).filter((path) => !words.has(path))).toEqual([]);
  });

  it("stops in quarantine too once more rows are bad than max_bad_share allows", () => {
    const folder = smallCompany({
      "contracts.csv": `${contracts}C5,A9,2023-01-01,2024-12-31,100,monthly\n`,
      "dashboard.config.ts": config.replace('as_of: "2024-06-30",', 'on_error: "quarantine",'),
    });
    const { code, output } = build(folder);
    expect(code).toBe(1);
    expect(output).toContain(
      "1 of 5 rows of contracts (20.0%) are bad, more than max_bad_share allows (1%)",
    );
    expect(existsSync(join(folder, "site/index.html"))).toBe(false);
  });

  it.each([
    ["no such file", "nowhere.config.ts", "no configuration at"],
    [
      "an unknown field",
      "dashboard.config.ts",
      'unknown field "contrats"; did you mean "contracts"? known: accounts, contracts, costs',
    ],
  ])("says what is wrong with the configuration: %s", (_case, file, message) => {
    const folder = smallCompany({
      "dashboard.config.ts": config.replace("contracts:", "contrats:"),
    });
    const { code, output } = runScript("build", ["--config", join(folder, file)]);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toMatch(/\n\s+at /);
  });
});

describe("npm run check", () => {
  it("tells the same of files that an earlier run read, rows left out of a large file too", () => {
    const days = Array.from({ length: 60_000 }, (_, index) => {
      const account = index % 10_000 === 0 ? "A9" : "A1";
      return `${account},2024-0${1 + (index % 9)}-01,core,${index}`;
    });
    const usage = (bad: string) => `account_id,day,module,events\n${days.join("\n")}\n${bad}`;
    const folder = smallCompany({
      "usage-1.csv": usage(""),
      "usage-2.csv": usage("A1,2024-13-01,core,1\n"),
      "dashboard.config.ts": config.replace(
        'datasets: { accounts: "accounts.csv",',
        'on_error: "quarantine", datasets: { usage: "usage-*.csv", accounts: "accounts.csv",',
      ),
    });
    const check = (...flags: string[]) => {
      const args = ["--config", join(folder, "dashboard.config.ts"), ...flags];
      const { code, output } = runScript("check", args);
      const problems = readFileSync(join(folder, "reports/problems.csv"), "utf8");
      return { code, output: output.replaceAll(/\d+\.\d\d s/g, "a while"), problems };
    };
    const first = check();
    expect(first.code).toBe(0);
    expect(first.output).toContain("13 errors");
    expect(check()).toEqual(first);
    expect(check("--no-cache")).toEqual(first);
  });

  it("reads and checks without building", () => {
    const folder = smallCompany();
    const { code } = runScript("check", ["--config", join(folder, "dashboard.config.ts")]);
    expect(code).toBe(0);
    expect(existsSync(join(folder, "site/index.html"))).toBe(false);
  });

  it.each([
    ["an error of a row", contracts.replace("2024-12-31", "2024-13-31"), 1],
    ["an error across files", `${contracts}C5,A9,2023-01-01,,100,monthly\n`, 1],
    ["a warning", `${contracts}C5,A3,2023-06-01,2023-12-31,300,monthly\n`, 0],
  ])("exits with the worst of what it found: %s", (_, content, expected) => {
    const folder = smallCompany({ "contracts.csv": content });
    const { code } = runScript("check", ["--config", join(folder, "dashboard.config.ts")]);
    expect(code).toBe(expected);
    expect(readdirSync(join(folder, "reports"))).toContain("problems.csv");
  });
});
