import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfiguration } from "../../src/pipeline/index.ts";

const root = join(import.meta.dirname, "../..");

function run(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const script = join(root, "scripts/map.ts");
    execFile(process.execPath, [script, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "hourglass-map-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const files = {
  "clients.csv": "Client ID,Client Name\n1,Acme\n",
  "subs.csv": "Subscription ID,Client ID,Start Date,MRR\nS1,1,2024-01-01,5\n",
};

describe("npm run map", () => {
  it("prints its guesses and writes a configuration beside the first file", async () => {
    const folder = folderOf(files);
    const { code, output } = await run(join(folder, "clients.csv"), join(folder, "subs.csv"));
    expect(code).toBe(0);
    expect(output).toMatch(/clients\.csv +accounts +\d+% +2 of 2 columns/);
    expect(output).toMatch(/subs\.csv +contracts +\d+% +4 of 4 columns/);
    const { dashboard } = await loadConfiguration(join(folder, "dashboard.config.ts"));
    expect(dashboard.datasets.accounts).toMatchObject({ files: "clients.csv" });
  });

  it("leaves a file that is there as it is, and names another", async () => {
    const folder = folderOf({ ...files, "dashboard.config.ts": "mine" });
    const first = await run(join(folder, "clients.csv"));
    const second = await run(join(folder, "clients.csv"));
    expect([first.output, second.output].map((text) => /config-\d\.ts/.exec(text)?.[0])).toEqual([
      "config-2.ts",
      "config-3.ts",
    ]);
    expect(readFileSync(join(folder, "dashboard.config.ts"), "utf8")).toBe("mine");
  });

  it("names the files relative to where the draft is put", async () => {
    const folder = folderOf(files);
    const elsewhere = folderOf({});
    const out = join(elsewhere, "draft.config.ts");
    await run(join(folder, "clients.csv"), "--out", out);
    expect(readdirSync(elsewhere)).toEqual(["draft.config.ts"]);
    expect(readFileSync(out, "utf8")).toMatch(/files: "\.\.\/hourglass-map-\w+\/clients\.csv"/);
  });

  it("says so where nothing fits, and where a file is missing", async () => {
    const folder = folderOf({ "poem.csv": "the hour glass\nruns\n" });
    const nothing = await run(join(folder, "poem.csv"));
    expect(nothing.code).toBe(1);
    expect(nothing.output).toContain("no dataset fits its columns");
    const missing = await run(join(folder, "gone.csv"));
    expect(missing.output).toContain("gone.csv is not a file; npm run map -- FILE... [--out FILE]");
  });
});
