import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../src/components");
const sheets = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".css"),
);

it.each(sheets)(
  "%s names the order of all layers first, whichever sheet a page loads first",
  (sheet) => {
    const [first] = readFileSync(join(root, sheet), "utf8").split("\n");
    expect(first).toBe("@layer base, layout, parts, print;");
  },
);
