import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../src/metrics", import.meta.url));

const files = ["staging", "marts"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".sql"))
    .map((file) => join(folder, file)),
);

const keywords =
  /\b(WITH|SELECT|FROM|JOIN|INNER|LEFT|FULL|CROSS|ON|WHERE|GROUP|ORDER|BY|HAVING|CASE|WHEN|THEN|ELSE|END|AND|OR|NOT|NULL|AS|CAST|COALESCE|SUM|COUNT|MIN|MAX|OVER|PARTITION|UNION|ALL|USING|QUALIFY|TRUE|FALSE)\b/;

/** The words of a rule that a file breaks. */
function breaches(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const lines = text.split("\n");
  const code = lines.filter((line) => !line.trimStart().startsWith("--"));
  const found = (rule: string, isBroken: boolean) => (isBroken ? [`${file}: ${rule}`] : []);
  const where = (rule: string, test: (line: string) => boolean) =>
    code.filter(test).map((line) => `${file}: ${rule}: ${line.trim()}`);
  const body = code.join("\n");
  const bare = body.replaceAll(/'[^']*'/g, "''");
  const columns = /\nselect\n?([\s\S]*)\nfrom final\n/.exec(
    `\n${body.slice(body.lastIndexOf("\nselect"))}`,
  );
  return [
    ...found("the first line is the grain", !/^-- Grain: \S/.test(lines[0] ?? "")),
    ...found("at most 100 lines", lines.length > 101),
    ...lines.filter((line) => line.length > 80).map((line) => `${file}: over 80 columns: ${line}`),
    ...where("no tab, no space at the end", (line) => /\t|\s$/.test(line)),
    ...where("indented by fours", (line) => (/^ */.exec(line)?.[0].length ?? 0) % 4 !== 0),
    ...where("commas trail", (line) => /^\s*,/.test(line)),
    ...where("keywords in lower case", (line) => keywords.test(line.replaceAll(/'[^']*'/g, ""))),
    ...found("explicit joins", /\bfrom [\w.]+,/.test(bare) || /(^|\n)\s*join\b/.test(bare)),
    ...found("no select *", /select\s+\*\s*(,|exclude|replace)/.test(bare)),
    ...found(
      "no null in a join's range: coalesce(..., 'infinity')",
      /or [\w.]+ is null/.test(bare),
    ),
    ...found("the last step is final", !/\nfinal as \(/.test(body)),
    ...found("the last select names its columns from final", !columns || columns[0].includes("*")),
    ...found("ends in an order by", !/\nfrom final\norder by [\w, \n]+\n$/.test(body)),
    ...found("no clock", /current_date|now\(\)|today\(\)/.test(bare)),
  ];
}

describe("the SQL of the metrics", () => {
  it("is written as the house writes SQL", () => {
    expect(files.flatMap(breaches)).toEqual([]);
  });

  it("has names that begin with stg_ in staging and only there, each once", () => {
    const names = files.map((file) => basename(file, ".sql"));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    const misplaced = files.filter(
      (file) => file.startsWith("staging") !== basename(file).startsWith("stg_"),
    );
    expect(misplaced).toEqual([]);
  });
});
