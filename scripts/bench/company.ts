import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { projectRoot } from "../site/options.ts";

const others = ["accounts", "contracts", "costs", "fx", "goals", "seats", "surveys"];
const modules = ["records", "workflows", "reporting", "integrations"];
const rowsPerWrite = 20_000;
const accountCount = 400;

/** The sample company with a usage file of any size; returns the path of its configuration. */
export async function makeLargeCompany(folder: string, usageRows: number): Promise<string> {
  for (const name of others) {
    await copyFile(join(projectRoot, `data/${name}.csv`), join(folder, `${name}.csv`));
  }
  await writeUsage(join(folder, "usage.csv"), usageRows);
  const path = join(folder, "dashboard.config.json");
  const datasets = Object.fromEntries([...others, "usage"].map((name) => [name, `${name}.csv`]));
  const config = { company: { name: "Bench", currency: "USD" }, as_of: "2025-09-30", datasets };
  await writeFile(path, JSON.stringify(config));
  return path;
}

async function writeUsage(path: string, count: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("account_id,day,module,active_users,events\n");
  const newest = Date.UTC(2025, 8, 30);
  for (let start = 0; start < count; start += rowsPerWrite) {
    let text = "";
    for (let row = start; row < Math.min(count, start + rowsPerWrite); row++) {
      const account = String(1 + (row % accountCount)).padStart(4, "0");
      const day = new Date(newest - 86_400_000 * (Math.floor(row / 2_000) % 1_000));
      const usage = `${(row * 7) % 40},${(row * 31) % 977}`;
      text += `A${account},${day.toISOString().slice(0, 10)},${modules[row % 4]},${usage}\n`;
    }
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await finished(file);
}
