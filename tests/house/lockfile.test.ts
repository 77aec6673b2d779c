import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface LockedPackage {
  optionalDependencies?: Record<string, string>;
}

const path = join(import.meta.dirname, "../../package-lock.json");
const { packages } = JSON.parse(readFileSync(path, "utf8")) as {
  packages: Record<string, LockedPackage>;
};

describe("the lockfile", () => {
  // npm 11 refuses to install from a lockfile that names a platform's binary without an entry, and
  // leaves entries out when it writes one where the registry does not serve them.
  it("has an entry for every platform's binary that it names", () => {
    const missing = Object.entries(packages).flatMap(([where, { optionalDependencies }]) =>
      Object.keys(optionalDependencies ?? {}).filter(
        (name) =>
          !(`node_modules/${name}` in packages) && !(`${where}/node_modules/${name}` in packages),
      ),
    );
    expect(missing).toEqual([]);
  });

  it("names no registry host", () => {
    expect(readFileSync(path, "utf8")).not.toContain('"resolved"');
  });
});
