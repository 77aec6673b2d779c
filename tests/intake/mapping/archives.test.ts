import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { zip } from "../zip-bytes.ts";
import { mapFiles } from "./company.ts";

const customers = "account_id,name,tier\nA1,Acme,small\nA2,Bolt,small\nA3,Core,enterprise\n";
const lines =
  "contract_id,account_id,starts_on,mrr\nC1,A1,2024-01-01,100\nC2,A2,2024-02-01,80\nC3,A3,2024-02-01,90\n";

describe("a draft for packed files", () => {
  it("reads each table of an archive, and names it there", async () => {
    const packed = zip([
      { name: "2024/kunden.csv", content: customers },
      { name: "lines [all].csv", content: lines },
    ]);
    const mapped = await mapFiles({ "export.zip": packed });
    expect(mapped.unreadable).toEqual([]);
    expect(mapped.found).toEqual({
      "export.zip/2024/kunden.csv": "accounts",
      "export.zip/lines [all].csv": "contracts",
    });
    expect(mapped.text).toContain('files: "export.zip/2024/kunden.csv"');
    expect(await mapped.check()).toEqual([]);
  });

  it("reads .csv.gz", async () => {
    const mapped = await mapFiles({ "a.csv.gz": gzipSync(customers), "c.csv": lines });
    expect(mapped.found).toEqual({ "a.csv.gz": "accounts", "c.csv": "contracts" });
    expect(await mapped.check()).toEqual([]);
  });

  it("says what of an archive cannot be read", async () => {
    const nested = zip([
      { name: "a.csv", content: customers },
      { name: "b.zip", content: zip([{ name: "c.csv", content: lines }]) },
    ]);
    const mapped = await mapFiles({ "export.zip": nested, "broken.zip": nested.subarray(0, -30) });
    expect(mapped.found).toEqual({ "export.zip/a.csv": "accounts" });
    expect(mapped.unreadable).toEqual([
      {
        path: `${mapped.folder}/export.zip/b.zip`,
        reason:
          "this is a zip archive within another; expected tables in the archive itself; unpack the outer archive and name the inner one",
      },
      {
        path: `${mapped.folder}/broken.zip`,
        reason:
          "the zip archive is broken: its end is missing, as where it was copied in part, or is no zip archive; expected a whole zip archive; copy or pack the file again, or give it unpacked",
      },
    ]);
  });
});
