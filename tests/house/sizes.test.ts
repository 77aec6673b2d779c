import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));

const lines = (file: string) => readFileSync(join(root, file), "utf8").split("\n").length - 1;
const over = (files: string[], limit: number) =>
  files.filter((file) => lines(file) > limit).map((file) => `${file}: ${lines(file)}`);

describe("the size of things", () => {
  it("keeps TypeScript files at 400 lines at most", () => {
    expect(
      over(
        tracked.filter((file) => file.endsWith(".ts")),
        400,
      ),
    ).toEqual([]);
  });

  it("keeps SQL files at 100 lines at most", () => {
    expect(
      over(
        tracked.filter((file) => /^src\/.*\.sql$/.test(file)),
        100,
      ),
    ).toEqual([]);
  });

  it("keeps components at 120 lines and pages at 60", () => {
    expect(
      over(
        tracked.filter((file) => /^src\/.*\.astro$/.test(file)),
        120,
      ),
    ).toEqual([]);
    expect(
      over(
        tracked.filter((file) => /^pages\//.test(file)),
        60,
      ),
    ).toEqual([]);
  });

  it("keeps folders of code at 15 files at most", () => {
    const folders = new Map<string, number>();
    for (const file of tracked.filter((name) => /^(src|pages|scripts)\//.test(name))) {
      folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
    }
    const crowded = [...folders].filter(([, count]) => count > 15).map(([folder]) => folder);
    expect(crowded.filter((folder) => !/^src\/metrics\/(marts|staging)$/.test(folder))).toEqual([]);
  });

  it("has nothing at the top level that the house does not name", () => {
    const known =
      /^(src|data|pages|scripts|tests|\.ci|astro\.config\.mjs|package(-lock)?\.json|tsconfig\.json|README\.md|LICENSE|CHANGELOG\.md|\.(gitignore|npmrc|editorconfig|gitattributes|prettierrc\.json|prettierignore)|biome\.json|vitest\.config\.ts)$/;
    const top = [...new Set(tracked.map((file) => file.split("/")[0] ?? ""))];
    expect(top.filter((name) => !known.test(name))).toEqual([]);
  });
});
