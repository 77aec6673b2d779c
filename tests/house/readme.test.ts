import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { parseOptions } from "../../scripts/site/options.ts";
import { loadDeck } from "../../src/pipeline/deck-file.ts";
import { loadConfiguration } from "../../src/pipeline/index.ts";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, "g"))].map(
    (match) => match[1] ?? "",
  );
const manifest = JSON.parse(read("package.json")) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

describe("the README", () => {
  it("names only commands that the project has", () => {
    const named = [...readme.matchAll(/npm (?:run )?(start|test)\b|npm run ([\w-]+)/g)].map(
      (match) => match[1] ?? match[2] ?? "",
    );
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it("names only flags that the commands take", () => {
    const lines = blocks("sh").flatMap((block) => block.split("\n"));
    const flagged = lines.filter((line) => line.includes(" -- ") && !line.includes("run map"));
    expect(flagged).toHaveLength(3);
    for (const line of flagged) {
      expect(() => parseOptions(line.split(" -- ")[1]?.split(" ") ?? [])).not.toThrow();
    }
  });

  it("has its test command run by CI", () => {
    const test = blocks("sh").find((block) => block.includes("npm test")) ?? "";
    const commands = test.trim().split(" && ");
    expect(read(".ci/run").split("\n")).toEqual(expect.arrayContaining(commands));
  });

  it("shows a configuration that the schema takes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hourglass-readme-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "dashboard.config.ts");
    writeFileSync(file, blocks("ts")[0] ?? "");
    const { dashboard } = await loadConfiguration(file);
    expect(dashboard.company.name).toBe("Northwind");
  });

  it("shows a deck that the schema takes", async () => {
    const folder = mkdtempSync(join(tmpdir(), "hourglass-readme-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "deck.ts"), blocks("ts")[1] ?? "");
    expect((await loadDeck(folder)).slides).toHaveLength(5);
  });

  it("gives a reason for every dependency", () => {
    const { dependencies, devDependencies } = manifest;
    const table = readme.slice(readme.indexOf("## Dependencies"));
    const typesOnly = (name: string) => name.startsWith("@types/");
    const names = Object.keys({ ...dependencies, ...devDependencies });
    expect(names.filter((name) => !typesOnly(name) && !table.includes(name))).toEqual([]);
  });
});
