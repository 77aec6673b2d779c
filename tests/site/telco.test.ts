import { copyFileSync, existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root, runScript } from "./build.ts";
import { makeFolder } from "./company.ts";

const source = join(root, "../shared/data/telco/Telco-Customer-Churn.csv");

describe.skipIf(!existsSync(source))(
  "IBM's telco file (skipped where ../shared/data/telco is absent)",
  () => {
    it("becomes a whole site by its example configuration alone", () => {
      const folder = makeFolder();
      copyFileSync(
        join(root, "data/examples/telco/dashboard.config.ts"),
        join(folder, "dashboard.config.ts"),
      );
      symlinkSync(source, join(folder, "Telco-Customer-Churn.csv"));
      const out = join(folder, "site");
      const { code, output } = runScript("build", [
        "--config",
        join(folder, "dashboard.config.ts"),
        "--out",
        out,
      ]);
      expect(output).toContain("7,043 rows");
      expect(code).toBe(0);
      const page = readFileSync(join(out, "retention/index.html"), "utf8");
      // 1 - S(12) and 1 - S(24) of the whole file: 1 - .843200 and 1 - .788736.
      expect(page).toContain("15.7% of customers leave within 12 months, 21.1% within 24");
      expect(page).toContain("7,043 customers, 1,869 left");
    });
  },
);
