import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cleanMemory } from "../../scripts/site/processes.ts";
import { openWarehouse } from "../../src/warehouse/index.ts";

function publishInProcess() {
  const directory = mkdtempSync(join(tmpdir(), "publishing-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const script = join(import.meta.dirname, "publishing.ts");
  const env = { ...process.env, ...cleanMemory };
  const sha256 = execFileSync(process.execPath, [script, directory], { env, encoding: "utf8" });
  return { directory, sha256: sha256.trim() };
}

describe("a database that is published in parts", () => {
  it("has the same bytes each time, and the rows of all parts in their order", async () => {
    const runs = [publishInProcess(), publishInProcess(), publishInProcess()];
    expect(new Set(runs.map(({ sha256 }) => sha256)).size).toBe(1);
    const path = join(runs[0]?.directory ?? "", "published.duckdb");
    const database = await openWarehouse({ path });
    onTestFinished(() => database.close());
    expect(
      await database.rows(`
        select count(*) as n, sum(place) as places, bool_and(before <= account_id) as is_ordered
        from (select *, lag(account_id, 1, '') over (order by rowid) as before from usage)`),
    ).toEqual([{ n: 900_000, places: 404_999_550_000, is_ordered: true }]);
  });
});
