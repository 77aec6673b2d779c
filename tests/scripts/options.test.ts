import { describe, expect, it } from "vitest";
import { parseOptions } from "../../scripts/site/options.ts";

describe("the flags of the commands", () => {
  it("take a path to serve under as the configuration takes it", () => {
    expect(parseOptions(["--base", "/metrics/"]).base).toBe("/metrics/");
    expect(parseOptions(["--base", "/"]).base).toBe("/");
    expect(parseOptions([]).base).toBeUndefined();
  });

  it.each(["metrics", "/metrics", "metrics/", "/a b/", "https://example.com/", ""])(
    "refuse %j as a path to serve under",
    (base) => {
      expect(() => parseOptions(["--base", base])).toThrow(
        `--base ${base} is not allowed; expected a path that starts and ends with / such as /metrics/`,
      );
    },
  );

  it("name the known ones beside an unknown one", () => {
    expect(() => parseOptions(["--bse", "/"])).toThrow("known: --config FILE, --out DIR");
  });
});
