import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { datasetNames, type Ruleset } from "../../src/contracts/index.ts";
import { catalogue } from "../../src/metrics/index.ts";
import type { Cell } from "../../src/warehouse/index.ts";
import { awkwardSituations } from "./awkward.ts";
import { type InputFiles, measure, type SettingsOfTest, settingsOfPreset } from "./harness.ts";

const root = fileURLToPath(new URL("./cases", import.meta.url));
const companies = fileURLToPath(new URL("./companies", import.meta.url));

interface Case {
  mart: string;
  /** Which rows of the mart to compare, as SQL; all when absent. */
  where?: string;
  /** Whose rules hold, where the settings say nothing; the test's defaults when absent. */
  preset?: Ruleset;
  settings: SettingsOfTest;
  /** Folder of companies/ whose inputs several cases share; the case's own when absent. */
  company?: string;
  /** Awkward situations that the case is about, beside those of its company. */
  covers?: string[];
}

/** Fewer than 6 decimals mean the very number; 6 and more mean rounded there. */
function asTyped(value: Cell | undefined, typed: string): string {
  if (value === null) return "";
  if (typeof value !== "number") return String(value);
  const decimals = typed.split(".")[1]?.length ?? 0;
  return decimals >= 6 ? value.toFixed(decimals) : String(Number(value.toFixed(9)));
}

function inputsOf(folder: string): InputFiles {
  const files: InputFiles = {};
  for (const name of datasetNames) {
    const path = join(folder, `${name}.csv`);
    if (existsSync(path)) files[name] = path;
  }
  return files;
}

/** The heading of why.md, or the folder's name in words. */
function sentenceOf(folder: string, name: string): string {
  const why = readFileSync(join(folder, "why.md"), "utf8");
  return /^# (.+)/.exec(why)?.[1] ?? name.replaceAll(/[-_]/g, " ");
}

async function rowsOf(files: InputFiles, { mart, where, preset, settings }: Case) {
  const rules = preset === undefined ? {} : settingsOfPreset(preset);
  const warehouse = await measure(files, { ...rules, ...settings }, [mart]);
  try {
    return await warehouse.rows(`select * from ${mart} where ${where ?? "true"} order by rowid`);
  } finally {
    warehouse.close();
  }
}

function caseOf(folder: string): Case {
  return JSON.parse(readFileSync(join(folder, "case.json"), "utf8")) as Case;
}

/** "mart: situation" of every case. */
function coveredBy(mart: string, name: string): string[] {
  const { covers = [], company } = caseOf(join(root, mart, name));
  const ofCompany =
    company === undefined
      ? []
      : (JSON.parse(readFileSync(join(companies, company, "covers.json"), "utf8")) as string[]);
  return [...covers, ...ofCompany].map((situation) => `${mart}: ${situation}`);
}

describe("the cases", () => {
  const marts = readdirSync(root);
  const covered = new Set(
    marts.flatMap((mart) => readdirSync(join(root, mart)).flatMap((name) => coveredBy(mart, name))),
  );

  it("hold every mart", () => {
    const names = Object.values(catalogue).map(({ name }) => name);
    expect(names.filter((name) => !marts.includes(name))).toEqual([]);
  });

  it("hold every awkward situation for every mart in which it makes a difference", () => {
    const wanted = Object.entries(awkwardSituations).flatMap(([situation, affected]) =>
      affected.map((mart) => `${mart}: ${situation}`),
    );
    expect(wanted.filter((pair) => !covered.has(pair))).toEqual([]);
  });

  it("know every situation that a case claims to cover", () => {
    const known = Object.keys(awkwardSituations);
    const claimed = [...covered].map((pair) => pair.slice(pair.indexOf(": ") + 2));
    expect(claimed.filter((situation) => !known.includes(situation))).toEqual([]);
  });
});

for (const mart of readdirSync(root)) {
  describe(mart, () => {
    for (const name of readdirSync(join(root, mart))) {
      const folder = join(root, mart, name);
      it(sentenceOf(folder, name), async () => {
        const metricCase = caseOf(folder);
        expect(metricCase, "case.json names its mart, and the day of settings.asOf").toMatchObject({
          mart,
          settings: { asOf: expect.any(String) },
        });
        const [header = "", ...lines] = readFileSync(join(folder, "expected.csv"), "utf8")
          .trimEnd()
          .split("\n");
        const columns = header.split(",");
        const { company } = metricCase;
        const inputs = inputsOf(company === undefined ? folder : join(companies, company));
        const rows = await rowsOf(inputs, metricCase);
        const actual = rows.map((row, place) => {
          const typed = lines[place]?.split(",") ?? [];
          return columns.map((column, index) => asTyped(row[column], typed[index] ?? "")).join(",");
        });
        expect(actual).toEqual(lines);
      });
    }
  });
}
