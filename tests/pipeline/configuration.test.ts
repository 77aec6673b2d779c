import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfiguration } from "../../src/pipeline/index.ts";
import { checkCompany } from "./company.ts";

/** What loading a file of this name and text is refused with; its folder is written DIR. */
async function refusal(name: string, text?: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-config-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  const error = await loadConfiguration(path).then(
    () => new Error("it was loaded"),
    (cause: unknown) => cause as Error,
  );
  return error.message.replaceAll(folder, "DIR");
}

describe("a configuration that cannot be loaded is told in one line with its remedy", () => {
  it.each([
    [
      "that is not there",
      "dashboard.config.ts",
      undefined,
      /^no configuration at DIR\/dashboard\.config\.ts; name one with --config FILE, or draft one with npm run map -- FILE\.\.\.$/,
    ],
    [
      "without a default export",
      "a.config.ts",
      "const site = 1;",
      /^DIR\/a\.config\.ts has no default export; write `export default defineDashboard\(\{ \.\.\. \}\)` in it$/,
    ],
    [
      "that throws",
      "b.config.ts",
      "\n\nexport default nowhere;",
      /^DIR\/b\.config\.ts:3 could not be loaded: nowhere is not defined; correct it there$/,
    ],
    [
      "that imports what is not there",
      "c.config.ts",
      'import x from "./gone.ts"; export default x;',
      /^DIR\/c\.config\.ts could not be loaded: Cannot find module .*gone\.ts.*; correct it there$/,
    ],
    [
      "of broken JSON",
      "d.json",
      '{"company":\n}',
      /^DIR\/d\.json is not valid JSON: .*; mend the quotes, commas and brackets there$/,
    ],
  ])("one %s", async (_, name, text, expected) => {
    expect(await refusal(name, text)).toMatch(expected);
  });

  it("one of broken TypeScript, with the line", async () => {
    const told = await refusal("e.config.ts", "export default {\n  company: {{\n};");
    expect(told).toMatch(/^DIR\/e\.config\.ts(:\d)? (is not valid|could not be loaded)/);
    expect(told).not.toContain("\n");
  });
});

describe("a configuration that loads, with fields that no file can keep", () => {
  it("is told field by field, by its own name, and refused for what it is", async () => {
    const { messages, refusal: told } = await checkCompany({
      datasets: {
        accounts: { files: "accounts.csv", columns: { nme: "name" }, date_format: "YYYY/Q" },
      },
    });
    expect(messages.map(({ message }) => message.split(";")[0])).toEqual([
      'dashboard.config.ts, datasets.accounts.columns: "nme" is not a column of the dataset',
      'dashboard.config.ts, datasets.accounts.date_format: "YYYY/Q" does not say where day, month and year stand',
    ]);
    expect(told).toBe(
      "dashboard.config.ts is wrong at datasets.accounts.columns and 1 more; correct it there, then the data can be read",
    );
  });
});
